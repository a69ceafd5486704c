package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
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
        long total = 1L << 40;
        try (Progress progress = Progress.lines("task", total, new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            CompletableFuture<Long> one =
                    CompletableFuture.supplyAsync(() -> advances(progress), task -> new Thread(task).start());
            progress.advance(total - advances(progress) - one.join());
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("task: done in");
    }

    /** Advances for some time, and returns by how much. */
    private static long advances(Progress progress) {
        long units = 0;
        for (long start = System.nanoTime(); System.nanoTime() - start < 500_000_000; units++) {
            progress.advance(1);
        }
        return units;
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
