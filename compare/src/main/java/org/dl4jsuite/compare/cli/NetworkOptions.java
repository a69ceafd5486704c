package org.dl4jsuite.compare.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.dl4jsuite.compare.Progress;
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
    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";
    static final int MAX_HIDDEN_NODES = 10_000;

    @Option(names = "--hidden", paramLabel = "N", defaultValue = "200", description = "Hidden nodes." + DEFAULT)
    private int hidden;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "0.1", description = "Learning rate." + DEFAULT)
    private double rate;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "1",
            description = "Images a step; 1 is online, more follow the mean gradient." + DEFAULT)
    private int batch;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the initial weights, as numpy.random.seed(S)." + DEFAULT)
    private long seed;

    @Option(
            names = "--variant",
            defaultValue = "TRUE_GRADIENT",
            description = "${COMPLETION-CANDIDATES}: back-propagation proper, or the rule of Make Your Own Neural"
                    + " Network." + DEFAULT)
    private Variant variant;

    @Option(
            names = "--init",
            defaultValue = "INCOMING_LINKS",
            description = "${COMPLETION-CANDIDATES}: width 1/sqrt of what, for the normal initial weights." + DEFAULT)
    private InitialWeights init;

    @Option(
            names = "--shuffle-seed",
            paramLabel = "S",
            description = "Show the images in a new order each epoch, drawn from this seed. Default: keep the data"
                    + " set's order.")
    private @Nullable Long shuffleSeed;

    /** Refuses what no network can have, and what is no training. */
    void validate(int epochs) {
        requireHidden(hidden);
        require(
                rate > 0 && Double.isFinite(rate),
                "--rate " + rate + ": use a number greater than 0, for example 0.1.");
        require(batch >= 1, "--batch " + batch + ": use 1 for online learning, or more images a step.");
        requireSeed(seed);
        require(epochs >= 1, "--epochs " + epochs + ": train for at least 1 epoch.");
    }

    /** Refuses a batch that is never full. */
    void validateBatch(Split split) {
        int images = split.train().size();
        require(batch <= images, "--batch " + batch + ": there are " + images + " training images; use no more.");
    }

    /** Refuses what numpy's generator cannot be seeded with. */
    static void requireSeed(long seed) {
        require(seed >= 0 && seed <= 0xffffffffL, "--seed " + seed + ": use 0 to 4294967295.");
    }

    /** Refuses hidden nodes that no network can have, or no machine can hold. */
    static void requireHidden(int nodes) {
        require(
                nodes >= 1 && nodes <= MAX_HIDDEN_NODES,
                "--hidden " + nodes + ": use 1 to " + MAX_HIDDEN_NODES + " nodes.");
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserError(message);
        }
    }

    /** The network, DOUBLE. Online, the sum over one image is its mean, and cheaper for DL4J. */
    NetworkSpec spec() {
        return NetworkSpec.digits(hidden, rate, variant).withReduction(batch == 1 ? Reduction.SUM : Reduction.MEAN);
    }

    /** The weights that both sides start from. */
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
     * Trains one side alone, with progress.
     *
     * @param trained the network, in the precision that the side computes in
     * @param afterEpoch called after each epoch
     * @return the trained parameters
     */
    double[] train(Side side, NetworkSpec trained, int epochs, Split split, Consumer<EpochAccuracy> afterEpoch) {
        validateBatch(split);
        TrainingPlan plan = plan(epochs);
        try (Progress progress = Progress.start("training " + side, plan.samples(split))) {
            return new Training(split, plan, trained, afterEpoch, progress, InputChecksum.none())
                    .run(side, initialWeights());
        }
    }

    /** For the origin of a network that one side trained. */
    Map<String, Object> origin(int epochs, Split split, Side side, Precision precision) {
        Map<String, Object> origin = origin(epochs, split);
        origin.put("side", side);
        origin.put("precision", precision);
        return origin;
    }

    /** For the origin. */
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
