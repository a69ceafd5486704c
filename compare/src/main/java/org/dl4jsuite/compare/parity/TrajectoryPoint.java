package org.dl4jsuite.compare.parity;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How far two networks' weights lie apart after a number of steps from the same start.
 *
 * @param step steps taken
 * @param maxAbsWeightDifference the largest |scratch - dl4j| over all parameters
 * @param worst the parameter that uses most of its tolerance, for example W1[3][7]; the first that is not finite, if there
 *     is one
 * @param tolerance the largest tolerance of a parameter, see {@link Tolerance#ofParametersAfter}
 * @param toleranceUsed the largest |scratch - dl4j| as a share of its parameter's tolerance, which is its own after the first
 *     step and its tensor's largest after more: they agree up to 1
 * @param drift the largest |scratch - perturbed|, where the perturbed run is from scratch too and started with every
 *     parameter one unit in the last place off: what rounding does
 */
public record TrajectoryPoint(
        long step, double maxAbsWeightDifference, String worst, double tolerance, double toleranceUsed, double drift) {
    /** Returns whether the difference is within its tolerance. */
    @JsonIgnore
    public boolean agrees() {
        return toleranceUsed <= 1;
    }

    /** Returns one clause with the worst parameter and how far it lies apart. */
    String describe() {
        return "after step " + step + " the weights differ most at " + worst + ", by " + maxAbsWeightDifference
                + " (tolerance " + tolerance + ", drift by rounding " + drift + ")";
    }
}
