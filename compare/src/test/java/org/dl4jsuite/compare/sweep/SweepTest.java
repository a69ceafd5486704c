package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small sweeps on a little of MNIST. */
class SweepTest {
    private static final Split SPLIT = Mnist.load().first(300, 100);

    @TempDir
    private Path folder;

    private static List<SweepConfiguration> wanted(List<Integer> epochs) {
        return new SweepGrid(
                        List.of(Side.SCRATCH_FAST),
                        Variant.TRUE_GRADIENT,
                        InitialWeights.INCOMING_LINKS,
                        List.of(0.0, 10.0),
                        List.of(4, 12),
                        List.of(0.3),
                        epochs,
                        List.of(1L, 2L, 3L))
                .configurations();
    }

    private static SweepResults run(Path file, List<Integer> epochs, SweepEngine engine, int threads) throws Exception {
        return Sweep.run(wanted(epochs), SPLIT, engine, threads, file);
    }

    /** The result lines without what depends on the machine. */
    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("{\"configuration\""))
                .map(line -> line.substring(0, line.indexOf(",\"seconds\"")))
                .toList();
    }

    @Test
    void oneThreadAndTwoGiveTheSameLinesInCanonicalOrder() throws Exception {
        Path one = folder.resolve("one.jsonl");
        Path two = folder.resolve("two.jsonl");
        run(one, List.of(1, 2), new LocalEngine(), 1);
        SweepResults results = run(two, List.of(1, 2), new LocalEngine(), 2);
        assertThat(lines(two)).hasSize(2 * 2 * 3).isEqualTo(lines(one));
        assertThat(results.results().stream().map(SweepResult::configuration)).isSorted();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(one, two); // and no journal
        }
    }

    @Test
    void aKilledSweepLosesOnlyWhatWasUnfinished() throws Exception {
        Path whole = folder.resolve("whole.jsonl");
        run(whole, List.of(1, 2), new LocalEngine(), 2);

        Path file = folder.resolve("killed.jsonl");
        Path journal = folder.resolve("killed.jsonl.journal");
        Counting killed = new Counting(5);
        assertThatThrownBy(() -> run(file, List.of(1, 2), killed, 1)).hasMessage("killed");
        // as a killed process leaves it: the file without results, the journal with a last line that is cut off
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n");
        String text = String.join("\n", lines);
        Files.writeString(journal, text.substring(0, text.length() - 20));

        Counting resumed = new Counting(Integer.MAX_VALUE);
        run(file, List.of(1, 2), resumed, 1);
        assertThat(resumed.count).isEqualTo(12 - 4);
        assertThat(lines(file)).isEqualTo(lines(whole));
        assertThat(journal).doesNotExist();

        Files.writeString(journal, "{\"format\":\"dl4js"); // killed while it began
        Counting again = new Counting(Integer.MAX_VALUE);
        run(file, List.of(1, 2), again, 1);
        assertThat(again.count).isZero();
        assertThat(lines(file)).isEqualTo(lines(whole));
    }

    @Test
    void fewerEpochsAreThePrefixOfMore() throws Exception {
        Path file = folder.resolve("prefix.jsonl");
        SweepResults three = run(file, List.of(1, 3), new LocalEngine(), 1);
        assertThat(three.results()).hasSize(12);
        Counting none = new Counting(Integer.MAX_VALUE);
        run(file, List.of(2), none, 1);
        assertThat(none.count).isZero();
        SweepResults two = run(folder.resolve("two.jsonl"), List.of(2), new LocalEngine(), 1);
        for (int i = 0; i < 12; i++) {
            assertThat(two.results().get(i).accuracy())
                    .isEqualTo(three.results().get(i).accuracy().subList(0, 2));
            assertThat(two.results().get(i).loss())
                    .isEqualTo(three.results().get(i).loss().subList(0, 2));
        }
        Counting longer = new Counting(Integer.MAX_VALUE);
        assertThat(run(file, List.of(4), longer, 1).results()).hasSize(12);
        assertThat(longer.count).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void everySideRunsTheSameExperiment(Side side) {
        SweepConfiguration configuration =
                new SweepConfiguration(side, Variant.BOOK_RULE, InitialWeights.OWN_NODES, 10, 10, 0.2, 2, 7);
        SweepResult result = new SweepRun(SPLIT).run(configuration);
        SweepResult reference = new SweepRun(SPLIT)
                .run(new SweepConfiguration(
                        Side.SCRATCH, Variant.BOOK_RULE, InitialWeights.OWN_NODES, 10, 10, 0.2, 2, 7));
        for (int epoch = 1; epoch <= 2; epoch++) {
            double loss = reference.loss().get(epoch - 1);
            assertThat(result.loss().get(epoch - 1))
                    .isCloseTo(loss, org.assertj.core.api.Assertions.within(1e-5 * loss));
        }
        assertThat(result.accuracyAfter(2)).isGreaterThan(0.5);
        assertThat(result.origin().backend().equals("none")).isEqualTo(side != Side.DL4J);
    }

    @Test
    void resultsTravelAsTheyAre() throws Exception {
        SweepResult result = new SweepRun(SPLIT).run(wanted(List.of(1)).get(0));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(result);
        }
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(stream.readObject()).isEqualTo(result);
        }
    }

    @Test
    void whatIsNoSweepOfTheseImagesIsRefusedAndLeftAlone() throws Exception {
        Path file = folder.resolve("mine");
        for (String content : List.of(
                "my notes", "{}\n", "[1]\n", "{\"format\":\"dl4jsuite-sweep-0\",\"data\":null}\n", "\u0000\u0001\n")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> run(file, List.of(1), new LocalEngine(), 1))
                    .isInstanceOf(SweepException.class)
                    .hasMessageContaining("no results of a sweep: line 1")
                    .hasMessageNotContaining("\n");
            assertThat(file).hasContent(content);
        }
        Path others = folder.resolve("others.jsonl");
        Sweep.run(List.of(), SPLIT.first(200, 100), new LocalEngine(), 1, others);
        assertThatThrownBy(() -> run(others, List.of(1), new LocalEngine(), 1))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("other images, MNIST (200 training and 100 test images)");
        Files.writeString(others, Files.readString(others) + "{\"configuration\":{}}\n");
        assertThatThrownBy(() -> SweepFile.read(others)).hasMessageContaining("line 2");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, others);
        }
    }

    @Test
    void aFileThatAnotherSweepWritesIsRefused() throws Exception {
        Path file = folder.resolve("shared.jsonl");
        try (SweepStore store = SweepStore.open(file, SweepData.of(SPLIT))) {
            assertThat(store.results().results()).isEmpty();
            assertThatThrownBy(() -> run(file, List.of(1), new LocalEngine(), 1))
                    .isInstanceOf(SweepException.class)
                    .hasMessageContaining("another sweep is writing it");
        }
    }

    @Test
    void theNameOfAConfigurationIsItsJson() {
        assertThat(wanted(List.of(5)).get(0).key())
                .isEqualTo(
                        "{\"side\":\"scratch-fast\",\"variant\":\"TRUE_GRADIENT\",\"initialWeights\":\"INCOMING_LINKS\","
                                + "\"rotation\":0.0,\"hidden\":4,\"rate\":0.3,\"epochs\":5,\"seed\":1}");
    }

    @Test
    void enginesAreFoundByName() {
        assertThat(SweepEngine.named("local")).isInstanceOf(LocalEngine.class);
        assertThatThrownBy(() -> SweepEngine.named("abacus"))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("--engine abacus: is not there");
    }

    /** Runs in disorder, counts, and fails after so many trainings. */
    private static final class Counting implements SweepEngine {
        private final int most;
        private int count;

        Counting(int most) {
            this.most = most;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public void run(List<SweepConfiguration> todo, Split split, int threads, Consumer<SweepResult> finished) {
            List<SweepConfiguration> order = new ArrayList<>(todo);
            Collections.reverse(order);
            SweepRun run = new SweepRun(split);
            for (SweepConfiguration configuration : order) {
                if (count == most) {
                    throw new IllegalStateException("killed");
                }
                finished.accept(run.run(configuration));
                count++;
            }
        }
    }
}
