package org.dl4jsuite.compare.lessons;

import org.dl4jsuite.compare.parity.Differences;

/**
 * How far two correct runs of a lesson may drift apart.
 *
 * <p>Some of the sources' networks hesitate long before they learn, and on the way a rounding error grows with all else. So
 * the growth is measured: a second from-scratch run starts with its weights disturbed by a relative {@value #DISTURBANCE},
 * and by as much as that has grown, rounding errors may have grown too. n steps add up like a random walk, see
 * {@link org.dl4jsuite.compare.parity.Tolerance}.
 */
final class GrowthOfErrors {
    private static final double DISTURBANCE = 0x1p-40;
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final int DEVIATIONS = 4;

    private GrowthOfErrors() {}

    /** Every weight a little larger or smaller, in turn. */
    static double[] disturbed(double[] parameters) {
        double[] disturbed = parameters.clone();
        for (int i = 0; i < disturbed.length; i++) {
            disturbed[i] *= i % 2 == 0 ? 1 + DISTURBANCE : 1 - DISTURBANCE;
        }
        return disturbed;
    }

    /** The largest difference of parameters after {@code steps} steps, where the disturbed run has come to {@code shadow}. */
    static double tolerance(int steps, double[] parameters, double[] shadow) {
        double size = Math.max(1, Differences.magnitude(parameters));
        double growth = Math.max(1, Differences.largest(parameters, shadow) / (DISTURBANCE * size));
        return DEVIATIONS * UNIT_ROUNDOFF * Math.sqrt(steps + 1.0) * growth * size;
    }
}
