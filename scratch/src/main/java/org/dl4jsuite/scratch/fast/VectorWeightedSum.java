package org.dl4jsuite.scratch.fast;

import static org.dl4jsuite.scratch.fast.VectorKernels.load;
import static org.dl4jsuite.scratch.fast.VectorKernels.same;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Kernels.Weights#weightedSum} for a band of a matrix's columns, thirteen vectors wide, seven, four or one.
 * The sums stay in registers while the entries go by.
 *
 * <p>{@code w} holds the rows one after the other, {@code stride} floats each; in the first one the band begins
 * at {@code first}.
 */
final class VectorWeightedSum {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorWeightedSum() {}

    static void thirteen(
            float[] w, int first, int stride, int[] rows, float[] values, int from, int to, float[] z, int at) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        FloatVector sum4 = FloatVector.zero(SPECIES);
        FloatVector sum5 = FloatVector.zero(SPECIES);
        FloatVector sum6 = FloatVector.zero(SPECIES);
        FloatVector sum7 = FloatVector.zero(SPECIES);
        FloatVector sum8 = FloatVector.zero(SPECIES);
        FloatVector sum9 = FloatVector.zero(SPECIES);
        FloatVector sum10 = FloatVector.zero(SPECIES);
        FloatVector sum11 = FloatVector.zero(SPECIES);
        FloatVector sum12 = FloatVector.zero(SPECIES);
        for (int e = from; e < to; e++) {
            int row = first + rows[e] * stride;
            FloatVector value = same(values[e]);
            sum0 = load(w, row).fma(value, sum0);
            sum1 = load(w, row + LANES).fma(value, sum1);
            sum2 = load(w, row + 2 * LANES).fma(value, sum2);
            sum3 = load(w, row + 3 * LANES).fma(value, sum3);
            sum4 = load(w, row + 4 * LANES).fma(value, sum4);
            sum5 = load(w, row + 5 * LANES).fma(value, sum5);
            sum6 = load(w, row + 6 * LANES).fma(value, sum6);
            sum7 = load(w, row + 7 * LANES).fma(value, sum7);
            sum8 = load(w, row + 8 * LANES).fma(value, sum8);
            sum9 = load(w, row + 9 * LANES).fma(value, sum9);
            sum10 = load(w, row + 10 * LANES).fma(value, sum10);
            sum11 = load(w, row + 11 * LANES).fma(value, sum11);
            sum12 = load(w, row + 12 * LANES).fma(value, sum12);
        }
        sum0.intoArray(z, at);
        sum1.intoArray(z, at + LANES);
        sum2.intoArray(z, at + 2 * LANES);
        sum3.intoArray(z, at + 3 * LANES);
        sum4.intoArray(z, at + 4 * LANES);
        sum5.intoArray(z, at + 5 * LANES);
        sum6.intoArray(z, at + 6 * LANES);
        sum7.intoArray(z, at + 7 * LANES);
        sum8.intoArray(z, at + 8 * LANES);
        sum9.intoArray(z, at + 9 * LANES);
        sum10.intoArray(z, at + 10 * LANES);
        sum11.intoArray(z, at + 11 * LANES);
        sum12.intoArray(z, at + 12 * LANES);
    }

    static void seven(
            float[] w, int first, int stride, int[] rows, float[] values, int from, int to, float[] z, int at) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        FloatVector sum4 = FloatVector.zero(SPECIES);
        FloatVector sum5 = FloatVector.zero(SPECIES);
        FloatVector sum6 = FloatVector.zero(SPECIES);
        for (int e = from; e < to; e++) {
            int row = first + rows[e] * stride;
            FloatVector value = same(values[e]);
            sum0 = load(w, row).fma(value, sum0);
            sum1 = load(w, row + LANES).fma(value, sum1);
            sum2 = load(w, row + 2 * LANES).fma(value, sum2);
            sum3 = load(w, row + 3 * LANES).fma(value, sum3);
            sum4 = load(w, row + 4 * LANES).fma(value, sum4);
            sum5 = load(w, row + 5 * LANES).fma(value, sum5);
            sum6 = load(w, row + 6 * LANES).fma(value, sum6);
        }
        sum0.intoArray(z, at);
        sum1.intoArray(z, at + LANES);
        sum2.intoArray(z, at + 2 * LANES);
        sum3.intoArray(z, at + 3 * LANES);
        sum4.intoArray(z, at + 4 * LANES);
        sum5.intoArray(z, at + 5 * LANES);
        sum6.intoArray(z, at + 6 * LANES);
    }

    static void four(
            float[] w, int first, int stride, int[] rows, float[] values, int from, int to, float[] z, int at) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        for (int e = from; e < to; e++) {
            int row = first + rows[e] * stride;
            FloatVector value = same(values[e]);
            sum0 = load(w, row).fma(value, sum0);
            sum1 = load(w, row + LANES).fma(value, sum1);
            sum2 = load(w, row + 2 * LANES).fma(value, sum2);
            sum3 = load(w, row + 3 * LANES).fma(value, sum3);
        }
        sum0.intoArray(z, at);
        sum1.intoArray(z, at + LANES);
        sum2.intoArray(z, at + 2 * LANES);
        sum3.intoArray(z, at + 3 * LANES);
    }

    /** One vector wide, and four rows at a time, so that no addition waits for the one before it. */
    static void one(
            float[] w, int first, int stride, int[] rows, float[] values, int from, int to, float[] z, int at) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        int e = from;
        for (; e + 3 < to; e += 4) {
            sum0 = load(w, first + rows[e] * stride).fma(same(values[e]), sum0);
            sum1 = load(w, first + rows[e + 1] * stride).fma(same(values[e + 1]), sum1);
            sum2 = load(w, first + rows[e + 2] * stride).fma(same(values[e + 2]), sum2);
            sum3 = load(w, first + rows[e + 3] * stride).fma(same(values[e + 3]), sum3);
        }
        for (; e < to; e++) {
            sum0 = load(w, first + rows[e] * stride).fma(same(values[e]), sum0);
        }
        sum0.add(sum1).add(sum2.add(sum3)).intoArray(z, at);
    }
}
