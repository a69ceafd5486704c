package org.dl4jsuite.compare.speed;

import java.util.List;

/**
 * How much time a measurement takes.
 *
 * @param firstWarmUpMillis before the first row of an operation in a JVM, while everything is loaded and compiled; less where
 *     {@link Stopwatch} sees enough calls sooner
 * @param warmUpMillis before each of the others
 * @param repeats of each row
 * @param millisPerRepeat how long a repeat lasts; at least one step
 * @param sampleCounts numbers of samples; the time of training on so many is fitted by a line
 * @param sampleRepeats how often each of these times is taken
 * @param startUps how often a whole process is timed from its start
 */
public record MeasurementBudget(
        int firstWarmUpMillis,
        int warmUpMillis,
        int repeats,
        int millisPerRepeat,
        List<Integer> sampleCounts,
        int sampleRepeats,
        int startUps) {

    /** A quarter of an hour for everything. */
    public static final MeasurementBudget FULL =
            new MeasurementBudget(8000, 1500, 15, 200, List.of(1000, 2000, 5000, 10_000), 3, 5);

    /** Two minutes for a smaller grid. */
    public static final MeasurementBudget QUICK =
            new MeasurementBudget(3500, 250, 7, 60, List.of(1000, 2000, 5000), 1, 1);

    /** Returns whether there is time to measure all contestants at all sizes. */
    boolean forAllSizes() {
        return equals(FULL);
    }
}
