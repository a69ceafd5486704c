package org.dl4jsuite.compare.training;

import java.util.OptionalLong;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;

/**
 * How often and in what order the training images are shown.
 *
 * @param epochs times that each is shown
 * @param batch images per step
 * @param shuffleSeed if present, each epoch has an order of its own, drawn from this seed plus the epochs before it;
 *     otherwise the images keep the order of the data set
 */
public record TrainingPlan(int epochs, int batch, OptionalLong shuffleSeed) {

    /** The training images in the order of an epoch, from 1. */
    public LabelledImages order(Split split, int epoch) {
        return shuffleSeed.isEmpty()
                ? split.train()
                : split.shuffledTraining(shuffleSeed.getAsLong() + epoch - 1).train();
    }

    /** Returns the batch of such images that begins at {@code from}; the last one takes what is left. */
    public Batch batch(LabelledImages images, int from) {
        int to = Math.min(from + batch, images.size());
        return new Batch(images.inputs(from, to), images.targets(from, to));
    }

    /** All images of all epochs. */
    public long samples(Split split) {
        return (long) epochs * split.train().size();
    }
}
