package org.dl4jsuite.compare.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Training;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The digits' network and how it is trained. */
final class NetworkOptions {
    static final int MAX_HIDDEN_NODES = 10_000;

    @Option(names = "--hidden", paramLabel = "N", description = "Hidden nodes.")
    private int hidden = 200;

    @Option(names = "--rate", paramLabel = "R", description = "Learning rate.")
    private double rate = 0.1;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Images per step; 1 is online, more follow the mean gradient.")
    private int batch = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Of the initial weights, as numpy.random.seed(S).")
    private long seed = 1;

    @Option(
            names = "--variant",
            description =
                    "${COMPLETION-CANDIDATES}: back-propagation proper, or the rule of Make Your Own Neural Network.")
    private Variant variant = Variant.TRUE_GRADIENT;

    @Option(
            names = "--init",
            description = "${COMPLETION-CANDIDATES}: width 1/sqrt of what, for the normal initial weights.")
    private InitialWeights init = InitialWeights.INCOMING_LINKS;

    @Option(
            names = "--shuffle-seed",
            paramLabel = "S",
            description = "Show the images in a new order each epoch, drawn from this seed. Default: keep the data"
                    + " set's order.")
    private @Nullable Long shuffleSeed;

    /** Rejects options of which no network can be made, or no training. */
    void validate(int epochs) {
        requireHidden(hidden);
        require(
                rate > 0 && Double.isFinite(rate),
                "--rate " + rate + ": use a number greater than 0, for example 0.1.");
        require(batch >= 1, "--batch " + batch + ": use 1 for online learning, or more images per step.");
        requireSeed(seed);
        require(epochs >= 1, "--epochs " + epochs + ": train for at least 1 epoch.");
    }

    /** Rejects a batch that is larger than the training set. */
    void validateBatch(Split split) {
        int images = split.train().size();
        require(batch <= images, "--batch " + batch + ": there are " + images + " training images; use no more.");
    }

    /** Rejects a seed that numpy's generator cannot take. */
    static void requireSeed(long seed) {
        require(seed >= 0 && seed <= 0xffffffffL, "--seed " + seed + ": use 0 to 4294967295.");
    }

    /** Rejects a number of hidden nodes that no network can have, or no machine can hold. */
    static void requireHidden(int nodes) {
        require(
                nodes >= 1 && nodes <= MAX_HIDDEN_NODES,
                "--hidden " + nodes + ": use 1 to " + MAX_HIDDEN_NODES + " nodes.");
    }

    /** Throws a {@link UserError} with this message if the condition does not hold. */
    static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserError(message);
        }
    }

    /** Returns the network, in DOUBLE. Online, the sum over one image is its mean, and cheaper for DL4J. */
    NetworkSpec spec() {
        return NetworkSpec.digits(hidden, rate, variant).withReduction(batch == 1 ? Reduction.SUM : Reduction.MEAN);
    }

    /** Returns the weights that both sides start from. */
    double[] initialWeights() {
        return init.draw(ScratchModel.network(spec()), new NumpyRandomState(seed));
    }

    TrainingPlan plan(int epochs) {
        return new TrainingPlan(
                epochs, batch, shuffleSeed == null ? OptionalLong.empty() : OptionalLong.of(shuffleSeed));
    }

    long seed() {
        return seed;
    }

    /**
     * Trains one side alone, with progress, and returns the trained parameters.
     *
     * @throws TrainingFailure if the training cannot come to anything
     */
    double[] train(Side side, NetworkSpec trained, int epochs, Split split, Consumer<EpochAccuracy> afterEpoch) {
        validateBatch(split);
        TrainingPlan plan = plan(epochs);
        try (Progress progress = Progress.start("training " + side, plan.samples(split))) {
            return new Training(split, plan, trained, afterEpoch, progress, InputChecksum.none())
                    .runWatched(side, initialWeights());
        }
    }

    /** Returns the options on which the numbers of a training depend, by name. */
    Map<String, String> decisive() {
        Map<String, String> decisive = new LinkedHashMap<>();
        decisive.put("--hidden", String.valueOf(hidden));
        decisive.put("--rate", String.valueOf(rate));
        decisive.put("--batch", String.valueOf(batch));
        decisive.put("--seed", String.valueOf(seed));
        decisive.put("--variant", variant.name());
        decisive.put("--init", init.name());
        decisive.put("--shuffle-seed", shuffleSeed == null ? "none" : String.valueOf(shuffleSeed));
        return decisive;
    }

    /** Returns the options for the provenance of a network that one side trained. */
    Map<String, Object> origin(int epochs, Split split, Side side, Precision precision) {
        Map<String, Object> origin = origin(epochs, split);
        origin.put("side", side);
        origin.put("precision", precision);
        return origin;
    }

    /** Returns the options for the provenance. */
    Map<String, Object> origin(int epochs, Split split) {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("layers", spec().layers());
        origin.put("rate", rate);
        origin.put("batch", batch);
        origin.put("epochs", epochs);
        origin.put("seed", seed);
        origin.put("variant", variant);
        origin.put("initialWeights", init);
        origin.put("shuffleSeed", shuffleSeed == null ? "none" : shuffleSeed);
        origin.put("trainingImages", split.train().size());
        origin.put("testImages", split.test().size());
        return origin;
    }
}
