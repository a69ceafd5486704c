package org.dl4jsuite.scratch.fast;

import java.util.Arrays;

/**
 * The inner loops in plain Java: counted loops over neighbouring floats, without branches or calls. They run anywhere
 * and need no module.
 *
 * <p>HotSpot's C2 compiler may turn such a loop into vector instructions only where it can prove that the array written
 * is not the array read. Here both are float arrays read from different places, so most of it stays scalar: that is what
 * {@link VectorKernels} gains on.
 */
final class PlainKernels implements Kernels {
    /** Whole vectors on every processor of today. */
    private static final int LANES = 16;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    /** All columns in one panel: long loops, whose beginnings and ends weigh little. */
    @Override
    public int panelWidth(int columns) {
        return columns;
    }

    @Override
    public void weightedSum(
            float[] weights, int panel, int width, int[] rows, float[] values, int from, int to, float[] z, int at) {
        Arrays.fill(z, at, at + width, 0);
        int e = from;
        // four rows at a time, because each visit to z costs a load and a store
        for (; e + 3 < to; e += 4) {
            addFourRows(weights, panel, width, rows, values, e, z, at);
        }
        for (; e < to; e++) {
            addScaled(values[e], weights, panel + rows[e] * width, z, at, width);
        }
    }

    private static void addFourRows(
            float[] weights, int panel, int width, int[] rows, float[] values, int e, float[] z, int at) {
        float value0 = values[e];
        float value1 = values[e + 1];
        float value2 = values[e + 2];
        float value3 = values[e + 3];
        int row0 = panel + rows[e] * width;
        int row1 = panel + rows[e + 1] * width;
        int row2 = panel + rows[e + 2] * width;
        int row3 = panel + rows[e + 3] * width;
        for (int j = 0; j < width; j++) {
            z[at + j] += (value0 * weights[row0 + j] + value1 * weights[row1 + j])
                    + (value2 * weights[row2 + j] + value3 * weights[row3 + j]);
        }
    }

    @Override
    public void addOuterProduct(
            float[] weights,
            int panel,
            int width,
            int[] rows,
            float[] values,
            int from,
            int to,
            float[] steps,
            int at) {
        for (int e = from; e < to; e++) {
            addScaled(values[e], steps, at, weights, panel + rows[e] * width, width);
        }
    }

    private static void addScaled(float factor, float[] source, int from, float[] target, int at, int length) {
        for (int j = 0; j < length; j++) {
            target[at + j] += factor * source[from + j];
        }
    }

    @Override
    public void dots(float[] weights, int width, int rows, float[] a, int from, float[] z, int at) {
        for (int r = 0; r < rows; r++) {
            z[at + r] = dot(weights, r * width, a, from, width);
        }
    }

    /** Java adds floats in the order written; eight sums side by side let the processor work on all of them at once. */
    private static float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        float sum4 = 0;
        float sum5 = 0;
        float sum6 = 0;
        float sum7 = 0;
        for (int j = 0; j < length; j += 8) {
            sum0 += a[aFrom + j] * b[bFrom + j];
            sum1 += a[aFrom + j + 1] * b[bFrom + j + 1];
            sum2 += a[aFrom + j + 2] * b[bFrom + j + 2];
            sum3 += a[aFrom + j + 3] * b[bFrom + j + 3];
            sum4 += a[aFrom + j + 4] * b[bFrom + j + 4];
            sum5 += a[aFrom + j + 5] * b[bFrom + j + 5];
            sum6 += a[aFrom + j + 6] * b[bFrom + j + 6];
            sum7 += a[aFrom + j + 7] * b[bFrom + j + 7];
        }
        return ((sum0 + sum1) + (sum2 + sum3)) + ((sum4 + sum5) + (sum6 + sum7));
    }

    @Override
    public void sigmoid(float[] z, int from, int length) {
        for (int i = from; i < from + length; i++) {
            z[i] = 1 / (1 + FloatExp.of(-z[i]));
        }
    }

    @Override
    public void timesSlope(float[] d, float[] a, int from, int length) {
        for (int i = from; i < from + length; i++) {
            d[i] *= a[i] * (1 - a[i]);
        }
    }
}
