package org.dl4jsuite.compare.lessons;

import java.util.List;

/**
 * How inexact the numbers of a lesson are, relative to their size. Rounding errors count as a random walk of
 * {@value #DEVIATIONS} units each, a heuristic as in the parity cases.
 *
 * @param roundings on the longest way from the inputs to a number of the gradient
 */
record LessonRounding(int roundings) {
    static final int DEVIATIONS = 4;
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final int ROUNDINGS_OF_FUNCTIONS = 40;

    /** Returns that of a lesson: each layer adds up as many terms as it has nodes, and the gradient one per example. */
    static LessonRounding of(LessonEntry entry, LessonOptions options) {
        int terms = LessonTensors.network(entry, options).layers().stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<LessonOptions.Example> examples = options.examples();
        return new LessonRounding(ROUNDINGS_OF_FUNCTIONS + terms + (examples == null ? 0 : examples.size()));
    }

    /** Returns that of a number by itself. */
    double unit() {
        return DEVIATIONS * UNIT_ROUNDOFF;
    }

    /** Returns that of an output, a loss or a gradient. */
    double ofSums() {
        return unit() * Math.sqrt(roundings);
    }
}
