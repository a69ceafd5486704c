package org.dl4jsuite.compare.speed;

import java.time.Duration;
import java.util.function.IntConsumer;
import org.apache.commons.statistics.descriptive.Quantile;
import org.dl4jsuite.compare.speed.SpeedRow.Spread;

/**
 * Measures the time of one step, again and again, after the JVM has warmed up.
 *
 * <p>A repeat runs as many steps as fit into {@value #MILLIS_A_REPEAT} ms, so that the clock's own resolution does not
 * matter.
 */
final class Stopwatch {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int MILLIS_A_REPEAT = 250;
    private static final int REPEATS = 15;

    private Stopwatch() {}

    /**
     * Measures {@code step}, which is given the number of the step, from 0.
     *
     * @param samples samples a step
     * @return microseconds a sample
     */
    static Spread measure(IntConsumer step, int samples) {
        int next = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP.toNanos()) {
            step.accept(next++);
        }
        double nanosAStep = (double) (System.nanoTime() - start) / next;
        int stepsARepeat = (int) Math.max(1, Duration.ofMillis(MILLIS_A_REPEAT).toNanos() / nanosAStep);
        double[] micros = new double[REPEATS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            long begin = System.nanoTime();
            for (int i = 0; i < stepsARepeat; i++) {
                step.accept(next++);
            }
            micros[repeat] = (System.nanoTime() - begin) / 1e3 / stepsARepeat / samples;
        }
        double[] quartiles = Quantile.withDefaults().evaluate(micros, 0.25, 0.5, 0.75);
        return new Spread(quartiles[1], quartiles[0], quartiles[2], REPEATS);
    }
}
