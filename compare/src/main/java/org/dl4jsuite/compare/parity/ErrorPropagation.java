package org.dl4jsuite.compare.parity;

import java.util.Arrays;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.scratch.Activation;

/**
 * Estimates how far the values of one layer may be off, from the errors of what goes into them and from their own roundings.
 * {@link Tolerance} says what is taken for a rounding, and how errors add up.
 */
final class ErrorPropagation {
    /** Roundings of an activation: exp, add, divide; a library's exp may take more. */
    static final int ROUNDINGS_OF_A_FUNCTION = 10;

    private final double unit;
    private final double tiny;

    ErrorPropagation(Precision precision) {
        unit = precision.roundingError();
        tiny = precision.tiny();
    }

    /** Some values, and how far each may be off. */
    record Values(double[] value, double[] error) {
        Values(int size) {
            this(new double[size], new double[size]);
        }
    }

    /** Returns what a rounding of 1 counts as. */
    double unit() {
        return unit;
    }

    /** Returns the activations of weighted sums z. */
    Values activate(Activation activation, Values z) {
        Values a =
                new Values(CentralDifferences.activate(activation, z.value(), z.value()), new double[z.value().length]);
        for (int j = 0; j < a.value().length; j++) {
            double value = a.value()[j];
            a.error()[j] = switch (activation) {
                case RELU -> value > 0 || nearItsKink(z, j) ? z.error()[j] : 0;
                case SOFTMAX -> root(ofExponents(z, a, j) + ROUNDINGS_OF_A_FUNCTION * square(unit * value));
                default ->
                    root(square(activation.slope(value) * z.error()[j])
                            + ROUNDINGS_OF_A_FUNCTION * square(unit * value));
            };
        }
        return a;
    }

    /** Whether rounding may carry a RELU node over its kink. A sum of nothing but zeros is exact. */
    private boolean nearItsKink(Values z, int j) {
        return z.error()[j] > tiny && Math.abs(z.value()[j]) <= z.error()[j];
    }

    /** The square of the error of softmax output k: da_k = a_k (dz_k - sum a_m dz_m), z less the largest of them rounded. */
    private double ofExponents(Values z, Values a, int k) {
        double largest = Arrays.stream(z.value()).max().orElseThrow();
        double squares = 0;
        for (int m = 0; m < a.value().length; m++) {
            double slope = a.value()[k] * ((m == k ? 1 : 0) - a.value()[m]);
            double difference = z.value()[m] - largest;
            squares += square(slope) * (square(z.error()[m]) + square(unit * difference));
        }
        return squares + a.value().length * square(unit * a.value()[k]);
    }

    /** Returns the activation function's slopes, computed from its values: near 0 they are what is left of a difference. */
    Values slopes(Activation activation, Values a) {
        Values slopes = new Values(a.value().length);
        for (int j = 0; j < slopes.value().length; j++) {
            double value = a.value()[j];
            double slope = activation.slope(value);
            double change = switch (activation) {
                case SIGMOID -> 1 - 2 * value;
                case TANH -> -2 * value;
                default -> 0; // straight lines
            };
            slopes.value()[j] = slope;
            // a RELU near its kink may have either slope
            boolean eitherSide = activation == Activation.RELU && a.error()[j] > 0 && value <= a.error()[j];
            slopes.error()[j] = eitherSide ? 1 : root(square(change * a.error()[j]) + 2 * square(unit * slope));
        }
        return slopes;
    }

    /** Returns dE/dz = o - t. For sigmoids, DL4J divides by o(1 - o) and multiplies by it again, with 1 - o rounded. */
    Values crossEntropyDelta(Activation output, Values o, double[] t) {
        Values delta = new Values(t.length);
        for (int k = 0; k < t.length; k++) {
            double e = o.value()[k] - t[k];
            double rounding = output == Activation.SIGMOID ? 1 / (1 - o.value()[k]) : 0;
            delta.value()[k] = e;
            delta.error()[k] = root(square(o.error()[k])
                    + square(unit * t[k])
                    + (ROUNDINGS_OF_A_FUNCTION + square(rounding)) * square(unit * e));
        }
        return delta;
    }

    /** Returns the products of values, element by element. */
    Values times(Values a, Values b) {
        Values product = new Values(a.value().length);
        for (int j = 0; j < product.value().length; j++) {
            double value = a.value()[j] * b.value()[j];
            product.value()[j] = value;
            product.error()[j] = root(
                    square(a.value()[j] * b.error()[j]) + square(b.value()[j] * a.error()[j]) + square(unit * value));
        }
        return product;
    }

    /** Returns the error of a sum of n terms, from the squares of their errors and the sum of their sizes. */
    double ofSum(double squares, int n, double terms) {
        return root(squares + (n + 2) * square(unit * terms));
    }

    /** Returns a root that is large enough to be divided by. */
    double root(double squares) {
        return Math.max(tiny, Math.sqrt(squares));
    }

    static double square(double value) {
        return value * value;
    }
}
