package org.dl4jsuite.compare.training;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntFunction;
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
 * @param images how many an epoch has: with rotated copies, more than the split
 * @param order gives the training images in the order of an epoch, from 1, converted; many trainings may share them
 * @param test the test images, converted
 */
public record FastTraining(
        Split split, TrainingPlan plan, NetworkSpec spec, int images, IntFunction<Images> order, Images test) {
    /** Images whose losses are added up apart, between two signs of progress. */
    private static final int BLOCK = 10_000;

    public FastTraining {
        if (plan.batch() > 1 && spec.reduction() == Reduction.SUM) {
            throw new IllegalArgumentException(
                    "The fast network steps by the mean of a batch: got SUM with a batch of " + plan.batch());
        }
    }

    /** Converts the images for this training alone. */
    public FastTraining(Split split, TrainingPlan plan, NetworkSpec spec) {
        this(split, plan, spec, split.train().size(), order(split, plan), Images.of(split.test()));
    }

    private static IntFunction<Images> order(Split split, TrainingPlan plan) {
        Images images = Images.of(split.train());
        return plan.shuffleSeed().isEmpty()
                ? epoch -> images
                : epoch -> images.permuted(split.trainingOrder(plan.seed(epoch)));
    }

    /** Images and their targets, (images, 10) row by row, as the fast network reads them. */
    public record Images(FastInputs inputs, float[] targets) {
        public static Images of(LabelledImages images) {
            return new Images(FastTraining.inputs(images), FastTraining.targets(images));
        }

        /** Returns them in another order: image {@code i} of the result is image {@code order[i]} of this. */
        Images permuted(int[] order) {
            float[] permuted = new float[targets.length];
            int outputs = LabelledImages.CLASSES;
            for (int i = 0; i < order.length; i++) {
                System.arraycopy(targets, order[i] * outputs, permuted, i * outputs, outputs);
            }
            return new Images(inputs.permuted(order), permuted);
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
        TrainingState start = TrainingState.begin(state(spec, initialWeights));
        TrainingRun run = new TrainingRun(plan, images, start, afterEpoch, progress, TrainingMonitor.NONE);
        return run(run, start.weights(), checksum);
    }

    /** Returns the state of a network with these parameters, as doubles. */
    static double[] state(NetworkSpec spec, double[] parameters) {
        FastNetwork network = FastModel.network(spec);
        network.setParameters(parameters);
        return doubles(network.state());
    }

    /** Runs on from a state of the network to the end; returns the trained parameters. */
    double[] run(TrainingRun run, double[] state, InputChecksum checksum) {
        FastNetwork network = FastModel.network(spec);
        network.setState(floats(state));
        Trainee trainee = new FastTrainee(network);
        while (!run.isFinished()) {
            epoch(network, run, trainee, checksum);
        }
        return network.parameters();
    }

    private void epoch(FastNetwork network, TrainingRun run, Trainee trainee, InputChecksum checksum) {
        Images images = order.apply(run.epoch());
        train(network, images, run, trainee);
        checksum.add(images);
        checksum.add(test);
        double accuracy = ConfusionMatrix.of(split.test(), predictions(network)).accuracy();
        run.endEpoch(Side.SCRATCH_FAST, Precision.FLOAT, accuracy, trainee);
    }

    /** Learns the images that are left of an epoch, block by block; a look may come between two steps of a block. */
    private void train(FastNetwork network, Images images, TrainingRun run, Trainee trainee) {
        int block = Math.max(1, BLOCK / plan.batch()) * plan.batch(); // whole batches
        int size = images.inputs().size();
        for (int from = run.images(); from < size; from = run.images()) {
            int end = Math.min(from - from % block + block, size);
            int to = Math.min(end, run.nextLook());
            double loss = network.train(
                    images.inputs(), images.targets(), from, to, plan.batch(), (float) spec.rate(), run.lossOfBlock());
            run.block(to - from, loss, to == end, trainee);
        }
    }

    private record FastTrainee(FastNetwork network) implements Trainee {
        @Override
        public double[] parameters() {
            return network.parameters();
        }

        @Override
        public double[] state() {
            return doubles(network.state());
        }
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
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
