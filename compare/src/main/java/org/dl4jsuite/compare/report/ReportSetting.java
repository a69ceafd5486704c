package org.dl4jsuite.compare.report;

import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Split;

/**
 * What the networks of a report have in common.
 *
 * @param split the images
 * @param spec the network, in DOUBLE
 * @param plan how often and in what order the images are shown
 * @param initialWeights what all networks start from
 * @param seed of the parity cases, and of what is taken away to look inside
 */
public record ReportSetting(Split split, NetworkSpec spec, TrainingPlan plan, double[] initialWeights, long seed) {

    /** Returns the network in one line, for example {@code 784-200-10, sigmoid, rate 0.1, online, TRUE_GRADIENT}. */
    String network() {
        return spec.shape() + ", sigmoid, rate " + spec.rate() + ", "
                + (plan.batch() == 1 ? "online" : "batches of " + plan.batch()) + ", " + spec.variant();
    }
}
