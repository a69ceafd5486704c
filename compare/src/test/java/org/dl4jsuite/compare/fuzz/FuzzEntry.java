package org.dl4jsuite.compare.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Jazzer calls with each input. {@code -Dfuzz.target} says whose, {@code -Dfuzz.seeds} where its files are. */
public final class FuzzEntry {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", ""));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Of the processor's time, which a busy machine does not stretch. */
    private static final long LIMIT_NANOSECONDS = 1_000_000_000;

    private FuzzEntry() {}

    /** Reads the seeds once, so that the first inputs do not wait for classes to be loaded. */
    public static void fuzzerInitialize() throws Exception {
        for (Path seed : seeds()) {
            TARGET.accepts(Files.readAllBytes(seed));
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        TARGET.accepts(input);
        long took = THREADS.getCurrentThreadCpuTime() - start;
        if (took > LIMIT_NANOSECONDS) {
            throw new AssertionError("It took " + took / 1_000_000 + " ms.");
        }
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("fuzz.seeds", "")))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
