package org.dl4jsuite.compare;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a long task has come, with the time left: a bar on a terminal, plain lines elsewhere; always on standard error,
 * so that results can be piped. Tasks that run side by side have bars below each other.
 *
 * <p>The launcher says whether standard error is a terminal ({@code -Dsuite.terminal=true}); Java cannot tell.
 */
public sealed class Progress implements AutoCloseable {
    private static final PrintStream OUT = System.err;

    private Progress() {}

    /** Starts the display of a task of {@code total} units. */
    public static Progress start(String task, long total) {
        return Boolean.getBoolean("suite.terminal") ? new Bar(task, total) : lines(task, total, OUT);
    }

    /** Returns a display in plain lines on a stream. */
    static Progress lines(String task, long total, PrintStream out) {
        return new Lines(task, total, out);
    }

    /** Returns one that shows nothing. */
    public static Progress silent() {
        return new Progress();
    }

    /** Returns the display of a task that waits for others: it starts with its first units, and ends with its last. */
    public static Progress later(String task, long total) {
        return new Later(task, total);
    }

    /** Notes units done since the last call; several threads may call. */
    public void advance(long units) {}

    /** Ends the display; a task that is closed before all its units are done is said to have stopped. */
    @Override
    public void close() {}

    private static final class Later extends Progress {
        private final String task;
        private final long total;
        private @Nullable Progress started;
        private long done;

        Later(String task, long total) {
            this.task = task;
            this.total = total;
        }

        @Override
        public synchronized void advance(long units) {
            if (started == null) {
                started = start(task, total);
            }
            started.advance(units);
            done += units;
            if (done == total) {
                started.close();
            }
        }
    }

    private static final class Bar extends Progress {
        private final ProgressBar bar;

        Bar(String task, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .setConsumer(new InteractiveConsoleProgressBarConsumer(OUT))
                    .build();
        }

        @Override
        public void advance(long units) {
            bar.stepBy(units);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static final class Lines extends Progress {
        private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

        private final String task;
        private final long total;
        private final PrintStream out;
        private final long start = System.nanoTime();
        private long lastLine = start;
        private long done;

        Lines(String task, long total, PrintStream out) {
            this.task = task;
            this.total = total;
            this.out = out;
            out.println(task + " ...");
        }

        @Override
        public synchronized void advance(long units) {
            done += units;
            long now = System.nanoTime();
            if (now - lastLine >= NANOS_BETWEEN_LINES && done < total) {
                lastLine = now;
                long left = Math.round((double) (now - start) / done * (total - done));
                out.printf(Locale.ROOT, "%s: %d%%, %s left%n", task, 100 * done / total, duration(left));
            }
        }

        @Override
        public synchronized void close() {
            String end = done < total ? "stopped after" : "done in";
            out.printf("%s: %s %s%n", task, end, duration(System.nanoTime() - start));
        }

        private static String duration(long nanos) {
            long seconds = Duration.ofNanos(nanos).toSeconds();
            return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
        }
    }
}
