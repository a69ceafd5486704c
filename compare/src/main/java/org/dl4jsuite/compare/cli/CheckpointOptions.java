package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.sweep.Arithmetic;
import org.dl4jsuite.compare.training.Checkpoints;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Training;
import org.dl4jsuite.compare.training.TrainingHealth;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.compare.training.TrainingState;
import org.dl4jsuite.data.Sentence;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how a training can be killed and go on. */
final class CheckpointOptions {
    @Option(
            names = "--checkpoint",
            paramLabel = "DIR",
            description =
                    "Write checkpoints into this folder: however the training ends, --resume goes on from the newest"
                            + " and comes to the same numbers, to the last bit.")
    private @Nullable Path folder;

    @Option(
            names = "--every",
            paramLabel = "N",
            description =
                    "Training images from one checkpoint to the next. Default: 60000 for scratch-fast, 10000 for the"
                            + " others.")
    private @Nullable Long every;

    @Option(
            names = "--resume",
            description =
                    "Go on from the newest checkpoint in the folder; without one, start afresh. The other options must"
                            + " be the same, but for --epochs, which may be more, and --every.")
    private boolean resume;

    /** Rejects a folder that cannot be written to, and options of checkpoints without one. */
    void validate() {
        if (folder == null) {
            NetworkOptions.require(!resume, "--resume: say where the checkpoints are, by --checkpoint DIR.");
            NetworkOptions.require(
                    every == null, "--every " + every + ": say where the checkpoints go, by --checkpoint DIR.");
            return;
        }
        NetworkOptions.require(
                every == null || every >= 1, "--every " + every + ": use 1 training image or more, for example 10000.");
        OutputFile.checkFolder("--checkpoint", folder);
    }

    /**
     * Trains as {@link NetworkOptions#train} does, with checkpoints if they are asked for.
     *
     * @param spec in the precision that the side computes in
     * @param afterEpoch called for each epoch, also for those before the checkpoint
     * @param err is told where a training goes on from
     */
    @SuppressWarnings("try") // the farewell speaks when nobody closes it
    double[] train(
            Side side,
            NetworkSpec spec,
            int epochs,
            Split split,
            NetworkOptions network,
            Consumer<EpochAccuracy> afterEpoch,
            PrintWriter err)
            throws IOException {
        if (folder == null) {
            return network.train(side, spec, epochs, split, afterEpoch);
        }
        network.validateBatch(split);
        long interval = every == null ? TrainingHealth.usualInterval(side) : every;
        TrainingHealth health = new TrainingHealth(spec, split.train(), interval);
        TrainingPlan plan = network.plan(epochs);
        TrainingState start = Training.begin(side, spec, network.initialWeights());
        int images = split.train().size();
        String goOn = "Checkpoints are in " + folder + ": the same command with --resume goes on from the newest.";
        try (Farewell farewell = Farewell.of(err, goOn);
                Checkpoints checkpoints = Checkpoints.open(folder, decisive(side, spec, split, network), health)) {
            if (resume) {
                int numbers = start.weights().length;
                start = checkpoints
                        .newest(plan, images, numbers, found -> err.println("suite: " + Sentence.of(found)))
                        .orElse(start);
            } else {
                checkpoints.requireEmpty();
            }
            start.finished().forEach(afterEpoch);
            long left = plan.samples(split) - start.samples(images);
            try (Progress progress = Progress.start("training " + side, left)) {
                return new Training(split, plan, spec, afterEpoch, progress, InputChecksum.none())
                        .run(side, start, checkpoints);
            }
        }
    }

    /** Returns what the numbers of a training depend on, by the names that a user knows. */
    private static Map<String, String> decisive(Side side, NetworkSpec spec, Split split, NetworkOptions network) {
        Map<String, String> decisive = new LinkedHashMap<>();
        decisive.put("--side", side.label());
        decisive.put("--precision", spec.precision().name());
        decisive.putAll(network.decisive());
        decisive.put("--train", String.valueOf(split.train().size()));
        decisive.put("--test", String.valueOf(split.test().size()));
        split.checksums().forEach((file, checksum) -> decisive.put("SHA-256 of " + file, checksum));
        Arithmetic arithmetic = Arithmetic.here();
        if (side == Side.SCRATCH_FAST) {
            decisive.put("kernels", arithmetic.kernels());
        }
        if (side == Side.DL4J) {
            decisive.put("OMP_NUM_THREADS", System.getenv().getOrDefault("OMP_NUM_THREADS", "all"));
        }
        decisive.put("JDK", arithmetic.jdk());
        decisive.put("code", arithmetic.code());
        return decisive;
    }
}
