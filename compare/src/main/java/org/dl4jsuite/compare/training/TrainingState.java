package org.dl4jsuite.compare.training;

import java.util.List;

/**
 * Where a training stands: all that the rest of it depends on, beside its options.
 *
 * @param epoch the epoch under way, from 1; one more than there are once the training is finished
 * @param images of this epoch that are learnt already, whole batches
 * @param loss E summed over them, but for those of {@code lossOfBlock}
 * @param lossOfBlock the fast network's alone, which adds up each block of images apart, see {@link FastTraining}
 * @param finished the results of the epochs before this one
 * @param weights what the network computes with: its parameters, or the fast network's state
 */
public record TrainingState(
        int epoch, int images, double loss, double lossOfBlock, List<EpochAccuracy> finished, double[] weights) {

    /** Returns the state before the first step. */
    static TrainingState begin(double[] weights) {
        return new TrainingState(1, 0, 0, 0, List.of(), weights);
    }

    /** Returns the images learnt in all epochs. */
    public long samples(int trainingImages) {
        return (epoch - 1L) * trainingImages + images;
    }

    /** Whether a training by this plan can stand here. */
    boolean fits(TrainingPlan plan, int trainingImages) {
        return epoch >= 1
                && finished.size() == epoch - 1
                && images >= 0
                && images < trainingImages
                && images % plan.batch() == 0
                && Double.isFinite(loss)
                && Double.isFinite(lossOfBlock);
    }
}
