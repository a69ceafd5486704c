package org.dl4jsuite.compare.training;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NativeArguments;
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
    /** Runs all epochs from {@code weights}, whatever becomes of them, and returns the trained parameters. */
    public double[] run(Side side, double[] weights) {
        return run(side, begin(side, spec, weights), TrainingMonitor.NONE);
    }

    /**
     * Runs all epochs from {@code weights} and returns the trained parameters.
     *
     * @throws TrainingFailure if the training cannot come to anything
     */
    public double[] runWatched(Side side, double[] weights) {
        TrainingHealth health = new TrainingHealth(spec, split.train(), TrainingHealth.usualInterval(side));
        return run(side, begin(side, spec, weights), health);
    }

    /** Returns where a training from these weights, the flat parameters, begins. */
    public static TrainingState begin(Side side, NetworkSpec spec, double[] weights) {
        return TrainingState.begin(side == Side.SCRATCH_FAST ? FastTraining.state(spec, weights) : weights);
    }

    /** Runs from {@code start}, where the same training has stood before, to the end; every bit is that of one run. */
    public double[] run(Side side, TrainingState start, TrainingMonitor monitor) {
        TrainingRun run = new TrainingRun(plan, split.train().size(), start, afterEpoch, progress, monitor);
        return switch (side) {
            case SCRATCH -> scratch(run, start.weights());
            case SCRATCH_FAST -> new FastTraining(split, plan, spec).run(run, start.weights(), checksum);
            case DL4J ->
                spec.variant() == Variant.BOOK_RULE ? dl4jByBookRule(run, start.weights()) : dl4j(run, start.weights());
        };
    }

    private double[] scratch(TrainingRun run, double[] weights) {
        ScratchModel network = new ScratchModel(spec);
        return byEpochs(Side.SCRATCH, network, run, weights, images -> {
            for (int from = run.images(); from < images.size(); from += plan.batch()) {
                Batch batch = plan.batch(images, from);
                checksum.add(batch.inputs(), batch.targets());
                double loss = network.train(batch.inputs(), batch.targets())
                        / spec.reduction().factor(batch.size());
                run.step(batch.size(), loss, network::parameters);
            }
        });
    }

    private double[] dl4j(TrainingRun run, double[] weights) {
        try (NativeArguments arguments = new NativeArguments()) {
            MultiLayerNetwork network = MnistNetwork.train(
                    weights,
                    spec.rate(),
                    Dl4jModel.dataType(spec),
                    () -> epochs(run),
                    new StepListener(run, arguments));
            try {
                return network.params().toDoubleVector();
            } finally {
                network.close();
            }
        }
    }

    /** Returns an iterator over the images of each epoch, made when the epoch begins. */
    private Iterator<DataSetIterator> epochs(TrainingRun run) {
        return IntStream.rangeClosed(run.epoch(), plan.epochs())
                .mapToObj(epoch -> checksum.watch(plan.order(split, epoch).from(run.images()), plan.batch()))
                .iterator();
    }

    /** Notes the losses of the steps; after an epoch evaluates the network on the test images. */
    private final class StepListener extends BaseTrainingListener {
        private final TrainingRun run;
        private final NativeArguments arguments;

        StepListener(TrainingRun run, NativeArguments arguments) {
            this.run = run;
            this.arguments = arguments;
        }

        @Override
        public void iterationDone(Model model, int iteration, int epochs) {
            int images = ((MultiLayerNetwork) model).batchSize();
            run.step(images, model.score() * images, trainee(model)); // DL4J's score is the mean over the batch
            arguments.free();
        }

        @Override
        public void onEpochEnd(Model model) {
            DataSetIterator test = checksum.watch(split.test(), Predictions.BATCH);
            double accuracy = ((MultiLayerNetwork) model).evaluate(test).accuracy();
            run.endEpoch(Side.DL4J, spec.precision(), accuracy, trainee(model));
        }

        private Trainee trainee(Model model) {
            return () -> model.params().toDoubleVector();
        }
    }

    /** The book's rule is the gradient of no loss, so {@code fit} cannot follow it. */
    private double[] dl4jByBookRule(TrainingRun run, double[] weights) {
        try (NativeArguments arguments = new NativeArguments();
                Dl4jModel network = Dl4jModel.of(spec)) {
            return byEpochs(Side.DL4J, network, run, weights, images -> {
                DataSetIterator digits = checksum.watch(images.from(run.images()), plan.batch());
                while (digits.hasNext()) {
                    DataSet batch = digits.next();
                    network.fit(batch.getFeatures(), batch.getLabels());
                    double loss = network.score() / spec.reduction().factor(batch.numExamples());
                    run.step(batch.numExamples(), loss, network::parameters);
                    arguments.free();
                }
            });
        }
    }

    /** Trains and tests by epochs; {@code epoch} takes the steps that are left of it on its images. */
    private double[] byEpochs(
            Side side, Learner network, TrainingRun run, double[] weights, Consumer<LabelledImages> epoch) {
        network.setParameters(weights);
        while (!run.isFinished()) {
            epoch.accept(plan.order(split, run.epoch()));
            int[] predictions = Predictions.of(network, split.test(), checksum);
            double accuracy = ConfusionMatrix.of(split.test(), predictions).accuracy();
            run.endEpoch(side, spec.precision(), accuracy, network::parameters);
        }
        return network.parameters();
    }
}
