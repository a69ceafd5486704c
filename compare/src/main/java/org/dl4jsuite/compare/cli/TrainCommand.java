package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suite train}: one side alone. */
@Command(name = "train", description = "Trains one side and prints its accuracy after each epoch.")
final class TrainCommand extends SuiteCommand {
    @Option(names = "--side", required = true, description = "${COMPLETION-CANDIDATES}.")
    private Side side;

    @Option(
            names = "--precision",
            description = "What DL4J computes in, ${COMPLETION-CANDIDATES}. Default: FLOAT, as DL4J's own;"
                    + " scratch always computes in DOUBLE, scratch-fast in FLOAT. At a high rate the two part from the same"
                    + " seed: docs/PRECISION.md.")
    private @Nullable Precision precision;

    @Option(names = "--epochs", paramLabel = "N", description = "Times to show all images.")
    private int epochs = 1;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description =
                    "Write the trained network: for DL4J if the name ends in .zip, for NumPy if in .npz, or as JSON.")
    private @Nullable Path save;

    @Mixin
    private CheckpointOptions checkpoint;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() throws IOException {
        network.validate(epochs);
        NetworkOptions.require(
                side == Side.DL4J || precision == null || precision == side.usualPrecision(),
                "--precision " + precision + ": " + side + " computes in " + side.usualPrecision()
                        + "; leave the option out.");
        checkpoint.validate();
        OutputFile.check("--save", save);
        Split split = data.load();
        NetworkSpec networkSpec = network.spec().withPrecision(precision == null ? side.usualPrecision() : precision);
        double[] parameters = checkpoint.train(side, networkSpec, epochs, split, network, this::print, err());
        if (save != null) {
            Map<String, Object> configuration = network.origin(epochs, split, side, networkSpec.precision());
            Map<String, String> files = DataOptions.origin(split);
            Provenance origin = side == Side.DL4J
                    ? Provenance.of(configuration, files)
                    : Provenance.withoutDl4j(configuration, files);
            ModelFile.write(save, SavedModel.of(side, networkSpec, origin, parameters));
        }
        return 0;
    }

    private void print(EpochAccuracy result) {
        out().println("epoch " + result.epoch() + ": training loss " + Format.fixed(result.trainingLoss(), 6)
                + ", test accuracy " + Format.fixed(result.testAccuracy(), 4));
    }
}
