package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training that is stopped at any look goes on from its checkpoint to the bits of one that was not. */
class ResumedTrainingTest {
    private static final Split SPLIT = Mnist.load().first(60, 30);

    @TempDir
    private Path folder;

    /** Stands in for kill -9 right after a checkpoint was written. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a training leaves behind. */
    private record Result(double[] parameters, List<EpochAccuracy> epochs) {}

    @ParameterizedTest
    @CsvSource({
        "SCRATCH, DOUBLE, TRUE_GRADIENT, 1, 13",
        "SCRATCH, DOUBLE, BOOK_RULE, 8, 30",
        "SCRATCH_FAST, FLOAT, TRUE_GRADIENT, 1, 7",
        "SCRATCH_FAST, FLOAT, BOOK_RULE, 8, 30",
        "DL4J, FLOAT, TRUE_GRADIENT, 1, 27",
        "DL4J, DOUBLE, TRUE_GRADIENT, 8, 30",
        "DL4J, DOUBLE, BOOK_RULE, 1, 35",
    })
    void endsWithTheSameBits(Side side, Precision precision, Variant variant, int batch, long every) throws Exception {
        NetworkSpec spec = NetworkSpec.digits(6, 0.2, variant)
                .withReduction(batch == 1 ? Reduction.SUM : Reduction.MEAN)
                .withPrecision(precision);
        TrainingPlan plan = new TrainingPlan(2, batch, OptionalLong.of(4));
        double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        TrainingState start = Training.begin(side, spec, weights);
        Result whole = run(side, spec, plan, start, TrainingMonitor.NONE);
        assertThat(whole.epochs()).hasSize(2);

        int kills = 0;
        for (int looks = 1; ; looks++) {
            Path own = folder.resolve(String.valueOf(looks));
            if (!isKilled(side, spec, plan, start, own, every, looks)) {
                break;
            }
            try (Checkpoints checkpoints = open(own, spec, every)) {
                List<String> said = new ArrayList<>();
                TrainingState resumed = checkpoints
                        .newest(plan, 60, start.weights().length, said::add)
                        .orElseThrow();
                assertThat(said).singleElement().asString().startsWith("going on from ");
                long samples = resumed.samples(60);
                assertThat(samples).isBetween(looks * every, looks * every + batch - 1); // no more than that is lost
                Result rest = run(side, spec, plan, resumed, checkpoints);
                assertThat(rest.parameters()).containsExactly(whole.parameters());
                List<EpochAccuracy> epochs = new ArrayList<>(resumed.finished());
                epochs.addAll(rest.epochs());
                assertThat(epochs).containsExactlyElementsOf(whole.epochs());
            }
            kills++;
        }
        assertThat(kills).isEqualTo(Math.toIntExact((120 - 1) / every)); // the last look is at the end
    }

    private static Result run(
            Side side, NetworkSpec spec, TrainingPlan plan, TrainingState start, TrainingMonitor monitor) {
        List<EpochAccuracy> epochs = new ArrayList<>();
        double[] parameters = new Training(SPLIT, plan, spec, epochs::add, Progress.silent(), InputChecksum.none())
                .run(side, start, monitor);
        return new Result(parameters, epochs);
    }

    private static Checkpoints open(Path folder, NetworkSpec spec, long every) throws Exception {
        return Checkpoints.open(folder, Map.of(), new TrainingHealth(spec, SPLIT.train(), every));
    }

    /** Trains with checkpoints until the given look, or to the end if that comes first. */
    private static boolean isKilled(
            Side side, NetworkSpec spec, TrainingPlan plan, TrainingState start, Path folder, long every, int looks)
            throws Exception {
        try (Checkpoints checkpoints = open(folder, spec, every)) {
            TrainingMonitor killing = new TrainingMonitor() {
                private int looked;

                @Override
                public long every() {
                    return checkpoints.every();
                }

                @Override
                public void look(TrainingRun run, Trainee network) {
                    checkpoints.look(run, network);
                    if (++looked == looks && !run.isFinished()) {
                        throw new Killed();
                    }
                }
            };
            return catchThrowableOfType(Killed.class, () -> run(side, spec, plan, start, killing)) != null;
        }
    }
}
