package org.dl4jsuite.spark;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Cancels the work of a cluster whose executors are gone and do not come back: Spark itself would wait for them for ever. A
 * cluster that has not given one yet is waited for; it may be busy.
 */
final class ExecutorWatch implements AutoCloseable {
    private static final String PATIENCE = "spark.suite.patience";
    private static final long SECONDS_BETWEEN_LOOKS = 1;

    private final JavaSparkContext spark;
    private final Duration patience;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(look -> new Thread(look, "executor watch"));
    /** When there was an executor last, by {@link System#nanoTime}; 0 before the first. */
    private long lastSeen;

    private volatile boolean gaveUp;

    private ExecutorWatch(JavaSparkContext spark, Duration patience) {
        this.spark = spark;
        this.patience = patience;
    }

    /** Watches from now on; {@code spark.suite.patience} says how long executors may stay away, a minute otherwise. */
    @SuppressWarnings("FutureReturnValueIgnored") // it looks until the clock is stopped
    static ExecutorWatch of(JavaSparkContext spark) {
        Duration patience = Duration.ofSeconds(spark.getConf().getTimeAsSeconds(PATIENCE, "60s"));
        ExecutorWatch watch = new ExecutorWatch(spark, patience);
        watch.clock.scheduleWithFixedDelay(watch::look, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        return watch;
    }

    private void look() {
        long now = System.nanoTime();
        if (spark.statusTracker().getExecutorInfos().length > 1) { // one is the driver
            lastSeen = now;
        } else if (lastSeen != 0 && now - lastSeen > patience.toNanos()) {
            gaveUp = true;
            spark.sc().cancelAllJobs();
        }
    }

    /** Returns whether it has cancelled the work. */
    boolean gaveUp() {
        return gaveUp;
    }

    /** Returns why, in a few words. */
    String reason() {
        return "its executors are gone, and none has come back for " + patience.toSeconds() + " s";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
