package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        return Sweep.run(wanted(epochs), SPLIT, engine, threads, "sweep --test", file);
    }

    /** The result lines, sorted, without what depends on the machine. */
    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("{\"configuration\""))
                .map(line -> line.substring(0, line.indexOf(",\"seconds\"")))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void oneThreadAndTwoGiveTheSameLines() throws Exception {
        Path one = folder.resolve("one.jsonl");
        Path two = folder.resolve("two.jsonl");
        run(one, List.of(1, 2), new LocalEngine(), 1);
        SweepResults results = run(two, List.of(1, 2), new LocalEngine(), 2);
        assertThat(lines(two)).hasSize(2 * 2 * 3).isEqualTo(lines(one));
        assertThat(results.results().stream().map(SweepResult::configuration)).isSorted();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(one, two); // and nothing else
        }
    }

    @Test
    void aKilledSweepLosesOnlyWhatWasUnfinished() throws Exception {
        Path whole = folder.resolve("whole.jsonl");
        run(whole, List.of(1, 2), new LocalEngine(), 2);

        Path file = folder.resolve("killed.jsonl");
        Counting killed = new Counting(5);
        assertThatThrownBy(() -> run(file, List.of(1, 2), killed, 1)).hasMessage("killed");
        // as a killed process may leave it: with a last line that is cut off
        String text = Files.readString(file);
        String left = text.substring(0, text.length() - 20);
        Files.writeString(file, left);

        Counting resumed = new Counting(Integer.MAX_VALUE);
        run(file, List.of(1, 2), resumed, 1);
        assertThat(resumed.count).isEqualTo(12 - 4);
        assertThat(lines(file)).containsAll(lines(whole)).hasSize(12);
        assertThat(Files.readString(file)).startsWith(left + "\n"); // nothing is rewritten
        assertThat(Files.readAllLines(file).stream().filter(line -> line.startsWith("{\"origin\"")))
                .hasSize(1); // of one machine and one command

        Counting again = new Counting(Integer.MAX_VALUE);
        assertThat(run(file, List.of(1, 2), again, 1).results()).hasSize(12);
        assertThat(again.count).isZero();
    }

    @Test
    void aLineCutOffAnywhereIsRecognised() throws Exception {
        Path file = folder.resolve("cut.jsonl");
        Sweep.run(wanted(List.of(1)).subList(0, 2), SPLIT, new LocalEngine(), 1, "sweep", file);
        String whole = Files.readString(file);
        int lastLine = whole.lastIndexOf("\n{");
        List<Integer> ends = List.of(lastLine, whole.length() - 1);
        SweepResult last = SweepFile.read(file).results().get(1);
        for (int length = whole.indexOf('\n'); length < whole.length(); length++) {
            int bytes = length;
            InputStream stream =
                    new ByteArrayInputStream(whole.substring(0, bytes).getBytes(StandardCharsets.UTF_8));
            assertThat(SweepFile.read(stream, "cut").results())
                    .as("%d bytes", bytes)
                    .hasSize((int) ends.stream().filter(end -> end <= bytes).count());
        }
        Path cut = folder.resolve("again.jsonl");
        for (int length = 0; length < whole.length(); length += 101) {
            Files.writeString(cut, whole.substring(0, length));
            try (SweepFile open = SweepFile.open(cut, SweepData.of(SPLIT), "sweep")) {
                open.add(last);
            }
            assertThat(SweepFile.read(cut).results()).as("%d bytes", length).contains(last);
        }
    }

    @Test
    void blankLinesAndAMissingLastLineEndAreReadOn() throws Exception {
        Path file = folder.resolve("edited.jsonl");
        run(file, List.of(1), new LocalEngine(), 1);
        List<String> lines = Files.readAllLines(file);
        String edited = lines.get(0) + "\r\n\r\n" + String.join("\n\n", lines.subList(1, lines.size()));
        Files.writeString(file, edited);
        assertThat(SweepFile.read(file).results()).hasSize(12);
        Counting none = new Counting(Integer.MAX_VALUE);
        run(file, List.of(1), none, 1);
        assertThat(none.count).isZero();
        assertThat(run(file, List.of(2), new LocalEngine(), 1).results()).hasSize(12);
        assertThat(Files.readString(file)).startsWith(edited + "\n{");
    }

    @Test
    void resultsOfOtherCodeKernelsOrJdkAreNotContinued() throws Exception {
        Path file = folder.resolve("elsewhere.jsonl");
        run(file, List.of(1), new LocalEngine(), 1);
        String text = Files.readString(file);
        Arithmetic here = Arithmetic.here();
        String jdk = System.getProperty("java.runtime.version");
        for (List<String> change : List.of(
                List.of("\"code\":\"" + here.code(), "\"code\":\"0123", "code 0123, "),
                List.of("\"code\":\"" + here.code() + "\",", "", "code unknown, "),
                List.of("\"kernels\":\"" + here.kernels(), "\"kernels\":\"sliced", "sliced kernels"),
                List.of(" " + jdk, " 8.0.1+2", "JDK 8"))) {
            String changed = text.replace(change.get(0), change.get(1));
            Files.writeString(file, changed);
            assertThatThrownBy(() -> run(file, List.of(2), new LocalEngine(), 1))
                    .isInstanceOf(UserError.class)
                    .hasMessageContainingAll(change.get(2), "this is " + here, "give another --out");
            assertThat(file).hasContent(changed);
            assertThat(SweepFile.read(file).results()).hasSize(12); // they can be shown
        }
    }

    @Test
    void everyResultTellsTheCommandThatAskedForIt() throws Exception {
        Path file = folder.resolve("commands.jsonl");
        run(file, List.of(1), new LocalEngine(), 1);
        SweepResults results =
                Sweep.run(wanted(List.of(2)).subList(0, 3), SPLIT, new LocalEngine(), 1, "sweep --more", file);
        assertThat(SweepFile.read(file)).isEqualTo(results);
        assertThat(results.results())
                .allSatisfy(result -> assertThat(result.origin().configuration())
                        .containsEntry(
                                "command", result.configuration().epochs() == 2 ? "sweep --more" : "sweep --test"));
        assertThat(results.origins()).hasSize(2);
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
                "my notes",
                "{\"format\": \"min",
                "{}\n",
                "[1]\n",
                "{\"format\":\"dl4jsuite-sweep-0\",\"data\":null}\n",
                "\u0000\u0001\n")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> run(file, List.of(1), new LocalEngine(), 1))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("no results of a sweep: line 1")
                    .hasMessageNotContaining("\n");
            assertThat(file).hasContent(content);
        }
        Path others = folder.resolve("others.jsonl");
        Sweep.run(List.of(), SPLIT.first(200, 100), new LocalEngine(), 1, "sweep", others);
        assertThatThrownBy(() -> run(others, List.of(1), new LocalEngine(), 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("other images, MNIST (200 training and 100 test images)");
        Files.writeString(others, Files.readString(others) + "{\"configuration\":{}}\n");
        assertThatThrownBy(() -> SweepFile.read(others)).hasMessageContaining("line 2");
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertThatThrownBy(() -> run(device, List.of(1), new LocalEngine(), 1))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("/dev/null: is not a regular file");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, others);
        }
    }

    @Test
    void aFileThatThisProcessWritesIsRefused() throws Exception {
        Path file = folder.resolve("shared.jsonl");
        try (SweepFile open = SweepFile.open(file, SweepData.of(SPLIT), "sweep")) {
            assertThat(open.results().results()).isEmpty();
            assertThatThrownBy(() -> run(file, List.of(1), new LocalEngine(), 1))
                    .isInstanceOf(UserError.class)
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
                .isInstanceOf(UserError.class)
                .hasMessage("--engine abacus: is not there, only local.");
        // a module of its own, which these tests do not have
        assertThatThrownBy(() -> SweepEngine.named("spark")).hasMessageEndingWith("under \"On a cluster\".");
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
