package org.dl4jsuite.compare.training;

import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Split;

/**
 * How well a network does after an epoch.
 *
 * @param network scratch, scratch-fast or dl4j
 * @param precision what it computes in
 * @param epoch from 1
 * @param trainingLoss E of one example, averaged over the epoch, each taken before the step on it
 * @param testAccuracy the share of test images it gets right
 */
public record EpochAccuracy(String network, Precision precision, int epoch, double trainingLoss, double testAccuracy) {

    /**
     * Tests a network after an epoch.
     *
     * @param loss the sum of the epoch's losses
     * @param checksum takes what the network is tested on
     */
    static EpochAccuracy of(
            Side side,
            Learner learner,
            Precision precision,
            Split split,
            int epoch,
            double loss,
            InputChecksum checksum) {
        int[] predictions = Predictions.of(learner, split.test(), checksum);
        double accuracy = ConfusionMatrix.of(split.test(), predictions).accuracy();
        return new EpochAccuracy(
                side.label(), precision, epoch, loss / split.train().size(), accuracy);
    }
}
