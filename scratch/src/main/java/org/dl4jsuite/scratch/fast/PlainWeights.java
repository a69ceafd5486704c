package org.dl4jsuite.scratch.fast;

import java.util.Arrays;

/**
 * Weights in plain Java: an array for each row.
 *
 * <p>HotSpot's C2 compiler may turn a loop into vector instructions only where it can prove that what is written is not
 * read again. It cannot for two places in the same array, nor for two arrays read at different offsets; it can for whole
 * arrays under one index. So each row is an array of its own, and the vectors it meets are copied into such arrays first.
 */
final class PlainWeights implements Kernels.Weights {
    private final float[][] weights; // (rows, columns)
    private final float[] vector; // (columns)

    PlainWeights(int rows, int columns) {
        this.weights = new float[rows][columns];
        this.vector = new float[columns];
    }

    @Override
    public float get(int row, int column) {
        return weights[row][column];
    }

    @Override
    public void set(int row, int column, float weight) {
        weights[row][column] = weight;
    }

    @Override
    public void weightedSum(int[] rows, float[] values, int from, int to, float[] z, int at) {
        float[] sum = vector;
        Arrays.fill(sum, 0);
        int e = from;
        for (; e + 3 < to; e += 4) {
            float[] row0 = weights[rows[e]];
            float[] row1 = weights[rows[e + 1]];
            float[] row2 = weights[rows[e + 2]];
            float[] row3 = weights[rows[e + 3]];
            addScaled(values[e], row0, values[e + 1], row1, values[e + 2], row2, values[e + 3], row3, sum);
        }
        for (; e < to; e++) {
            addScaled(values[e], weights[rows[e]], sum);
        }
        System.arraycopy(sum, 0, z, at, sum.length);
    }

    /** Four rows in one loop: the sum is read and written once for all, and a loop has a beginning and an end. */
    private static void addScaled(
            float factor0,
            float[] row0,
            float factor1,
            float[] row1,
            float factor2,
            float[] row2,
            float factor3,
            float[] row3,
            float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor0 * row0[j] + factor1 * row1[j] + (factor2 * row2[j] + factor3 * row3[j]);
        }
    }

    @Override
    public void addOuterProduct(int[] rows, float[] values, int from, int to, float[] steps, int at) {
        System.arraycopy(steps, at, vector, 0, vector.length);
        for (int e = from; e < to; e++) {
            addScaled(values[e], vector, weights[rows[e]]);
        }
    }

    private static void addScaled(float factor, float[] source, float[] target) {
        for (int j = 0; j < target.length; j++) {
            target[j] += factor * source[j];
        }
    }

    @Override
    public void dots(float[] a, int from, float[] z, int at) {
        System.arraycopy(a, from, vector, 0, vector.length);
        for (int r = 0; r < weights.length; r++) {
            z[at + r] = dot(weights[r], vector);
        }
    }

    /** Java adds floats in the order written; eight sums side by side let the processor work on all of them at once. */
    private static float dot(float[] a, float[] b) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        float sum4 = 0;
        float sum5 = 0;
        float sum6 = 0;
        float sum7 = 0;
        for (int j = 0; j < a.length; j += 8) {
            sum0 += a[j] * b[j];
            sum1 += a[j + 1] * b[j + 1];
            sum2 += a[j + 2] * b[j + 2];
            sum3 += a[j + 3] * b[j + 3];
            sum4 += a[j + 4] * b[j + 4];
            sum5 += a[j + 5] * b[j + 5];
            sum6 += a[j + 6] * b[j + 6];
            sum7 += a[j + 7] * b[j + 7];
        }
        return ((sum0 + sum1) + (sum2 + sum3)) + ((sum4 + sum5) + (sum6 + sum7));
    }
}
