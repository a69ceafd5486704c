package org.dl4jsuite.compare.speed;

import java.util.List;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;

/**
 * What a measuring process is asked to measure.
 *
 * @param contestant which network, with which settings
 * @param precision what it computes in
 * @param variant of the learning rule
 * @param rate the learning rate
 * @param sizes each is measured in training and in prediction, in this order
 * @param centre hidden nodes of the network whose time for so many samples is taken
 * @param sampleCounts numbers of samples, or none
 * @param budget how long to measure
 * @param ceilings what the machine can do
 * @param data folder of the data set, or null for MNIST
 */
record SpeedRequest(
        Contestant contestant,
        Precision precision,
        Variant variant,
        double rate,
        List<Grid.Size> sizes,
        int centre,
        List<Integer> sampleCounts,
        MeasurementBudget budget,
        Ceilings ceilings,
        @Nullable String data) {

    NetworkSpec spec(int hidden) {
        return NetworkSpec.digits(hidden, rate, variant).withPrecision(precision);
    }

    /** How many answers there will be. */
    int answers() {
        return 2 * sizes.size() + (sampleCounts.isEmpty() ? 0 : 1);
    }
}
