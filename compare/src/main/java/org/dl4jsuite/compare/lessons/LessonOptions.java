package org.dl4jsuite.compare.lessons;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a lesson is run.
 *
 * @param seed of the initial weights, where they are random
 * @param rate the learning rate
 * @param hidden hidden nodes, where there are any
 * @param iterations steps to take
 * @param logEvery the error is noted at iterations 0, logEvery, 2 logEvery, …
 * @param weights the first parameters, flat, or null for the lesson's own
 * @param examples to learn from, or null for the lesson's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LessonOptions(
        long seed,
        double rate,
        int hidden,
        int iterations,
        int logEvery,
        @Nullable List<Double> weights,
        @Nullable List<Example> examples) {
    /** Takes the lesson's own first weights and examples. */
    public LessonOptions(long seed, double rate, int hidden, int iterations, int logEvery) {
        this(seed, rate, hidden, iterations, logEvery, null, null);
    }

    /** What goes in, and what should come out. */
    public record Example(List<Double> inputs, List<Double> targets) {}

    LessonOptions withLogEvery(int every) {
        return new LessonOptions(seed, rate, hidden, iterations, every, weights, examples);
    }

    /**
     * Returns the from-scratch side of a lesson, ready to run with these options.
     *
     * @throws UnsupportedOperationException if the lesson's examples cannot be replaced
     */
    public org.dl4jsuite.scratch.lessons.Lesson scratch(LessonEntry entry) {
        org.dl4jsuite.scratch.lessons.Lesson lesson = entry.scratch().apply(this);
        if (examples != null) {
            lesson.setExamples(inputs(examples), targets(examples));
        }
        if (weights != null) {
            lesson.setParameters(array(weights));
        }
        return lesson;
    }

    /** Returns the twin; its parameters are set afterwards. */
    org.dl4jsuite.dl4j.lessons.Lesson dl4j(LessonEntry entry) {
        org.dl4jsuite.dl4j.lessons.Lesson lesson = entry.dl4j().apply(this);
        if (examples != null) {
            lesson.setExamples(inputs(examples), targets(examples));
        }
        return lesson;
    }

    private static double[][] inputs(List<Example> examples) {
        return examples.stream().map(example -> array(example.inputs())).toArray(double[][]::new);
    }

    private static double[][] targets(List<Example> examples) {
        return examples.stream().map(example -> array(example.targets())).toArray(double[][]::new);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
