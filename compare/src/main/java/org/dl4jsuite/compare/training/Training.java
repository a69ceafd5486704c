package org.dl4jsuite.compare.training;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.dl4j.MnistNetwork;
import org.dl4jsuite.scratch.Variant;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Trains one side alone, as its own users would: DL4J by {@link MnistNetwork} and its {@code fit(iterator)}.
 *
 * @param split the images
 * @param plan how often and in what order they are shown
 * @param spec in the precision that the side computes in
 * @param afterEpoch called after each epoch
 * @param progress counts training images
 * @param checksum takes what the network is trained and tested on
 */
public record Training(
        Split split,
        TrainingPlan plan,
        NetworkSpec spec,
        Consumer<EpochAccuracy> afterEpoch,
        Progress progress,
        InputChecksum checksum) {
    /**
     * Trains one side alone, with progress, and returns the trained parameters.
     *
     * @param spec the network, in the precision that the side computes in
     * @param afterEpoch called after each epoch
     */
    public static double[] alone(
            Side side,
            NetworkSpec spec,
            TrainingPlan plan,
            Split split,
            double[] weights,
            Consumer<EpochAccuracy> afterEpoch) {
        try (Progress progress = Progress.start("training " + side, plan.samples(split))) {
            return new Training(split, plan, spec, afterEpoch, progress, InputChecksum.none()).run(side, weights);
        }
    }

    /** Runs all epochs from {@code weights} and returns the trained parameters. */
    public double[] run(Side side, double[] weights) {
        return switch (side) {
            case SCRATCH -> scratch(weights);
            case SCRATCH_FAST -> new FastTraining(split, plan, spec).run(weights, afterEpoch, progress, checksum);
            case DL4J -> spec.variant() == Variant.BOOK_RULE ? dl4jByBookRule(weights) : dl4j(weights);
        };
    }

    private double[] scratch(double[] weights) {
        ScratchModel network = new ScratchModel(spec);
        return byEpochs(Side.SCRATCH, network, weights, images -> {
            double loss = 0;
            for (int from = 0; from < images.size(); from += plan.batch()) {
                Batch batch = plan.batch(images, from);
                checksum.add(batch.inputs(), batch.targets());
                loss += network.train(batch.inputs(), batch.targets())
                        / spec.reduction().factor(batch.size());
                progress.advance(batch.size());
            }
            return loss;
        });
    }

    private double[] dl4j(double[] weights) {
        MultiLayerNetwork network =
                MnistNetwork.train(weights, spec.rate(), Dl4jModel.dataType(spec), this::epochs, new EpochListener());
        try {
            return network.params().toDoubleVector();
        } finally {
            network.close();
        }
    }

    private Iterator<DataSetIterator> epochs() {
        return IntStream.rangeClosed(1, plan.epochs())
                .mapToObj(epoch -> checksum.watch(plan.order(split, epoch), plan.batch()))
                .iterator();
    }

    /** Adds up the losses of the steps; after an epoch evaluates the network on the test images. */
    private final class EpochListener extends BaseTrainingListener {
        private double loss;
        private int epoch;

        @Override
        public void iterationDone(Model model, int iteration, int epochs) {
            int images = ((MultiLayerNetwork) model).batchSize();
            loss += model.score() * images; // DL4J's score is the mean over the batch
            progress.advance(images);
        }

        @Override
        public void onEpochEnd(Model model) {
            DataSetIterator test = checksum.watch(split.test(), Predictions.BATCH);
            double accuracy = ((MultiLayerNetwork) model).evaluate(test).accuracy();
            double mean = loss / split.train().size();
            afterEpoch.accept(new EpochAccuracy(Side.DL4J.label(), spec.precision(), ++epoch, mean, accuracy));
            loss = 0;
        }
    }

    /** The book's rule is the gradient of no loss, so {@code fit} cannot follow it. */
    private double[] dl4jByBookRule(double[] weights) {
        try (Dl4jModel network = Dl4jModel.of(spec)) {
            return byEpochs(Side.DL4J, network, weights, images -> {
                DataSetIterator digits = checksum.watch(images, plan.batch());
                double loss = 0;
                while (digits.hasNext()) {
                    DataSet batch = digits.next();
                    network.fit(batch.getFeatures(), batch.getLabels());
                    loss += network.score() / spec.reduction().factor(batch.numExamples());
                    progress.advance(batch.numExamples());
                }
                return loss;
            });
        }
    }

    /** Trains and tests by epochs; {@code epoch} takes the steps on its images and returns the sum of their losses. */
    private double[] byEpochs(Side side, Learner network, double[] weights, ToDoubleFunction<LabelledImages> epoch) {
        network.setParameters(weights);
        for (int number = 1; number <= plan.epochs(); number++) {
            double loss = epoch.applyAsDouble(plan.order(split, number));
            afterEpoch.accept(EpochAccuracy.of(side, network, spec.precision(), split, number, loss, checksum));
        }
        return network.parameters();
    }
}
