package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of checkpoints: which are kept, which are used, which are refused. */
class CheckpointsTest {
    private static final Split SPLIT = Mnist.load().first(20, 10);
    private static final TrainingPlan PLAN = new TrainingPlan(2, 1, OptionalLong.empty());
    private static final NetworkSpec SPEC =
            NetworkSpec.digits(1, 0.1, Variant.TRUE_GRADIENT).withPrecision(Precision.FLOAT);
    private static final int NUMBERS =
            Training.begin(Side.SCRATCH_FAST, SPEC, new double[794]).weights().length;

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    /** Trains 40 images, with a checkpoint each 7: 35 and the end, 40, are kept. */
    @BeforeEach
    void train() throws IOException {
        try (Checkpoints checkpoints = open("--rate", "0.1")) {
            double[] weights = new double[794];
            Arrays.setAll(weights, i -> Math.sin(i));
            new Training(SPLIT, PLAN, SPEC, epoch -> {}, Progress.silent(), InputChecksum.none())
                    .run(Side.SCRATCH_FAST, Training.begin(Side.SCRATCH_FAST, SPEC, weights), checkpoints);
        }
    }

    private Checkpoints open(String option, String value) throws IOException {
        return Checkpoints.open(folder, Map.of(option, value), new TrainingHealth(SPEC, SPLIT.train(), 7));
    }

    private Optional<TrainingState> newest() throws IOException {
        said.clear();
        try (Checkpoints checkpoints = open("--rate", "0.1")) {
            return checkpoints.newest(PLAN, 20, NUMBERS, said::add);
        }
    }

