package org.dl4jsuite.compare.parity;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How far two networks' weights lie apart after a number of steps from the same start.
 *
 * @param step steps taken
 * @param maxAbsWeightDifference the largest |scratch - dl4j| over all parameters
 * @param worst the parameter on which they differ most, for example W1[3][7]
 * @param tolerance what rounding can explain, see {@link Tolerance#ofWeights}
 */
public record TrajectoryPoint(long step, double maxAbsWeightDifference, String worst, double tolerance) {
    @JsonIgnore
    public boolean agrees() {
        return maxAbsWeightDifference <= tolerance;
    }
}
