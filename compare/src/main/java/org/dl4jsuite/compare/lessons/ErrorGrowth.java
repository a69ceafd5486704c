package org.dl4jsuite.compare.lessons;

import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.parity.Trajectory;

/**
 * How far two correct runs of a lesson may drift apart.
 *
 * <p>Some of the sources' networks hesitate long before they learn, and on the way a rounding error grows with all else. So
 * the growth is measured: a second from-scratch run starts with its weights disturbed by a relative {@value #DISTURBANCE},
 * and by as much as that has grown, rounding errors may have grown too. The roundings of n steps count as a random walk of
 * {@value #DEVIATIONS} units each, a heuristic as in the parity cases.
 *
 * <p>A growth beyond {@value #MAX_GROWTH} excuses nothing: the run is then chaotic, and a difference says neither that the
 * two sides are the same nor that they are not.
 */
final class ErrorGrowth {
    static final int MAX_GROWTH = Trajectory.MAX_GROWTH;
    private static final double DISTURBANCE = 0x1p-40;
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final int DEVIATIONS = 4;

    private ErrorGrowth() {}

    /** Every weight a little larger or smaller, in turn. */
    static double[] disturbed(double[] parameters) {
        double[] disturbed = parameters.clone();
        for (int i = 0; i < disturbed.length; i++) {
            disturbed[i] *= i % 2 == 0 ? 1 + DISTURBANCE : 1 - DISTURBANCE;
        }
        return disturbed;
    }

    /** How many times larger the disturbance is by now, at least 1; the disturbed run has come to {@code shadow}. */
    static double of(double[] parameters, double[] shadow) {
        double largest = Differences.largest(parameters, shadow);
        return Math.max(1, largest / (DISTURBANCE * size(parameters)));
    }

    /** The largest difference of parameters after {@code steps} steps that is taken for rounding. */
    static double tolerance(int steps, double[] parameters, double growth) {
        double factor = Math.min(growth, MAX_GROWTH);
        return DEVIATIONS * UNIT_ROUNDOFF * Math.sqrt(steps + 1.0) * factor * size(parameters);
    }

    private static double size(double[] parameters) {
        return Math.max(1, Differences.magnitude(parameters));
    }
}
