package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.dl4jsuite.compare.sabotage.SabotageResult.Check;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptPartsTest {
    private static final RunIdentity RUN = new RunIdentity(Map.of("options", "{seed=1}", "code", "abc"));
    private static final TypeReference<List<Double>> NUMBERS = new TypeReference<>() {};

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private KeptParts open(RunIdentity run) throws IOException {
        said.clear();
        return KeptParts.open(folder, run, false, said::add);
    }

    /** Returns the part, which must not be computed. */
    private static List<Double> kept(KeptParts parts, String name) throws IOException, InterruptedException {
        return parts.get(name, NUMBERS, () -> {
            throw new AssertionError("computed again: " + name);
        });
    }

    /** An interrupted run that has done two parts. */
    private void interrupt() throws IOException, InterruptedException {
        try (KeptParts parts = open(RUN)) {
            assertThat(parts.get("parity", NUMBERS, () -> List.of(1.5))).containsExactly(1.5);
            parts.get("lessons.toes", NUMBERS, () -> List.of(-0.0, 4.9e-324, 0.1));
        }
    }

    private Path file(String name) {
        return folder.resolve(".parts").resolve(name + ".part");
    }

    @Test
    void theSameRunGoesOn() throws Exception {
        interrupt();
        assertThat(said).isEmpty();
        try (KeptParts parts = open(RUN)) {
            assertThat(said).singleElement().asString().endsWith("; done: lessons (1), parity.");
            assertThat(parts.has("parity")).isTrue();
            assertThat(parts.has("speed")).isFalse();
            assertThat(kept(parts, "parity")).containsExactly(1.5);
            assertThat(kept(parts, "lessons.toes")).containsExactly(-0.0, 4.9e-324, 0.1);
            assertThat(said.get(0)).contains("continuing the run that began " + parts.begun());
            parts.remove();
        }
        assertThat(folder.resolve(".parts")).doesNotExist();
        try (KeptParts parts = open(RUN)) {
            assertThat(said).isEmpty();
            assertThat(parts.has("parity")).isFalse();
        }
    }

    /** What the commands' JSON leaves out, adds or writes in another way. */
    private record Everything(
            @JsonIgnore double hidden,
            @JsonProperty("renamed") int named,
            @Nullable String none,
            Check check,
            double[][] matrix,
            List<Integer> list,
            Map<String, Boolean> map,
            long[] empty) {
        @JsonProperty
        boolean agrees() {
            return true;
        }

        boolean isCaught() {
            return true;
        }
    }

    @Test
    void everyBitOfARecordIsKept() throws Exception {
        double[][] matrix = {{Double.NaN, Double.NEGATIVE_INFINITY}, {-0.0, Math.nextUp(1), 1e-310}};
        Everything all =
                new Everything(0.1 + 0.2, 3, null, Check.WEIGHTS, matrix, List.of(7), Map.of("a", true), new long[0]);
        TypeReference<Everything> type = new TypeReference<>() {};
        try (KeptParts parts = open(RUN)) {
            parts.get("all", type, () -> all);
        }
        try (KeptParts parts = open(RUN)) {
            Everything again = parts.get("all", type, () -> {
                throw new AssertionError("computed again");
            });
            assertThat(again)
                    .usingRecursiveComparison()
                    .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class) // -0 is not 0
                    .isEqualTo(all);
            assertThat(again.agrees() && again.isCaught()).isTrue();
        }
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRecognised() throws Exception {
        interrupt();
        byte[] whole = Files.readAllBytes(file("parity"));
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file("parity"), Arrays.copyOf(whole, length));
            mustBeDamaged(length);
        }
        Files.write(file("parity"), Arrays.copyOf(whole, whole.length + 1));
        mustBeDamaged(whole.length + 1);
    }

    @Test
    void aFileOfWhichAnyBitIsChangedIsRecognised() throws Exception {
        interrupt();
        byte[] whole = Files.readAllBytes(file("parity"));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Files.write(file("parity"), changed);
            mustBeDamaged(i);
        }
    }

    private void mustBeDamaged(int where) throws IOException, InterruptedException {
        try (KeptParts parts = open(RUN)) {
            assertThat(said).as("%d", where).hasSize(2);
            assertThat(said.get(0))
                    .startsWith(file("parity") + ": is damaged")
                    .endsWith("; this part is computed again.");
            assertThat(said.get(1)).endsWith("done: lessons (1).");
            assertThat(parts.has("parity")).isFalse();
            kept(parts, "lessons.toes");
        }
    }

    @Test
    void aPartThatIsOfAnotherKindIsComputedAgain() throws Exception {
        interrupt();
        try (KeptParts parts = open(RUN)) {
            assertThat(parts.get("parity", new TypeReference<Map<String, Double>>() {}, () -> Map.of("a", 1.0)))
                    .containsOnly(Map.entry("a", 1.0));
            assertThat(said.get(1))
                    .isEqualTo(file("parity") + ": is damaged, its content is no such part; it is computed again.");
            kept(parts, "lessons.toes");
        }
    }

    @Test
    void aPartUnderAnothersNameIsRecognised() throws Exception {
        interrupt();
        Files.copy(file("lessons.toes"), file("training"));
        try (KeptParts parts = open(RUN)) {
            assertThat(said.get(0)).startsWith(file("training") + ": is damaged");
            assertThat(parts.has("training")).isFalse();
        }
    }

    @Test
    void partsOfAnotherRunAreNotUsed() throws Exception {
        interrupt();
        RunIdentity other = new RunIdentity(Map.of("options", "{seed=2}", "code", "abc"));
        try (KeptParts parts = open(other)) {
            assertThat(said)
                    .containsExactly(
                            folder.resolve(".parts")
                                    + ": holds parts of another run (options differ); they are removed, and this run starts afresh.");
            assertThat(parts.get("parity", NUMBERS, () -> List.of(2.5))).containsExactly(2.5);
        }
        try (KeptParts parts = open(other)) {
            assertThat(kept(parts, "parity")).containsExactly(2.5);
            assertThat(parts.has("lessons.toes")).isFalse();
        }
    }

    @Test
    void aFreshRunForgetsThem() throws Exception {
        interrupt();
        try (KeptParts parts = KeptParts.open(folder, RUN, true, said::add)) {
            assertThat(said).isEmpty();
            assertThat(parts.has("parity")).isFalse();
        }
    }

    @Test
    void onlyOneCanHaveThemOpen() throws Exception {
        try (KeptParts first = open(RUN)) {
            first.get("parity", NUMBERS, List::of);
            assertThatThrownBy(() -> open(RUN))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            folder + ": another process is writing there; wait for its end, or give another --out.");
            assertThat(file("parity")).exists();
        }
        open(RUN).close();
    }

    @Test
    void aThreadThatComesToItsEndLaterWritesNothing() throws Exception {
        KeptParts parts = open(RUN);
        assertThat(parts.get("parity", NUMBERS, () -> {
                    parts.close();
                    return List.of(1.5);
                }))
                .containsExactly(1.5);
        assertThat(folder.resolve(".parts")).doesNotExist();
    }

    /** A part that takes its time to be written. */
    private static final class SlowPart extends AbstractList<Double> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        public Double get(int index) {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 1.5;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    @Test
    void whoClosesThemWaitsForWhatIsBeingWritten() throws Exception {
        KeptParts parts = open(RUN);
        SlowPart slow = new SlowPart();
        FutureTask<List<Double>> write = new FutureTask<>(() -> parts.get("parity", NUMBERS, () -> slow));
        FutureTask<?> close = new FutureTask<>(() -> {
            parts.close();
            return null;
        });
        new Thread(write).start();
        slow.begun.await();
        Thread closing = new Thread(close);
        closing.start();
        while (closing.getState() == Thread.State.NEW || closing.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        assertThat(close.isDone()).isFalse();
        assertThatThrownBy(() -> open(RUN)).isInstanceOf(UserError.class);
        slow.mayEnd.countDown();
        close.get();
        assertThat(file("parity")).exists();
        try (KeptParts again = open(RUN)) {
            assertThat(kept(again, "parity")).containsExactly(1.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".parts/.parity.part.0123456789abcdef.tmp", ".index.html.0123456789abcdef.tmp"})
    void whatAKilledWriteLeftIsRemoved(String name) throws Exception {
        interrupt();
        Files.writeString(folder.resolve(name), "half");
        Files.writeString(folder.resolve("notes.tmp"), "the user's own");
        open(RUN).close();
        assertThat(folder.resolve(name)).doesNotExist();
        assertThat(folder.resolve("notes.tmp")).exists();
    }

    @Test
    void theIdentityNamesTheCode() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes/org"));
        Files.writeString(classes.resolve("A.class"), "a");
        Path jar = Files.writeString(folder.resolve("b.jar"), "b");
        String path =
                folder.resolve("classes") + File.pathSeparator + jar + File.pathSeparator + folder.resolve("missing");
        String before = RunIdentity.digest(path);
        assertThat(RunIdentity.digest(path)).isEqualTo(before);
        Files.writeString(jar, "c");
        String otherJar = RunIdentity.digest(path);
        Files.writeString(classes.resolve("A.class"), "b");
        String otherClass = RunIdentity.digest(path);
        Files.move(classes.resolve("A.class"), classes.resolve("B.class"));
        assertThat(List.of(before, otherJar, otherClass, RunIdentity.digest(path)))
                .doesNotHaveDuplicates();
    }
}
