package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.parity.CentralDifferences;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.scratch.NumpyRandomState;
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

    /** Of 3 layers and 4, so that every kind of layer is counted. */
    @Test
    void centralDifferencesCountAllTheirOperations() {
        for (NetworkSpec spec : List.of(NetworkSpec.of(4, 5, 3).withBias(true), NetworkSpec.of(4, 6, 5, 3))) {
            ParityCase parityCase = ParityCases.random(spec, 3, new NumpyRandomState(1));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long operations = (long) CentralDifferences.operations(spec.layers(), spec.bias(), 3);
            try (Progress progress =
                    Progress.lines("task", operations, new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
                new CentralDifferences(parityCase).gradient(progress);
            }
            assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("done in");
        }
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
