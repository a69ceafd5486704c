package org.dl4jsuite.compare.training;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.FastModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.fast.FastInputs;
import org.dl4jsuite.scratch.fast.FastNetwork;

/**
 * Trains the fast from-scratch network alone: the images are converted once, and the network runs through them freely.
 *
 * @param split the images
 * @param plan how often and in what order they are shown
 * @param spec the network
 * @param firstOrder the training images in their first order, converted; many trainings may share them
 * @param test the test images, converted
 */
public record FastTraining(Split split, TrainingPlan plan, NetworkSpec spec, Images firstOrder, Images test) {
    /** Images between two signs of progress. */
    private static final int CHUNK = 10_000;

    public FastTraining {
        if (plan.batch() > 1 && spec.reduction() == Reduction.SUM) {
            throw new IllegalArgumentException(
                    "The fast network steps by the mean of a batch: got SUM with a batch of " + plan.batch());
        }
    }

    /** Converts the images for this training alone. */
    public FastTraining(Split split, TrainingPlan plan, NetworkSpec spec) {
        this(split, plan, spec, Images.of(plan.order(split, 1)), Images.of(split.test()));
    }

    /** Images and their targets, (images, 10) row by row, as the fast network reads them. */
    public record Images(FastInputs inputs, float[] targets) {
        public static Images of(LabelledImages images) {
            return new Images(FastTraining.inputs(images), FastTraining.targets(images));
        }
    }

    /**
     * Runs all epochs from the given weights.
     *
     * @param afterEpoch called after each epoch
     * @param progress counts training images
     * @param checksum takes what the network is trained and tested on
     * @return the trained parameters
     */
    public double[] run(
            double[] initialWeights, Consumer<EpochAccuracy> afterEpoch, Progress progress, InputChecksum checksum) {
        FastNetwork network = FastModel.network(spec);
        network.setParameters(initialWeights);
        Images images = firstOrder;
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            if (epoch > 1 && plan.shuffleSeed().isPresent()) {
                images = Images.of(plan.order(split, epoch));
            }
            double loss = train(network, images, progress);
            checksum.add(images);
            checksum.add(test);
            double mean = loss / images.inputs().size();
            double accuracy =
                    ConfusionMatrix.of(split.test(), predictions(network)).accuracy();
            afterEpoch.accept(new EpochAccuracy(Side.SCRATCH_FAST.label(), Precision.FLOAT, epoch, mean, accuracy));
        }
        return network.parameters();
    }

    private double train(FastNetwork network, Images images, Progress progress) {
        int chunk = Math.max(1, CHUNK / plan.batch()) * plan.batch(); // whole batches
        double loss = 0;
        int size = images.inputs().size();
        for (int from = 0; from < size; from += chunk) {
            int to = Math.min(from + chunk, size);
            loss += network.train(images.inputs(), images.targets(), from, to, plan.batch(), (float) spec.rate());
            progress.advance(to - from);
        }
        return loss;
    }

    private int[] predictions(FastNetwork network) {
        double[][] outputs = FastModel.outputs(network, test.inputs(), spec.outputs());
        return Stream.of(outputs).mapToInt(Predictions::largest).toArray();
    }

    /** Returns the images as the fast network reads them. */
    public static FastInputs inputs(LabelledImages images) {
        return FastInputs.of(images.size(), LabelledImages.PIXELS, images::input);
    }

    /** Returns the targets, (images, 10), row by row. */
    public static float[] targets(LabelledImages images) {
        return FastModel.flat(images.targets(0, images.size()));
    }
}
