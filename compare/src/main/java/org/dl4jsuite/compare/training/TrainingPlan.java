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

    /** Returns the training images in the order of an epoch, from 1. */
    public LabelledImages order(Split split, int epoch) {
        return shuffleSeed.isEmpty()
                ? split.train()
                : split.shuffledTraining(seed(epoch)).train();
    }

    /** Returns the seed of the order of an epoch, from 1, of a plan that has a seed. */
    long seed(int epoch) {
        return shuffleSeed.orElseThrow() + epoch - 1;
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

    /**
     * Returns which steps a training takes between two numbers of samples, counted from 1 over all epochs, for example
     * {@code step 12 (epoch 1)} or {@code steps 1 to 10000 (epoch 1)}.
     */
    String steps(long fromSamples, long toSamples, int trainingImages) {
        long first = step(fromSamples, trainingImages) + 1;
        long last = step(toSamples, trainingImages);
        long epoch = (toSamples - 1) / trainingImages + 1;
        return (first >= last ? "step " + last : "steps " + first + " to " + last) + " (epoch " + epoch + ")";
    }

    private long step(long samples, int trainingImages) {
        int stepsPerEpoch = (trainingImages + batch - 1) / batch;
        return samples / trainingImages * stepsPerEpoch + (samples % trainingImages + batch - 1) / batch;
    }
}
