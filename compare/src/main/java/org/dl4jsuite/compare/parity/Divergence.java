package org.dl4jsuite.compare.parity;

import java.util.Locale;

/**
 * Where two runs part.
 *
 * @param step the first step in which they do, from 1
 * @param layer of links, from 1
 * @param quantity what differs first, in the order in which it is computed
 * @param element for example {@code [0][3]} (row, node) or {@code W1[3][7]}
 * @param scratch the from-scratch side's value
 * @param dl4j DL4J's value
 * @param tolerance the largest difference that rounding can explain
 */
public record Divergence(
        long step, int layer, Quantity quantity, String element, double scratch, double dl4j, double tolerance) {

    /** What a step computes, in this order. */
    public enum Quantity {
        /** The weighted sums, before the activation function. */
        Z,
        ACTIVATION,
        /** dE/dz. */
        DELTA,
        GRADIENT,
        /** A weight or bias after the step. */
        WEIGHT
    }

    /** Returns one sentence with both values. */
    public String describe() {
        String what = quantity.name().toLowerCase(Locale.ROOT) + " " + element;
        String where = " in step " + step + ", layer " + layer + ", at the " + what + ": scratch " + scratch + ", DL4J "
                + dl4j;
        return Double.isFinite(scratch) || Double.isFinite(dl4j)
                ? "The runs part" + where + " (tolerance " + tolerance + ")."
                : "Both sides diverge" + where + ". Use a smaller rate.";
    }
}
