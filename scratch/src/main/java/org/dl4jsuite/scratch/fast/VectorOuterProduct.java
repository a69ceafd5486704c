package org.dl4jsuite.scratch.fast;

import static org.dl4jsuite.scratch.fast.VectorKernels.load;
import static org.dl4jsuite.scratch.fast.VectorKernels.same;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Kernels.Weights#addOuterProduct} for a band of a matrix's columns, thirteen vectors wide, seven, four or one.
 * The steps stay in registers while the entries go by.
 *
 * <p>{@code w} holds the rows one after the other, {@code stride} floats each; in the first one the band begins
 * at {@code first}.
 */
final class VectorOuterProduct {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorOuterProduct() {}

    static void thirteen(
            float[] w, int first, int stride, int[] rows, float[] values, int from, int to, float[] steps, int at) {
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
            int row = first + rows[e] * stride;
            FloatVector value = same(values[e]);
            addScaled(step0, value, w, row);
            addScaled(step1, value, w, row + LANES);
            addScaled(step2, value, w, row + 2 * LANES);
            addScaled(step3, value, w, row + 3 * LANES);
            addScaled(step4, value, w, row + 4 * LANES);
            addScaled(step5, value, w, row + 5 * LANES);
            addScaled(step6, value, w, row + 6 * LANES);
            addScaled(step7, value, w, row + 7 * LANES);
            addScaled(step8, value, w, row + 8 * LANES);
            addScaled(step9, value, w, row + 9 * LANES);
            addScaled(step10, value, w, row + 10 * LANES);
            addScaled(step11, value, w, row + 11 * LANES);
            addScaled(step12, value, w, row + 12 * LANES);
        }
    }

    static void seven(
            float[] w, int first, int stride, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step0 = load(steps, at);
        FloatVector step1 = load(steps, at + LANES);
        FloatVector step2 = load(steps, at + 2 * LANES);
        FloatVector step3 = load(steps, at + 3 * LANES);
        FloatVector step4 = load(steps, at + 4 * LANES);
        FloatVector step5 = load(steps, at + 5 * LANES);
        FloatVector step6 = load(steps, at + 6 * LANES);
        for (int e = from; e < to; e++) {
            int row = first + rows[e] * stride;
            FloatVector value = same(values[e]);
            addScaled(step0, value, w, row);
            addScaled(step1, value, w, row + LANES);
            addScaled(step2, value, w, row + 2 * LANES);
            addScaled(step3, value, w, row + 3 * LANES);
            addScaled(step4, value, w, row + 4 * LANES);
            addScaled(step5, value, w, row + 5 * LANES);
            addScaled(step6, value, w, row + 6 * LANES);
        }
    }

    static void four(
            float[] w, int first, int stride, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step0 = load(steps, at);
        FloatVector step1 = load(steps, at + LANES);
        FloatVector step2 = load(steps, at + 2 * LANES);
        FloatVector step3 = load(steps, at + 3 * LANES);
        for (int e = from; e < to; e++) {
            int row = first + rows[e] * stride;
            FloatVector value = same(values[e]);
            addScaled(step0, value, w, row);
            addScaled(step1, value, w, row + LANES);
            addScaled(step2, value, w, row + 2 * LANES);
            addScaled(step3, value, w, row + 3 * LANES);
        }
    }

    static void one(
            float[] w, int first, int stride, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step = load(steps, at);
        for (int e = from; e < to; e++) {
            addScaled(step, same(values[e]), w, first + rows[e] * stride);
        }
    }

    private static void addScaled(FloatVector step, FloatVector value, float[] w, int at) {
        step.fma(value, load(w, at)).intoArray(w, at);
    }
}
