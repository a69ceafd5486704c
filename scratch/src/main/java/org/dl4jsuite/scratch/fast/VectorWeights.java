package org.dl4jsuite.scratch.fast;

import static org.dl4jsuite.scratch.fast.VectorKernels.load;
import static org.dl4jsuite.scratch.fast.VectorKernels.same;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weights for the Vector API: all rows in one array, one after the other. It says outright what the compiler cannot prove
 * of {@link PlainWeights}: sums stay in registers, a multiplication and an addition are one instruction.
 *
 * <p>Each loop over the entries is written three times, for bands of columns that are thirteen vectors wide, four and
 * one; a matrix is cut into as few bands as it can be.
 */
final class VectorWeights implements Kernels.Weights {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    /**
     * Thirteen vectors: their sums, with what is multiplied, fit into the sixteen registers of AVX2. The fewer bands, the
     * less is spent on reading the entries. With vectors of 512 bits this one is the book's 200 hidden nodes.
     */
    private static final int WIDE = 13 * LANES;

    /** Four vectors: their sums are just enough to keep a processor's multipliers busy. */
    private static final int MEDIUM = 4 * LANES;

    /**
     * Floats left free before the first weight. A large array begins at a page of memory where the garbage collector is
     * G1 and its regions are small ({@code -XX:G1HeapRegionSize=1m}, which the launcher says), with 16 bytes for its
     * header; 12 floats more and every vector of 64 bytes lies in one cache line instead of two, which saves a fifth of
     * the time. Elsewhere it does no harm.
     */
    private static final int ALIGNMENT = 12;

    private final int rowCount;
    private final int columns;
    private final float[] weights; // (rows, columns) from ALIGNMENT on

    /** {@code columns} is a multiple of the vectors' length. */
    VectorWeights(int rows, int columns) {
        this.rowCount = rows;
        this.columns = columns;
        this.weights = new float[Math.addExact(ALIGNMENT, Math.multiplyExact(rows, columns))];
    }

    @Override
    public float get(int row, int column) {
        return weights[ALIGNMENT + row * columns + column];
    }

    @Override
    public void set(int row, int column, float weight) {
        weights[ALIGNMENT + row * columns + column] = weight;
    }

    @Override
    public void weightedSum(int[] rows, float[] values, int from, int to, float[] z, int at) {
        int j = 0;
        for (; j + WIDE <= columns; j += WIDE) {
            weightedSumWide(ALIGNMENT + j, rows, values, from, to, z, at + j);
        }
        for (; j + MEDIUM <= columns; j += MEDIUM) {
            weightedSumMedium(ALIGNMENT + j, rows, values, from, to, z, at + j);
        }
        for (; j < columns; j += LANES) {
            weightedSumNarrow(ALIGNMENT + j, rows, values, from, to, z, at + j);
        }
    }

    private void weightedSumWide(int column, int[] rows, float[] values, int from, int to, float[] z, int at) {
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
            int w = column + rows[e] * columns;
            FloatVector value = same(values[e]);
            sum0 = load(weights, w).fma(value, sum0);
            sum1 = load(weights, w + LANES).fma(value, sum1);
            sum2 = load(weights, w + 2 * LANES).fma(value, sum2);
            sum3 = load(weights, w + 3 * LANES).fma(value, sum3);
            sum4 = load(weights, w + 4 * LANES).fma(value, sum4);
            sum5 = load(weights, w + 5 * LANES).fma(value, sum5);
            sum6 = load(weights, w + 6 * LANES).fma(value, sum6);
            sum7 = load(weights, w + 7 * LANES).fma(value, sum7);
            sum8 = load(weights, w + 8 * LANES).fma(value, sum8);
            sum9 = load(weights, w + 9 * LANES).fma(value, sum9);
            sum10 = load(weights, w + 10 * LANES).fma(value, sum10);
            sum11 = load(weights, w + 11 * LANES).fma(value, sum11);
            sum12 = load(weights, w + 12 * LANES).fma(value, sum12);
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

    private void weightedSumMedium(int column, int[] rows, float[] values, int from, int to, float[] z, int at) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        for (int e = from; e < to; e++) {
            int w = column + rows[e] * columns;
            FloatVector value = same(values[e]);
            sum0 = load(weights, w).fma(value, sum0);
            sum1 = load(weights, w + LANES).fma(value, sum1);
            sum2 = load(weights, w + 2 * LANES).fma(value, sum2);
            sum3 = load(weights, w + 3 * LANES).fma(value, sum3);
        }
        sum0.intoArray(z, at);
        sum1.intoArray(z, at + LANES);
        sum2.intoArray(z, at + 2 * LANES);
        sum3.intoArray(z, at + 3 * LANES);
    }

