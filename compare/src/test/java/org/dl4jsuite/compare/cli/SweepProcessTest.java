package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A sweep in a process of its own, and what this one sees of it. */
@Timeout(120)
class SweepProcessTest {
    private static final String FEW = "sweep --train 100 --test 100 --hidden 5 --threads 1 --epochs 1 --seeds ";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private Path out() {
        return folder.resolve("shared.jsonl");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private int sweep(String seeds) {
        return Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments(seeds));
    }

    private String[] arguments(String seeds) {
        return Stream.concat(Stream.of((FEW + seeds).split(" ")), Stream.of("--out", out().toString()))
                .toArray(String[]::new);
    }

    /** Starts a sweep of thousands of trainings, and returns when the first results are there. */
    private Process startLongSweep() throws IOException, InterruptedException {
        Process process = SuiteProcess.start(List.of(arguments("1..10000")), log());
        while (!Files.exists(out()) || results() < 2) {
            assertThat(process.isAlive()).as(Files.readString(log())).isTrue();
            Thread.sleep(20);
        }
        return process;
    }

    private long results() throws IOException {
        return Files.readString(out())
                .lines()
                .filter(line -> line.contains("\"accuracy\""))
                .count();
    }

    @Test
    void ofTwoProcessesTheSecondIsRefusedUntilTheFirstIsKilled() throws Exception {
        Process first = startLongSweep();
        try {
            assertThat(sweep("1..3")).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("suite: " + out())
                    .contains("another sweep is writing it")
                    .hasLineCount(1);
            long before = results();
            while (results() == before) { // it goes on undisturbed
                assertThat(first.isAlive()).isTrue();
                Thread.sleep(20);
            }
        } finally {
            first.destroyForcibly().waitFor(); // kill -9
        }
        long kept = results();
        assertThat(sweep("1..3")).as(err::toString).isZero();
        assertThat(results()).isBetween(kept, kept + 3);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "nothing asks a process there to end as Ctrl-C does")
    void aStoppedSweepSaysHowToGoOn() throws Exception {
        Process process = startLongSweep();
        process.destroy(); // as Ctrl-C: the JVM ends in order
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log()))
                .contains("suite: stopped. Finished trainings are in " + out()
                        + ": the same command goes on from there.");
    }
}
