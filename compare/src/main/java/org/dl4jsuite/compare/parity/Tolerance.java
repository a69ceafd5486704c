package org.dl4jsuite.compare.parity;

import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;

/**
 * How far two correct computations of the same quantity may lie apart.
 *
 * <p>Rounding errors behave like a random walk: n of them, each at most u (the unit roundoff, 2^-53 in DOUBLE, 2^-24 in
 * FLOAT) times the magnitude of what is rounded, add up to about u sqrt(n), and to more than {@value #DEVIATIONS} times
 * that practically never (Higham and Mary, <i>A New Approach to Probabilistic Rounding Error Analysis</i>, SIAM J. Sci.
 * Comput. 41, 2019). With n the roundings on the longest way through the network and m the largest sum of |w a| into a
 * node, two computations of a quantity of size s differ by at most
 *
 * <pre>{@value #DEVIATIONS} u sqrt(n) m s</pre>
 *
 * A wrong term, a lost factor or a swapped index is larger by ten orders of magnitude.
 */
public final class Tolerance {
    private static final int DEVIATIONS = 4;
    /** Roundings of an activation or of a loss and its slope: exp, add, divide, multiply; a library's exp may take more. */
    private static final int ROUNDINGS_OF_A_FUNCTION = 10;

    private final double relative;
    private final double relativeInDouble;
    private final double unitRoundoff;

    private Tolerance(double growth, double unitRoundoff) {
        this.relative = growth * unitRoundoff;
        this.relativeInDouble = growth * Precision.DOUBLE.unitRoundoff();
        this.unitRoundoff = unitRoundoff;
    }

    /**
     * The tolerance of a network on a batch.
     *
     * @param magnitude m, see {@link CentralDifferences#magnitude()}
     */
    static Tolerance of(NetworkSpec spec, int rows, double magnitude) {
        int roundings = rows;
        for (int l = 1; l < spec.layers().size(); l++) {
            int forward = spec.layers().get(l - 1) + (spec.bias() ? 1 : 0);
            int back = spec.layers().get(l);
            roundings += forward + back + 2 * ROUNDINGS_OF_A_FUNCTION;
        }
        return new Tolerance(
                DEVIATIONS * Math.sqrt(roundings) * magnitude, spec.precision().unitRoundoff());
    }

    /** The largest difference that two computations of a quantity of this size may show. */
    public double of(double size) {
        return relative * size;
    }

    /**
     * The largest difference of two networks' weights after {@code steps} steps from the same start. Each step rounds the
     * weights, and follows gradients that themselves differ by rounding; the steps' errors add up as a random walk again.
     *
     * @param weight the largest |weight|
     * @param step the largest |rate * gradient|
     */
    public double ofWeights(long steps, double weight, double step) {
        return Math.sqrt((double) steps) * (DEVIATIONS * unitRoundoff * weight + relative * step);
    }

    /**
     * The largest difference between a computed gradient and its five-point central difference: the rounding of the four
     * losses, up to 1.5 of which come together, is divided by the step h; and the formula leaves out h^4/30 of a fifth
     * derivative, which for these functions stays below 30 times the larger of the loss and 1.
     */
    public double ofCentralDifference(double loss, double size) {
        double h = CentralDifferences.STEP;
        double rounding = relativeInDouble * 1.5 * loss / h;
        double truncation = h * h * h * h * Math.max(1, loss);
        return of(size) + rounding + truncation;
    }
}
