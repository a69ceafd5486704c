package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * DL4J's memory outside the heap does not grow with the steps: the resident memory of a process of its own, whose heap is
 * all there from the start, stays where it is after the first sixth of the steps. One epoch of 60,000 steps; {@code
 * -Dnative.epochs=10} is the measurement of docs/ROBUSTNESS.md.
 */
@Tag("long")
class NativeMemoryTest {
    private static final int STEPS_PER_EPOCH = 60_000;
    private static final int SAMPLES = 60;

    /** What the compiler, the collector and the class data may still take. A leak of 100 bytes a step is 5 MB in 50,000. */
    private static final long MOST_GROWTH = 4 << 20;

    @Test
    @EnabledOnOs(OS.LINUX)
    void onlineTrainingOfDl4jDoesNotGrow() throws IOException, InterruptedException {
        int epochs = Integer.getInteger("native.epochs", 1);
        List<Long> resident = new ArrayList<>();
        Process process = start(epochs);
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                resident.add(Long.parseLong(line.split(" ", -1)[1]));
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(resident).hasSize(SAMPLES);
        List<Long> warm = resident.subList(SAMPLES / 6, SAMPLES);
        assertThat(mean(warm.subList(warm.size() - 5, warm.size())) - mean(warm.subList(0, 5)))
                .as("bytes that %s grew by after the first %d steps", warm, epochs * STEPS_PER_EPOCH / 6)
                .isLessThan(MOST_GROWTH);
    }

    private static Process start(int epochs) throws IOException {
        Stream<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Xm") && !flag.startsWith("-javaagent"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flags.forEach(command::add);
        command.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OnlineSteps.class.getName()));
        command.addAll(List.of(String.valueOf(epochs), String.valueOf(epochs * STEPS_PER_EPOCH / SAMPLES)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElseThrow();
    }
}
