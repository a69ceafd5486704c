package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.lang.reflect.Member;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A trained network for a command that needs one: a saved one, or one that the fast network learns at once. */
final class ModelOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "What suite train --save wrote, a DL4J network's .zip or a .npz. Default: the fast network is trained at once, as the options"
                            + " of the network and of the data say.")
    private @Nullable Path file;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Times to show all images in training. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private DataOptions data;

    /** A trained network and, in one sentence, which. */
    record Trained(SavedModel model, String description) {}

    /**
     * Refuses what cannot be trained, and options of the training beside a network that is trained already; to be called
     * before any work.
     *
     * @param usesData whether the data are looked at even so
     */
    void validate(boolean usesData) {
        network.validate(epochs);
        if (file == null) {
            return;
        }
        for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            Class<?> owner = ((Member) option.userObject()).getDeclaringClass();
            boolean ofTraining = owner == NetworkOptions.class
                    || option.longestName().equals("--epochs")
                    || (owner == DataOptions.class && !usesData);
            NetworkOptions.require(
                    !ofTraining,
                    option.longestName() + " " + String.join(",", option.originalStringValues()) + ": --model " + file
                            + " is trained already; leave one of the two out.");
        }
    }

    Split loadData() {
        return data.load();
    }

    /** The saved network, or null if one is to be trained. */
    @Nullable
    Trained saved() throws IOException {
        if (file == null) {
            return null;
        }
        SavedModel model = ModelFile.readForImages(file);
        return new Trained(
                model,
                "The network of " + file + ", " + model.network().shape() + ", trained by " + model.side()
                        + "; both sides run its weights in DOUBLE.");
    }

    /** Trains a network; some seconds on MNIST. */
    Trained train(Split split) {
        NetworkSpec spec = network.spec().withPrecision(Precision.FLOAT);
        List<EpochAccuracy> results = new ArrayList<>();
        double[] parameters = network.train(Side.SCRATCH_FAST, spec, epochs, split, results::add);
        Map<String, Object> configuration = network.origin(epochs, split, Side.SCRATCH_FAST, spec.precision());
        Provenance origin = Provenance.of(configuration, DataOptions.origin(split)); // DL4J will run the network
        return new Trained(
                SavedModel.of(Side.SCRATCH_FAST, spec, origin, parameters),
                String.format(
                        Locale.ROOT,
                        "A network of %s, trained now by %s for %d epochs from seed %d, test accuracy %.4f;"
                                + " both sides run its weights in DOUBLE.",
                        spec.shape(),
                        Side.SCRATCH_FAST,
                        epochs,
                        network.seed(),
                        results.get(results.size() - 1).testAccuracy()));
    }
}
