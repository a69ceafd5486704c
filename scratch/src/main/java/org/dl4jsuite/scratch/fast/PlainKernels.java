package org.dl4jsuite.scratch.fast;

import java.util.Arrays;

/**
 * The inner loops in plain Java. They run anywhere and need no module.
 *
 * <p>HotSpot's C2 compiler may turn a loop into vector instructions only where it can prove that what is written is not
 * read again. It cannot for two places in the same array, nor for two arrays read at different offsets; it can for two
 * whole arrays under one index. So a row of weights is copied out of its matrix into an array of its own, worked on
 * there, and copied back: three passes of vectors are faster than one of scalars.
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
        float[] sum = new float[width];
        float[] row = new float[width];
        for (int e = from; e < to; e++) {
            System.arraycopy(weights, panel + rows[e] * width, row, 0, width);
            addScaled(values[e], row, sum);
        }
        System.arraycopy(sum, 0, z, at, width);
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
        float[] step = Arrays.copyOfRange(steps, at, at + width);
        float[] row = new float[width];
        for (int e = from; e < to; e++) {
            int begin = panel + rows[e] * width;
            System.arraycopy(weights, begin, row, 0, width);
            addScaled(values[e], step, row);
            System.arraycopy(row, 0, weights, begin, width);
        }
    }

    /** Both arrays whole and under one index: this is the loop that becomes vector instructions. */
    private static void addScaled(float factor, float[] source, float[] target) {
        for (int j = 0; j < target.length; j++) {
            target[j] += factor * source[j];
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
