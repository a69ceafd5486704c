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
 * all there from the start, stays where it is after the first sixth of the steps. Each fit counts, too: DL4J reads ahead in
 * a new thread. Ten fits of 6,000 steps; {@code -Dnative.fits=100} takes 600,000 steps.
 */
@Tag("long")
class NativeMemoryTest {
    private static final int STEPS_PER_FIT = 6_000;
    private static final int SAMPLES = 60;

    /** What the compiler may still take: it was seen to take 12 MB at once. Eight leaking fits would take 96 MB. */
    private static final long MAX_GROWTH = 16 << 20;

    @Test
    @EnabledOnOs(OS.LINUX)
    void onlineTrainingOfDl4jDoesNotGrow() throws IOException, InterruptedException {
        int fits = Integer.getInteger("native.fits", 10);
        List<Long> resident = new ArrayList<>();
        Process process = start(fits);
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
                .as("bytes that %s grew by after the first %d steps", warm, fits * STEPS_PER_FIT / 6)
                .isLessThan(MAX_GROWTH);
    }

    private static Process start(int fits) throws IOException {
        Stream<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Xm") && !flag.startsWith("-javaagent"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flags.forEach(command::add);
        command.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"));
        command.add("-Xmn64m"); // DL4J's arrays wait for a collection; where G1 chooses, it comes later and later
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OnlineSteps.class.getName()));
        command.addAll(List.of(
                String.valueOf(fits), String.valueOf(STEPS_PER_FIT), String.valueOf(fits * STEPS_PER_FIT / SAMPLES)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MALLOC_ARENA_MAX", "2"); // as the launcher says
        return builder.start();
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElseThrow();
    }
}
