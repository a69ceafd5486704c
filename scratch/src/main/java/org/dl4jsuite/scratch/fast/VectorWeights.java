package org.dl4jsuite.scratch.fast;

import static org.dl4jsuite.scratch.fast.VectorKernels.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weights for the Vector API: all rows in one array, one after the other. It says outright what the compiler cannot prove
 * of {@link PlainWeights}: sums stay in registers, a multiplication and an addition are one instruction.
 *
 * <p>The loops over the entries, {@link VectorWeightedSum} and {@link VectorOuterProduct}, are written for bands of columns:
 * the fewer bands, the less is spent on reading the entries. Thirteen vectors, with what is multiplied, fit into the sixteen
 * registers of AVX2; with vectors of 512 bits they are the book's 200 hidden nodes, and seven are 100. Four are just enough
 * sums to keep a processor's multipliers busy.
 */
final class VectorWeights implements Kernels.Weights {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    /**
     * Floats left free before the first weight. A large array begins at a page of memory where the garbage collector is
     * G1 and its regions are small ({@code -XX:G1HeapRegionSize=1m}, which the launcher says), with 16 bytes for its
     * header; 12 floats more and every vector of 64 bytes lies in one cache line instead of two, which saves a fifth of
     * the time. Elsewhere it does no harm.
     */
    private static final int ALIGNMENT = 12;

    /** 512 KB: with its header, more than half of such a region, and so large to G1. Few hidden nodes need less. */
    private static final int LARGE_ARRAY = 1 << 17;

    private final int rowCount;
    private final int columns;
    private final float[] weights; // (rows, columns) from ALIGNMENT on

    /**
     * Returns {@code vectors}, or one more where a matrix would end just short of a band: 32 vectors are cut into 13, 13, 4, 1
     * and 1, and take a sixth longer than 33 in 13, 13 and 7.
     */
    static int wholeBands(int vectors) {
        int rest = vectors % 13;
        return rest == 3 || rest == 6 || rest == 12 ? vectors + 1 : vectors;
    }

    /** {@code columns} is a multiple of the vectors' length. */
    VectorWeights(int rows, int columns) {
        this.rowCount = rows;
        this.columns = columns;
        int length = Math.addExact(ALIGNMENT, Math.multiplyExact(rows, columns));
        this.weights = new float[Math.max(LARGE_ARRAY, length)];
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
        for (; j + 13 * LANES <= columns; j += 13 * LANES) {
            VectorWeightedSum.thirteen(weights, ALIGNMENT + j, columns, rows, values, from, to, z, at + j);
        }
        for (; j + 7 * LANES <= columns; j += 7 * LANES) {
            VectorWeightedSum.seven(weights, ALIGNMENT + j, columns, rows, values, from, to, z, at + j);
        }
        for (; j + 4 * LANES <= columns; j += 4 * LANES) {
            VectorWeightedSum.four(weights, ALIGNMENT + j, columns, rows, values, from, to, z, at + j);
        }
        for (; j < columns; j += LANES) {
            VectorWeightedSum.one(weights, ALIGNMENT + j, columns, rows, values, from, to, z, at + j);
        }
    }

    @Override
    public void addOuterProduct(int[] rows, float[] values, int from, int to, float[] steps, int at) {
        int j = 0;
        for (; j + 13 * LANES <= columns; j += 13 * LANES) {
            VectorOuterProduct.thirteen(weights, ALIGNMENT + j, columns, rows, values, from, to, steps, at + j);
        }
        for (; j + 7 * LANES <= columns; j += 7 * LANES) {
            VectorOuterProduct.seven(weights, ALIGNMENT + j, columns, rows, values, from, to, steps, at + j);
        }
        for (; j + 4 * LANES <= columns; j += 4 * LANES) {
            VectorOuterProduct.four(weights, ALIGNMENT + j, columns, rows, values, from, to, steps, at + j);
        }
        for (; j < columns; j += LANES) {
            VectorOuterProduct.one(weights, ALIGNMENT + j, columns, rows, values, from, to, steps, at + j);
        }
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