    private Path last() {
        return folder.resolve("40.checkpoint");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theTwoNewestAreKeptAndSayWhereTheTrainingStands() throws IOException {
        assertThat(names()).containsExactly("35.checkpoint", "40.checkpoint", "lock");
        TrainingState state = newest().orElseThrow();
        assertThat(state.epoch()).isEqualTo(3);
        assertThat(state.images()).isZero();
        assertThat(state.finished()).hasSize(2);
        Files.delete(last());
        state = newest().orElseThrow();
        assertThat(state.epoch()).isEqualTo(2);
        assertThat(state.images()).isEqualTo(15);
        assertThat(state.loss()).isZero(); // of the block that is under way
        assertThat(state.lossOfBlock()).isPositive();
    }

    /** Cut off anywhere, any byte changed, or something behind it: the one before is used, and one sentence says so. */
    @Test
    void aDamagedCheckpointIsPassedOver() throws IOException {
        byte[] whole = Files.readAllBytes(last());
        for (int i = 0; i < whole.length; i += 61) {
            Files.write(last(), Arrays.copyOf(whole, i));
            assertTheOneBeforeIsUsed();
            byte[] changed = whole.clone();
            changed[i] ^= 4;
            Files.write(last(), changed);
            assertTheOneBeforeIsUsed();
        }
        Files.write(last(), Arrays.copyOf(whole, whole.length + 1));
        assertTheOneBeforeIsUsed();
        Files.write(last(), whole);
        assertThat(newest().orElseThrow().epoch()).isEqualTo(3);
    }

    private void assertTheOneBeforeIsUsed() throws IOException {
        assertThat(newest().orElseThrow().images()).isEqualTo(15);
        assertThat(said)
                .singleElement()
                .isEqualTo(last() + " is damaged, its checksum is not that of its content; going on from "
                        + folder.resolve("35.checkpoint") + ", after 35 images.");
    }

    @Test
    void withoutAWholeCheckpointTheTrainingStartsAfreshAndSaysSo() throws IOException {
        Files.writeString(last(), "");
        Files.delete(folder.resolve("35.checkpoint"));
        assertThat(newest()).isEmpty();
        assertThat(said).singleElement().asString().contains("40.checkpoint is damaged", "no other checkpoint");
        Files.delete(last());
        assertThat(newest()).isEmpty();
        assertThat(said).containsExactly("no checkpoint is in " + folder + ", so the training starts afresh.");
    }

    /** Whoever forges the checksum too gets no further: no memory for what is not there, no place that cannot be. */
    @ParameterizedTest
    @CsvSource({
        "'\"numbers\":797', '\"numbers\":2147483647', it says that it has 2147483647 numbers",
        "'\"numbers\":797', '\"numbers\":-1', it says that it has -1 numbers",
        "'\"epoch\":3', '\"epoch\":-3', its content is of no training with these options",
        "'\"images\":0', '\"images\":20', its content is of no training with these options",
        "'\"images\":0', '\"images\":5', its content is of no training with these options",
        "'\"loss\":0.0', '\"loss\":\"NaN\"', its content is of no training with these options",
        "'\"loss\":0.0,', '', its first line is not that of a checkpoint",
        "'\"images\":0', '\"images\":0,\"images\":0', its first line is not that of a checkpoint",
        "dl4jsuite-checkpoint-1, something-else, its format is not dl4jsuite-checkpoint-1",
    })
    void aForgedCheckpointIsPassedOver(String part, String replacement, String why) throws Exception {
        forge(part, replacement);
        assertThat(newest().orElseThrow().images()).isEqualTo(15);
        assertThat(said).singleElement().asString().contains(last() + " is damaged, " + why);
    }

    private void forge(String part, String replacement) throws Exception {
        String content = Files.readString(last(), StandardCharsets.ISO_8859_1);
        assertThat(content).contains(part);
        byte[] forged = content.replace(part, replacement).getBytes(StandardCharsets.ISO_8859_1);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(forged, 0, forged.length - 32);
        Files.write(
                last(),
                ByteBuffer.wrap(forged).put(forged.length - 32, digest.digest()).array());
    }

    @Test
    void aCheckpointOfALaterVersionIsRefused() throws Exception {
        forge("dl4jsuite-checkpoint-1", "dl4jsuite-checkpoint-2");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(this::newest)
                .withMessageContainingAll("dl4jsuite-checkpoint-2", "another version");
    }

    @Test
    void otherOptionsAreRefusedWithBothValues() throws IOException {
        try (Checkpoints checkpoints = open("--rate", "0.2")) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> checkpoints.newest(PLAN, 20, NUMBERS, said::add))
                    .withMessage("--rate 0.2: " + last() + " is of a training with --rate 0.1; resume with the same, or"
                            + " give another --checkpoint folder.");
        }
    }

    @Test
    void fewerEpochsThanAreTrainedAreRefused() throws IOException {
        try (Checkpoints checkpoints = open("--rate", "0.1")) {
            TrainingPlan one = new TrainingPlan(1, 1, OptionalLong.empty());
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> checkpoints.newest(one, 20, NUMBERS, said::add))
                    .withMessageStartingWith("--epochs 1: " + last() + " is of epoch 2; ");
        }
    }

    @Test
    void anEarlierTrainingIsNotOverwritten() throws IOException {
        try (Checkpoints checkpoints = open("--rate", "0.1")) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(checkpoints::requireEmpty)
                    .withMessageContaining("go on with it by --resume");
        }
    }

    @Test
    void aSecondTrainingIsRefusedWhileTheFirstHasTheFolder() throws IOException {
        try (Checkpoints first = open("--rate", "0.1")) {
            assertThat(first.every()).isEqualTo(7);
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> open("--rate", "0.1"))
                    .withMessageContaining("another training writes its checkpoints there");
        }
        open("--rate", "0.1").close();
    }

    /** What a writer left that was killed goes; what is not the suite's stays. */
    @Test
    void leftoversAreCleared() throws IOException {
        Files.writeString(folder.resolve(".35.checkpoint.0123456789abcdef.tmp"), "half");
        Files.writeString(folder.resolve(".notes.txt.0123456789abcdef.tmp"), "mine");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.createDirectory(folder.resolve("50.checkpoint"));
        assertThat(newest()).isPresent();
        assertThat(names())
                .containsExactly(
                        ".notes.txt.0123456789abcdef.tmp",
                        "35.checkpoint",
                        "40.checkpoint",
                        "50.checkpoint",
                        "lock",
                        "notes.txt");
    }

    /** The last look comes upon weights that are no numbers: nothing is written, the two good ones stay. */
    @Test
    void aBadNetworkIsNeverWritten() throws IOException {
        double[] infinite = new double[NUMBERS];
        infinite[3] = Double.POSITIVE_INFINITY;
        try (Checkpoints checkpoints = open("--rate", "0.1")) {
            TrainingState state =
                    checkpoints.newest(PLAN, 20, NUMBERS, said::add).orElseThrow();
            TrainingRun run = new TrainingRun(PLAN, 20, state, epoch -> {}, Progress.silent(), checkpoints);
            assertThatExceptionOfType(TrainingFailure.class)
                    .isThrownBy(() -> checkpoints.look(run, () -> Arrays.copyOf(infinite, 794)))
                    .withMessageContainingAll("W1[0][3] of layer 1 is Infinity", "lower --rate", last() + ".");
        }
        assertThat(names()).containsExactly("35.checkpoint", "40.checkpoint", "lock");
        assertThat(newest()).isPresent();
    }
}
