package org.dl4jsuite.compare.lessons;

import java.util.List;
import org.dl4jsuite.compare.model.Precision;

/**
 * How inexact the numbers of a lesson are, relative to their size. Rounding errors count as a random walk of
 * {@value Precision#UNITS_PER_ROUNDING} units each, a heuristic as in the parity cases.
 *
 * @param roundings on the longest way from the inputs to a number of the gradient
 */
record LessonRounding(int roundings) {
    private static final int ROUNDINGS_OF_FUNCTIONS = 40;

    /** Counts a lesson's roundings: one per node of each layer, whose outputs are added up, and one per example. */
    static LessonRounding of(LessonEntry entry, LessonOptions options) {
        int terms = LessonTensors.network(entry, options).layers().stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<LessonOptions.Example> examples = options.examples();
        return new LessonRounding(ROUNDINGS_OF_FUNCTIONS + terms + (examples == null ? 0 : examples.size()));
    }

    /** Returns the relative error of one rounded number. */
    double unit() {
        return Precision.DOUBLE.roundingError();
    }

    /** Returns the relative error of an output, a loss or a gradient: relative to the size of the terms that it adds up. */
    double ofSums() {
        return unit() * Math.sqrt(roundings);
    }
}
