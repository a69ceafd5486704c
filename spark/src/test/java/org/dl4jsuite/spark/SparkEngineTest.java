package org.dl4jsuite.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.sweep.Arithmetic;
import org.dl4jsuite.compare.sweep.LocalEngine;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepEngine;
import org.dl4jsuite.compare.sweep.SweepResult;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark gives what the local engine gives, also when an executor dies; and says so when it cannot start. */
class SparkEngineTest {
    private static final Split SPLIT = new Split(images(60, 1), images(40, 2), "noise", Map.of());

    @AfterEach
    void forgetSettings() {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark."))
                .forEach(System::clearProperty);
    }

    @Test
    void isFoundByItsName() {
        assertThat(SweepEngine.named("spark")).isInstanceOf(SparkEngine.class);
    }

    @Test
    void twoThreadsGiveWhatTheLocalEngineGives() throws InterruptedException {
        List<SweepConfiguration> todo = Stream.of(Side.values())
                .flatMap(side -> LongStream.of(1, 2, 3).mapToObj(seed -> configuration(side, 2, seed)))
                .toList();
        assertThat(run(new SparkEngine(), todo)).isEqualTo(run(new LocalEngine(), todo));
    }

    @Test
    @Timeout(600)
    void aKilledExecutorCostsNoResult() throws InterruptedException, IOException {
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars")); // Spark insists on it
        System.setProperty("spark.master", "local-cluster[2,1,1024]");
        System.setProperty("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        List<SweepConfiguration> todo = LongStream.rangeClosed(1, 6)
                .mapToObj(seed -> configuration(Side.SCRATCH, 100, seed))
                .toList();
        List<ProcessHandle> killed = new ArrayList<>();
        List<SweepResult> results = new ArrayList<>();
        new SparkEngine().run(todo, SPLIT, 2, result -> {
            results.add(result);
            if (killed.isEmpty()) {
                List<ProcessHandle> executors =
                        ProcessHandle.current().children().toList();
                assertThat(executors).hasSize(2);
                executors.get(0).destroyForcibly();
                killed.add(executors.get(0));
            }
        });
        assertThat(killed).noneMatch(ProcessHandle::isAlive);
        assertThat(results).hasSameSizeAs(todo); // nothing came twice
        assertThat(scores(results)).isEqualTo(run(new LocalEngine(), todo));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"spark://127.0.0.1:1", "spark://127.0.0.1", "spark://no such host:7077", "nonsense", "local[x]"})
    @Timeout(60)
    void aMasterThatIsNotThere(String master) {
        System.setProperty("spark.master", master);
        assertThatThrownBy(() -> run(new SparkEngine(), List.of(configuration(Side.SCRATCH, 1, 1))))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("--master " + master + ": ")
                .message()
                .hasLineCount(1);
    }

    @Test
    void whatTheConsumerThrowsComesOut() {
        UncheckedIOException full = new UncheckedIOException(new IOException("No space left on device"));
        Consumer<SweepResult> consumer = result -> {
            throw full;
        };
        assertThatThrownBy(() -> new SparkEngine().run(List.of(configuration(Side.SCRATCH, 1, 1)), SPLIT, 1, consumer))
                .isSameAs(full);
    }

    @Test
    void anExecutorWithOtherArithmeticRefuses() {
        ExecutorData data = new ExecutorData(SPLIT, new Arithmetic("0123", "plain", "8"));
        assertThatThrownBy(data::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the driver code 0123, plain kernels, JDK 8: results would differ");
    }

    private static Map<SweepConfiguration, List<List<Double>>> run(SweepEngine engine, List<SweepConfiguration> todo)
            throws InterruptedException {
        List<SweepResult> results = new ArrayList<>();
        engine.run(todo, SPLIT, 2, results::add);
        return scores(results);
    }

    /** The accuracies and losses of each, to the last bit. */
    private static Map<SweepConfiguration, List<List<Double>>> scores(List<SweepResult> results) {
        return results.stream()
                .collect(Collectors.toMap(
                        SweepResult::configuration, result -> List.of(result.accuracy(), result.loss())));
    }

    private static SweepConfiguration configuration(Side side, int epochs, long seed) {
        return new SweepConfiguration(
                side, Variant.TRUE_GRADIENT, InitialWeights.INCOMING_LINKS, 0, 20, 0.1, epochs, seed);
    }

    private static LabelledImages images(int count, long seed) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % LabelledImages.CLASSES);
        }
        byte[] pixels = new byte[count * LabelledImages.PIXELS];
        new Random(seed).nextBytes(pixels);
        return LabelledImages.of(labels, pixels);
    }
}
