package org.dl4jsuite.compare.fuzz;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What Jazzer calls with each input. {@code -Dfuzz.target} says whose, {@code -Dfuzz.seeds} where its files are. */
public final class FuzzEntry {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", ""));
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long LIMIT_NANOSECONDS = 1_000_000_000;

    /** By one input, what was let go of included; not counted is what a server's own threads took. */
    private static long mostAllocated;

    private FuzzEntry() {}

    /** Reads the seeds once, so that the first inputs do not wait for classes to be loaded. */
    public static void fuzzerInitialize() throws Exception {
        for (Path seed : seeds()) {
            TARGET.accepts(Files.readAllBytes(seed));
        }
    }

    /** Rejects an input that takes more than a second, or ends in anything but acceptance or a documented exception. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        TARGET.accepts(input);
        long took = System.nanoTime() - start;
        mostAllocated = Math.max(mostAllocated, THREADS.getCurrentThreadAllocatedBytes() - allocated);
        if (took > LIMIT_NANOSECONDS) { // or the machine was busy
            long used = processorTime();
            TARGET.accepts(input);
            used = processorTime() - used;
            if (used > LIMIT_NANOSECONDS) {
                throw new AssertionError("It took " + used / 1_000_000 + " ms.");
            }
        }
    }

    /** Prints what the campaign's table tells beside Jazzer's own figures. */
    public static void fuzzerTearDown() {
        long used = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        System.err.printf("processor seconds: %d%n", used / 1_000_000_000);
        System.err.printf("kilobytes: %d%n", mostAllocated >> 10);
    }

    /** Returns nanoseconds of all threads, since a server answers in its own. */
    private static long processorTime() {
        return Arrays.stream(THREADS.getThreadCpuTime(THREADS.getAllThreadIds()))
                .filter(time -> time > 0) // -1 if a thread has ended
                .sum();
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("fuzz.seeds", "")))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
