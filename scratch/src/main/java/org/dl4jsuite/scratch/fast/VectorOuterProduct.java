package org.dl4jsuite.scratch.fast;

import static org.dl4jsuite.scratch.fast.VectorKernels.load;
import static org.dl4jsuite.scratch.fast.VectorKernels.same;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Kernels.Weights#addOuterProduct} for a band of a matrix's columns, thirteen vectors wide, seven, four or one. The
 * steps stay in registers while the entries go by.
 *
 * <p>{@code weights} is (rows, {@code columns}) row by row, and the band begins at {@code first} in its first row.
 */
final class VectorOuterProduct {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorOuterProduct() {}

    static void thirteen(
            float[] weights, int first, int columns, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step0 = load(steps, at);
        FloatVector step1 = load(steps, at + LANES);
        FloatVector step2 = load(steps, at + 2 * LANES);
        FloatVector step3 = load(steps, at + 3 * LANES);
        FloatVector step4 = load(steps, at + 4 * LANES);
        FloatVector step5 = load(steps, at + 5 * LANES);
        FloatVector step6 = load(steps, at + 6 * LANES);
        FloatVector step7 = load(steps, at + 7 * LANES);
        FloatVector step8 = load(steps, at + 8 * LANES);
        FloatVector step9 = load(steps, at + 9 * LANES);
        FloatVector step10 = load(steps, at + 10 * LANES);
        FloatVector step11 = load(steps, at + 11 * LANES);
        FloatVector step12 = load(steps, at + 12 * LANES);
        for (int e = from; e < to; e++) {
            int w = first + rows[e] * columns;
            FloatVector value = same(values[e]);
            addScaled(step0, value, weights, w);
            addScaled(step1, value, weights, w + LANES);
            addScaled(step2, value, weights, w + 2 * LANES);
            addScaled(step3, value, weights, w + 3 * LANES);
            addScaled(step4, value, weights, w + 4 * LANES);
            addScaled(step5, value, weights, w + 5 * LANES);
            addScaled(step6, value, weights, w + 6 * LANES);
            addScaled(step7, value, weights, w + 7 * LANES);
            addScaled(step8, value, weights, w + 8 * LANES);
            addScaled(step9, value, weights, w + 9 * LANES);
            addScaled(step10, value, weights, w + 10 * LANES);
            addScaled(step11, value, weights, w + 11 * LANES);
            addScaled(step12, value, weights, w + 12 * LANES);
        }
    }

    static void seven(
            float[] weights, int first, int columns, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step0 = load(steps, at);
        FloatVector step1 = load(steps, at + LANES);
        FloatVector step2 = load(steps, at + 2 * LANES);
        FloatVector step3 = load(steps, at + 3 * LANES);
        FloatVector step4 = load(steps, at + 4 * LANES);
        FloatVector step5 = load(steps, at + 5 * LANES);
        FloatVector step6 = load(steps, at + 6 * LANES);
        for (int e = from; e < to; e++) {
            int w = first + rows[e] * columns;
            FloatVector value = same(values[e]);
            addScaled(step0, value, weights, w);
            addScaled(step1, value, weights, w + LANES);
            addScaled(step2, value, weights, w + 2 * LANES);
            addScaled(step3, value, weights, w + 3 * LANES);
            addScaled(step4, value, weights, w + 4 * LANES);
            addScaled(step5, value, weights, w + 5 * LANES);
            addScaled(step6, value, weights, w + 6 * LANES);
        }
    }

    static void four(
            float[] weights, int first, int columns, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step0 = load(steps, at);
        FloatVector step1 = load(steps, at + LANES);
        FloatVector step2 = load(steps, at + 2 * LANES);
        FloatVector step3 = load(steps, at + 3 * LANES);
        for (int e = from; e < to; e++) {
            int w = first + rows[e] * columns;
            FloatVector value = same(values[e]);
            addScaled(step0, value, weights, w);
            addScaled(step1, value, weights, w + LANES);
            addScaled(step2, value, weights, w + 2 * LANES);
            addScaled(step3, value, weights, w + 3 * LANES);
        }
    }

    static void one(
            float[] weights, int first, int columns, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step = load(steps, at);
        for (int e = from; e < to; e++) {
            addScaled(step, same(values[e]), weights, first + rows[e] * columns);
        }
    }

    private static void addScaled(FloatVector step, FloatVector value, float[] weights, int at) {
        step.fma(value, load(weights, at)).intoArray(weights, at);
    }
}
