package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.lang.reflect.Member;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.interchange.DefaultNetwork;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A trained network for a command that needs one: a saved one, the suite's own, or one that the fast network learns at once. */
final class ModelOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "What suite train --save wrote, a DL4J network's .zip or a .npz. Default: the network that comes with the"
                            + " suite; with options of the network or of the data, one is trained at once as they say.")
    private @Nullable Path file;

    @Option(names = "--epochs", paramLabel = "N", description = "Times to show all images in training.")
    private int epochs = 5;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private DataOptions data;

    /** A trained network and, in one sentence, which. */
    record Trained(SavedModel model, String description) {
        /** Returns what is made of the network on both sides, scratch first, in DOUBLE; how it was trained plays no part. */
        <T> T onBothSides(BiFunction<InspectableModel, InspectableModel, T> use) {
            NetworkSpec exact = model.network().withPrecision(Precision.DOUBLE).withVariant(Variant.TRUE_GRADIENT);
            try (InspectableModel scratch = new ScratchModel(exact);
                    InspectableModel dl4j = Dl4jModel.of(exact)) {
                scratch.setParameters(model.parameters());
                dl4j.setParameters(model.parameters());
                return use.apply(scratch, dl4j);
            }
        }
    }

    /**
     * Rejects what cannot be trained, and options of the training beside a network that is trained already; to be called
     * before any work.
     *
     * @param usesData whether the data are looked at even so
     */
    void validate(boolean usesData) {
        network.validate(epochs);
        if (file == null) {
            return;
        }
        for (OptionSpec option : trainingOptions()) {
            NetworkOptions.require(
                    usesData && ownerOf(option) == DataOptions.class,
                    option.longestName() + " " + String.join(",", option.originalStringValues()) + ": --model " + file
                            + " is trained already; leave one of the two out.");
        }
    }

    /** Returns the given options that a training would follow. */
    private List<OptionSpec> trainingOptions() {
        return command.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> ownerOf(option) == NetworkOptions.class
                        || ownerOf(option) == DataOptions.class
                        || option.longestName().equals("--epochs"))
                .toList();
    }

    private static Class<?> ownerOf(OptionSpec option) {
        return ((Member) option.userObject()).getDeclaringClass();
    }

    Split loadData() {
        return data.load();
    }

    /** Returns the saved network or the suite's own, or null if one is to be trained. */
    @Nullable
    Trained saved() throws IOException {
        if (file != null) {
            return described(ModelFile.readForImages(file), "The network of " + file);
        }
        return trainingOptions().isEmpty()
                ? described(DefaultNetwork.read(), "The network that comes with the suite")
                : null;
    }

    private static Trained described(SavedModel model, String which) {
        return new Trained(
                model,
                which + ", " + model.network().shape() + ", trained by " + model.side()
                        + "; both sides run its weights in DOUBLE.");
    }

    /** Trains a network and returns it; some seconds on MNIST. */
    Trained train(Split split) {
        NetworkSpec spec = network.spec().withPrecision(Precision.FLOAT);
        List<EpochAccuracy> results = new ArrayList<>();
        double[] parameters = network.train(Side.SCRATCH_FAST, spec, epochs, split, results::add);
        Map<String, Object> configuration = network.origin(epochs, split, Side.SCRATCH_FAST, spec.precision());
        Provenance origin = Provenance.of(configuration, DataOptions.origin(split)); // DL4J will run the network
        return new Trained(
                SavedModel.of(Side.SCRATCH_FAST, spec, origin, parameters),
                "A network of " + spec.shape() + ", trained now by " + Side.SCRATCH_FAST + " for " + epochs
                        + " epochs from seed " + network.seed() + ", test accuracy "
                        + Format.fixed(results.get(epochs - 1).testAccuracy(), 4)
                        + "; both sides run its weights in DOUBLE.");
    }
}
