package org.dl4jsuite.compare.speed;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.dl4jsuite.compare.speed.SpeedRow.Spread;

/**
 * Measures the time of a call, again and again, after the JVM has warmed up.
 *
 * @param warmUpMillis before the first repeat; a call that is made {@value #ENOUGH_CALLS} times sooner is warm by then
 * @param repeats how many figures make the median and the quartiles
 * @param millisPerRepeat a repeat is as many calls as fit in here, at least one, so that the clock's own resolution does not
 *     matter
 */
record Stopwatch(int warmUpMillis, int repeats, int millisPerRepeat) {
    /** HotSpot compiles a method for good after some thousand calls, and takes up to a second for the vector kernels. */
    private static final int ENOUGH_CALLS = 20_000;

    private static final int MIN_MILLIS_OF_ENOUGH = 1500;

    /**
     * Measures {@code call}, which is given its number, from 0.
     *
     * @param samples samples per call
     * @return microseconds per sample
     */
    Spread microsPerSample(IntConsumer call, int samples) {
        Runnable next = new Runnable() {
            private int number;

            @Override
            public void run() {
                call.accept(number++);
            }
        };
        warmUp(next);
        // how fast a call has become
        double nanosPerCall = repeatFor(millisPerRepeat / 2, next);
        int calls = (int) Math.max(1, nanos(millisPerRepeat) / nanosPerCall);
        double[] micros = new double[repeats];
        for (int repeat = 0; repeat < repeats; repeat++) {
            long begin = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                next.run();
            }
            micros[repeat] = (System.nanoTime() - begin) / 1e3 / calls / samples;
        }
        return spread(micros);
    }

    private void warmUp(Runnable call) {
        long start = System.nanoTime();
        long nanos = 0;
        for (int calls = 0; nanos < nanos(warmUpMillis); calls++) {
            if (calls >= ENOUGH_CALLS && nanos >= nanos(MIN_MILLIS_OF_ENOUGH)) {
                return;
            }
            call.run();
            nanos = System.nanoTime() - start;
        }
    }

    /** Calls at least once, until the time is over; returns the nanoseconds of a call. */
    private static double repeatFor(int millis, Runnable call) {
        int calls = 0;
        long start = System.nanoTime();
        do {
            call.run();
            calls++;
        } while (System.nanoTime() - start < nanos(millis));
        return (double) (System.nanoTime() - start) / calls;
    }

    /** Median and quartiles, interpolated between neighbours (definition 8 of Hyndman and Fan). */
    static Spread spread(double[] values) {
        double[] quartiles = Quantile.withDefaults().evaluate(values, 0.25, 0.5, 0.75);
        return new Spread(quartiles[1], quartiles[0], quartiles[2], values.length);
    }

    /** The median time of one task over so many repeats, in microseconds. */
    static double medianMicros(Runnable task, int repeats) {
        double[] micros = new double[repeats];
        Arrays.setAll(micros, repeat -> {
            long begin = System.nanoTime();
            task.run();
            return (System.nanoTime() - begin) / 1e3;
        });
        return Median.withDefaults().evaluate(micros);
    }

    private static long nanos(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
