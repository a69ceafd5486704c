package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.Origin;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.accuracy.Contestant;
import org.dl4jsuite.compare.accuracy.EpochAccuracy;
import org.dl4jsuite.compare.accuracy.FastTraining;
import org.dl4jsuite.compare.accuracy.SavedModel;
import org.dl4jsuite.compare.accuracy.Training;
import org.dl4jsuite.compare.accuracy.TrainingPlan;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite train}: one side alone. */
@Command(name = "train", description = "Trains one side and prints its accuracy after each epoch.")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--side", required = true, description = "${COMPLETION-CANDIDATES}.")
    private Side side;

    @Option(
            names = "--precision",
            description = "What DL4J computes in, ${COMPLETION-CANDIDATES}. Default: FLOAT, as DL4J's own;"
                    + " scratch always computes in DOUBLE, scratch-fast in FLOAT.")
    private @Nullable Precision precision;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Times to show all images. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(names = "--save", paramLabel = "FILE", description = "Write the trained network, as JSON.")
    private @Nullable Path save;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() throws IOException {
        network.validate();
        TrainingPlan plan = network.plan(epochs);
        NetworkOptions.require(
                side == Side.DL4J || precision == null || precision == side.usualPrecision(),
                "--precision " + precision + ": " + side + " computes in " + side.usualPrecision()
                        + "; leave the option out.");
        OutputFile.check("--save", save);
        Split split = data.load();
        network.validateBatch(split);
        NetworkSpec networkSpec = network.spec().withPrecision(precision == null ? side.usualPrecision() : precision);
        double[] parameters;
        try (Progress progress = Progress.start("training " + side, plan.samples(split))) {
            parameters = side == Side.SCRATCH_FAST
                    ? new FastTraining(split, plan, networkSpec).run(network.initialWeights(), this::print, progress)
                    : train(split, plan, networkSpec, progress);
        }
        if (save != null) {
            SavedModel.of(side, networkSpec, origin(split, networkSpec), parameters)
                    .write(save);
        }
        return 0;
    }

    private double[] train(Split split, TrainingPlan plan, NetworkSpec networkSpec, Progress progress) {
        try (Learner learner = side.build(networkSpec)) {
            learner.setParameters(network.initialWeights());
            Contestant contestant = new Contestant(side.label(), networkSpec.precision(), learner);
            new Training(split, plan, networkSpec.reduction(), List.of(contestant))
                    .run(() -> {}, this::print, progress);
            return learner.parameters();
        }
    }

    private Origin origin(Split split, NetworkSpec networkSpec) {
        Map<String, Object> configuration =
                network.origin(epochs, split.train().size(), split.test().size());
        configuration.put("side", side);
        configuration.put("precision", networkSpec.precision());
        Map<String, String> files = DataOptions.origin(split);
        return side == Side.DL4J ? Origin.of(configuration, files) : Origin.withoutDl4j(configuration, files);
    }

    private void print(EpochAccuracy result) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "epoch %d: training loss %.6f, test accuracy %.4f%n",
                result.epoch(),
                result.trainingLoss(),
                result.testAccuracy());
        out.flush();
    }
}
