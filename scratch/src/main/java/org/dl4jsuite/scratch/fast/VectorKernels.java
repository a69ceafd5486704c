package org.dl4jsuite.scratch.fast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops with the Vector API ({@code jdk.incubator.vector}), which says outright what the compiler cannot prove
 * of {@link PlainKernels}: sums stay in registers, a multiplication and an addition are one instruction.
 *
 * <p>Only {@link KernelChoice} may touch this class, by its name: without the module it cannot be loaded.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Four vectors: their sums are enough to keep a processor's multipliers busy, and fit into its registers. */
    private static final int WIDE = 4 * LANES;

    @Override
    public String name() {
        return "vector (" + SPECIES.vectorBitSize() + " bit)";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int panelWidth(int columns) {
        return Math.min(columns, WIDE);
    }

    @Override
    public void weightedSum(
            float[] weights, int panel, int width, int[] rows, float[] values, int from, int to, float[] z, int at) {
        int j = 0;
        for (; j + WIDE <= width; j += WIDE) {
            weightedSumWide(weights, panel + j, width, rows, values, from, to, z, at + j);
        }
        for (; j < width; j += LANES) {
            weightedSumNarrow(weights, panel + j, width, rows, values, from, to, z, at + j);
        }
    }

    private static void weightedSumWide(
            float[] weights, int column, int width, int[] rows, float[] values, int from, int to, float[] z, int at) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        for (int e = from; e < to; e++) {
            int row = column + rows[e] * width;
            FloatVector value = same(values[e]);
            sum0 = FloatVector.fromArray(SPECIES, weights, row).fma(value, sum0);
            sum1 = FloatVector.fromArray(SPECIES, weights, row + LANES).fma(value, sum1);
            sum2 = FloatVector.fromArray(SPECIES, weights, row + 2 * LANES).fma(value, sum2);
            sum3 = FloatVector.fromArray(SPECIES, weights, row + 3 * LANES).fma(value, sum3);
        }
        sum0.intoArray(z, at);
        sum1.intoArray(z, at + LANES);
        sum2.intoArray(z, at + 2 * LANES);
        sum3.intoArray(z, at + 3 * LANES);
    }

    /** One vector wide, and four rows at a time, so that no addition waits for the one before it. */
    private static void weightedSumNarrow(
            float[] weights, int column, int width, int[] rows, float[] values, int from, int to, float[] z, int at) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        int e = from;
        for (; e + 3 < to; e += 4) {
            sum0 = FloatVector.fromArray(SPECIES, weights, column + rows[e] * width)
                    .fma(same(values[e]), sum0);
            sum1 = FloatVector.fromArray(SPECIES, weights, column + rows[e + 1] * width)
                    .fma(same(values[e + 1]), sum1);
            sum2 = FloatVector.fromArray(SPECIES, weights, column + rows[e + 2] * width)
                    .fma(same(values[e + 2]), sum2);
            sum3 = FloatVector.fromArray(SPECIES, weights, column + rows[e + 3] * width)
                    .fma(same(values[e + 3]), sum3);
        }
        for (; e < to; e++) {
            sum0 = FloatVector.fromArray(SPECIES, weights, column + rows[e] * width)
                    .fma(same(values[e]), sum0);
        }
        sum0.add(sum1).add(sum2.add(sum3)).intoArray(z, at);
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
        int j = 0;
        for (; j + WIDE <= width; j += WIDE) {
            addOuterProductWide(weights, panel + j, width, rows, values, from, to, steps, at + j);
        }
        for (; j < width; j += LANES) {
            addOuterProductNarrow(weights, panel + j, width, rows, values, from, to, steps, at + j);
        }
    }

    private static void addOuterProductWide(
            float[] weights,
            int column,
            int width,
            int[] rows,
            float[] values,
            int from,
            int to,
            float[] steps,
            int at) {
        FloatVector step0 = FloatVector.fromArray(SPECIES, steps, at);
        FloatVector step1 = FloatVector.fromArray(SPECIES, steps, at + LANES);
        FloatVector step2 = FloatVector.fromArray(SPECIES, steps, at + 2 * LANES);
        FloatVector step3 = FloatVector.fromArray(SPECIES, steps, at + 3 * LANES);
        for (int e = from; e < to; e++) {
            int row = column + rows[e] * width;
            FloatVector value = same(values[e]);
            addScaled(step0, value, weights, row);
            addScaled(step1, value, weights, row + LANES);
            addScaled(step2, value, weights, row + 2 * LANES);
            addScaled(step3, value, weights, row + 3 * LANES);
        }
    }

    private static void addOuterProductNarrow(
            float[] weights,
            int column,
            int width,
            int[] rows,
            float[] values,
            int from,
            int to,
            float[] steps,
            int at) {
        FloatVector step = FloatVector.fromArray(SPECIES, steps, at);
        for (int e = from; e < to; e++) {
            addScaled(step, same(values[e]), weights, column + rows[e] * width);
        }
    }

    private static void addScaled(FloatVector step, FloatVector value, float[] weights, int at) {
        step.fma(value, FloatVector.fromArray(SPECIES, weights, at)).intoArray(weights, at);
    }

    @Override
    public void dots(float[] weights, int width, int rows, float[] a, int from, float[] z, int at) {
        float[] lanes = new float[LANES];
        for (int r = 0; r < rows; r++) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int j = 0; j < width; j += LANES) {
                sum = FloatVector.fromArray(SPECIES, weights, r * width + j)
                        .fma(FloatVector.fromArray(SPECIES, a, from + j), sum);
            }
            sum.intoArray(lanes, 0);
            z[at + r] = total(lanes);
        }
    }

    /** In order: reduceLanes leaves the order to the JDK, and on JDK 25 compiled code takes another than interpreted. */
    private static float total(float[] lanes) {
        float total = 0;
        for (float lane : lanes) {
            total += lane;
        }
        return total;
    }

    @Override
    public void sigmoid(float[] z, int from, int length) {
        for (int i = from; i < from + length; i += LANES) {
            FloatVector exp = exp(FloatVector.fromArray(SPECIES, z, i).neg());
            same(1).div(exp.add(1)).intoArray(z, i);
        }
    }

    /** {@link FloatExp#of} on a whole vector. */
    private static FloatVector exp(FloatVector x) {
        FloatVector limited = x.min(FloatExp.LIMIT).max(-FloatExp.LIMIT);
        FloatVector rounded = limited.mul(FloatExp.LOG2_E).add(FloatExp.ROUNDER);
        FloatVector n = rounded.sub(FloatExp.ROUNDER);
        FloatVector r = limited.sub(n.mul(FloatExp.LN2_HIGH)).sub(n.mul(FloatExp.LN2_LOW));
        FloatVector exp = r.mul(FloatExp.C7)
                .add(FloatExp.C6)
                .fma(r, same(FloatExp.C5))
                .fma(r, same(FloatExp.C4))
                .fma(r, same(FloatExp.C3))
                .fma(r, same(FloatExp.C2))
                .fma(r, same(1))
                .fma(r, same(1));
        return exp.reinterpretAsInts()
                .add(rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, FloatExp.FRACTION_BITS))
                .reinterpretAsFloats();
    }

    /** A vector with the same value everywhere. */
    private static FloatVector same(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    @Override
    public void timesSlope(float[] d, float[] a, int from, int length) {
        for (int i = from; i < from + length; i += LANES) {
            FloatVector activation = FloatVector.fromArray(SPECIES, a, i);
            FloatVector slope = same(1).sub(activation).mul(activation);
            FloatVector.fromArray(SPECIES, d, i).mul(slope).intoArray(d, i);
        }
    }
}