    /** One vector wide, and four rows at a time, so that no addition waits for the one before it. */
    private void weightedSumNarrow(int column, int[] rows, float[] values, int from, int to, float[] z, int at) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        int e = from;
        for (; e + 3 < to; e += 4) {
            sum0 = load(weights, column + rows[e] * columns).fma(same(values[e]), sum0);
            sum1 = load(weights, column + rows[e + 1] * columns).fma(same(values[e + 1]), sum1);
            sum2 = load(weights, column + rows[e + 2] * columns).fma(same(values[e + 2]), sum2);
            sum3 = load(weights, column + rows[e + 3] * columns).fma(same(values[e + 3]), sum3);
        }
        for (; e < to; e++) {
            sum0 = load(weights, column + rows[e] * columns).fma(same(values[e]), sum0);
        }
        sum0.add(sum1).add(sum2.add(sum3)).intoArray(z, at);
    }

    @Override
    public void addOuterProduct(int[] rows, float[] values, int from, int to, float[] steps, int at) {
        int j = 0;
        for (; j + WIDE <= columns; j += WIDE) {
            addOuterProductWide(ALIGNMENT + j, rows, values, from, to, steps, at + j);
        }
        for (; j + MEDIUM <= columns; j += MEDIUM) {
            addOuterProductMedium(ALIGNMENT + j, rows, values, from, to, steps, at + j);
        }
        for (; j < columns; j += LANES) {
            addOuterProductNarrow(ALIGNMENT + j, rows, values, from, to, steps, at + j);
        }
    }

    private void addOuterProductWide(int column, int[] rows, float[] values, int from, int to, float[] steps, int at) {
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
            int w = column + rows[e] * columns;
            FloatVector value = same(values[e]);
            addScaled(step0, value, w);
            addScaled(step1, value, w + LANES);
            addScaled(step2, value, w + 2 * LANES);
            addScaled(step3, value, w + 3 * LANES);
            addScaled(step4, value, w + 4 * LANES);
            addScaled(step5, value, w + 5 * LANES);
            addScaled(step6, value, w + 6 * LANES);
            addScaled(step7, value, w + 7 * LANES);
            addScaled(step8, value, w + 8 * LANES);
            addScaled(step9, value, w + 9 * LANES);
            addScaled(step10, value, w + 10 * LANES);
            addScaled(step11, value, w + 11 * LANES);
            addScaled(step12, value, w + 12 * LANES);
        }
    }

    private void addOuterProductMedium(
            int column, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step0 = load(steps, at);
        FloatVector step1 = load(steps, at + LANES);
        FloatVector step2 = load(steps, at + 2 * LANES);
        FloatVector step3 = load(steps, at + 3 * LANES);
        for (int e = from; e < to; e++) {
            int w = column + rows[e] * columns;
            FloatVector value = same(values[e]);
            addScaled(step0, value, w);
            addScaled(step1, value, w + LANES);
            addScaled(step2, value, w + 2 * LANES);
            addScaled(step3, value, w + 3 * LANES);
        }
    }

    private void addOuterProductNarrow(
            int column, int[] rows, float[] values, int from, int to, float[] steps, int at) {
        FloatVector step = load(steps, at);
        for (int e = from; e < to; e++) {
            addScaled(step, same(values[e]), column + rows[e] * columns);
        }
    }

    private void addScaled(FloatVector step, FloatVector value, int at) {
        step.fma(value, load(weights, at)).intoArray(weights, at);
    }

    @Override
    public void dots(float[] a, int from, float[] z, int at) {
        float[] lanes = new float[LANES];
        int r = 0;
        for (; r + 3 < rowCount; r += 4) {
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = FloatVector.zero(SPECIES);
            FloatVector sum2 = FloatVector.zero(SPECIES);
            FloatVector sum3 = FloatVector.zero(SPECIES);
            int row = ALIGNMENT + r * columns;
            for (int j = 0; j < columns; j += LANES) {
                FloatVector activation = load(a, from + j);
                sum0 = load(weights, row + j).fma(activation, sum0);
                sum1 = load(weights, row + columns + j).fma(activation, sum1);
                sum2 = load(weights, row + 2 * columns + j).fma(activation, sum2);
                sum3 = load(weights, row + 3 * columns + j).fma(activation, sum3);
            }
            z[at + r] = total(sum0, lanes);
            z[at + r + 1] = total(sum1, lanes);
            z[at + r + 2] = total(sum2, lanes);
            z[at + r + 3] = total(sum3, lanes);
        }
        for (; r < rowCount; r++) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int j = 0; j < columns; j += LANES) {
                sum = load(weights, ALIGNMENT + r * columns + j).fma(load(a, from + j), sum);
            }
            z[at + r] = total(sum, lanes);
        }
    }

    /** In order: reduceLanes leaves the order to the JDK, and on JDK 25 compiled code takes another than interpreted. */
    private static float total(FloatVector sum, float[] lanes) {
        sum.intoArray(lanes, 0);
        float total = 0;
        for (float lane : lanes) {
            total += lane;
        }
        return total;
    }
}
