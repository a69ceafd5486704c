package org.dl4jsuite.compare.lessons;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.model.Tensor;

/** Notes what both sides compute in chosen steps of a run. */
final class LessonTrace {
    /** Six runs of a page have fewer than 200 steps together. */
    private static final int MAX_STEPS = 32;

    private static final int FIRST_STEPS = 10;
    /** The steps of a larger network fill a page sooner. */
    private static final int LARGE = 10_000;

    private static final int MAX_STEPS_OF_LARGE = 20;

    private final org.dl4jsuite.scratch.lessons.Lesson scratch;
    private final org.dl4jsuite.dl4j.lessons.Lesson dl4j;
    private final List<Tensor> tensors;
    private final SortedSet<Integer> iterations;
    private final List<TraceStep> steps = new ArrayList<>();

    LessonTrace(
            org.dl4jsuite.scratch.lessons.Lesson scratch,
            org.dl4jsuite.dl4j.lessons.Lesson dl4j,
            List<Tensor> tensors,
            SortedSet<Integer> iterations) {
        this.scratch = scratch;
        this.dl4j = dl4j;
        this.tensors = tensors;
        this.iterations = iterations;
    }

    /** Returns the steps worth a look: all of a short run; of a long one the first ten, then ever fewer up to the last. */
    static SortedSet<Integer> choose(int iterations, int parameters) {
        int most = parameters < LARGE ? MAX_STEPS : MAX_STEPS_OF_LARGE;
        if (iterations <= most) {
            return new TreeSet<>(
                    IntStream.range(0, Math.max(1, iterations)).boxed().toList());
        }
        SortedSet<Integer> chosen =
                new TreeSet<>(IntStream.range(0, FIRST_STEPS).boxed().toList());
        int rest = most - FIRST_STEPS;
        double span = (iterations - 1) / (double) FIRST_STEPS;
        for (int k = 1; k <= rest; k++) {
            chosen.add((int) Math.round(FIRST_STEPS * Math.pow(span, k / (double) rest)));
        }
        return chosen;
    }

    /** To be called before each step. */
    void before(int iteration) {
        if (!iterations.contains(iteration)) {
            return;
        }
        Map<String, TracedQuantity> quantities = new LinkedHashMap<>();
        putTensors("", "", scratch.parameters(), dl4j.parameters(), quantities);
        Map<String, double[][]> ofDl4j = dl4j.quantities();
        scratch.quantities().forEach((name, ofScratch) -> {
            double[][] twin = ofDl4j.get(name);
            if (twin == null) {
                throw new IllegalStateException("DL4J's side has no quantity " + name);
            }
            put(name, ofScratch, twin, quantities);
        });
        put("E", scratch.loss(), dl4j.loss(), quantities);
        put("printed error", scratch.error(), dl4j.error(), quantities);
        putTensors("d", "", scratch.gradient(), dl4j.gradient(), quantities);
        steps.add(new TraceStep(iteration, quantities));
    }

    /** To be called after each step that was taken. */
    void after(int iteration) {
        if (iterations.contains(iteration)) {
            Map<String, TracedQuantity> quantities = steps.get(steps.size() - 1).quantities();
            putTensors("", " after", scratch.parameters(), dl4j.parameters(), quantities);
        }
    }

    List<TraceStep> steps() {
        return steps;
    }

    private void putTensors(
            String prefix, String suffix, double[] ofScratch, double[] ofDl4j, Map<String, TracedQuantity> quantities) {
        for (Tensor tensor : tensors) {
            put(
                    prefix + tensor.name() + suffix,
                    LessonTensors.rows(tensor, ofScratch),
                    LessonTensors.rows(tensor, ofDl4j),
                    quantities);
        }
    }

    private static void put(String name, double scratch, double dl4j, Map<String, TracedQuantity> quantities) {
        put(name, new double[][] {{scratch}}, new double[][] {{dl4j}}, quantities);
    }

    private static void put(String name, double[][] scratch, double[][] dl4j, Map<String, TracedQuantity> quantities) {
        quantities.put(name, TracedQuantity.of(name, scratch, dl4j));
    }
}
