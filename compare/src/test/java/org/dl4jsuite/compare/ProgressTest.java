package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void onlyWhatWasFinishedIsDone() {
        assertThat(lines(3, 2, 1)).containsExactly("task ...", "task: done in 0 s");
        assertThat(lines(0)).containsExactly("task ...", "task: done in 0 s");
        assertThat(lines(3, 2)).containsExactly("task ...", "task: stopped after 0 s");
        assertThat(lines(3)).containsExactly("task ...", "task: stopped after 0 s");
    }

    @Test
    void severalThreadsMayAdvance() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int steps = 1_000_000;
        try (Progress progress = Progress.lines("task", steps, new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            IntStream.range(0, steps).parallel().forEach(step -> progress.advance(1));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("task: done in");
    }

    private static String[] lines(long total, long... advances) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Progress progress = Progress.lines("task", total, new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            for (long units : advances) {
                progress.advance(units);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
    }
}
