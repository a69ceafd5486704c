package org.dl4jsuite.scratch.fast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops with the Vector API ({@code jdk.incubator.vector}), which says outright what {@link PlainKernels} hopes
 * the compiler finds: sums stay in registers, a multiplication and an addition are one instruction.
 *
 * <p>Only {@link KernelChoice} may touch this class, by its name: without the module it cannot be loaded.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Two vectors: a sample's part of a panel then stays in the first-level cache between its two visits. */
    private static final int WIDTH = 2 * LANES;

    @Override
    public String name() {
        return "vector (" + SPECIES.vectorBitSize() + " bit)";
    }

    @Override
    public int panelWidth(int columns) {
        return WIDTH;
    }

    @Override
    public void weightedSum(
            float[] weights, int panel, int width, int[] rows, float[] values, int from, int to, float[] z, int at) {
        // two rows at a time: four sums, so that no addition waits for the one before it
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        int e = from;
        for (; e + 1 < to; e += 2) {
            int row0 = panel + rows[e] * WIDTH;
            int row1 = panel + rows[e + 1] * WIDTH;
            FloatVector value0 = FloatVector.broadcast(SPECIES, values[e]);
            FloatVector value1 = FloatVector.broadcast(SPECIES, values[e + 1]);
            sum0 = FloatVector.fromArray(SPECIES, weights, row0).fma(value0, sum0);
            sum1 = FloatVector.fromArray(SPECIES, weights, row0 + LANES).fma(value0, sum1);
            sum2 = FloatVector.fromArray(SPECIES, weights, row1).fma(value1, sum2);
            sum3 = FloatVector.fromArray(SPECIES, weights, row1 + LANES).fma(value1, sum3);
        }
        if (e < to) {
            int row = panel + rows[e] * WIDTH;
            FloatVector value = FloatVector.broadcast(SPECIES, values[e]);
            sum0 = FloatVector.fromArray(SPECIES, weights, row).fma(value, sum0);
            sum1 = FloatVector.fromArray(SPECIES, weights, row + LANES).fma(value, sum1);
        }
        sum0.add(sum2).intoArray(z, at);
        sum1.add(sum3).intoArray(z, at + LANES);
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
        FloatVector step0 = FloatVector.fromArray(SPECIES, steps, at);
        FloatVector step1 = FloatVector.fromArray(SPECIES, steps, at + LANES);
        for (int e = from; e < to; e++) {
            int row = panel + rows[e] * WIDTH;
            FloatVector value = FloatVector.broadcast(SPECIES, values[e]);
            step0.fma(value, FloatVector.fromArray(SPECIES, weights, row)).intoArray(weights, row);
            step1.fma(value, FloatVector.fromArray(SPECIES, weights, row + LANES))
                    .intoArray(weights, row + LANES);
        }
    }

    @Override
    public void dots(float[] weights, int width, int rows, float[] a, int from, int length, float[] z, int at) {
        for (int r = 0; r < rows; r++) {
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = FloatVector.zero(SPECIES);
            int row = r * WIDTH;
            for (int j = from; j < from + length; j += WIDTH) {
                sum0 = FloatVector.fromArray(SPECIES, weights, row).fma(FloatVector.fromArray(SPECIES, a, j), sum0);
                sum1 = FloatVector.fromArray(SPECIES, weights, row + LANES)
                        .fma(FloatVector.fromArray(SPECIES, a, j + LANES), sum1);
                row += rows * WIDTH;
            }
            z[at + r] = sum0.add(sum1).reduceLanes(VectorOperators.ADD);
        }
    }

    @Override
    public void sigmoid(float[] z, int from, int length) {
        for (int i = from; i < from + length; i += LANES) {
            FloatVector exp = exp(FloatVector.fromArray(SPECIES, z, i).neg());
            constant(1).div(exp.add(1)).intoArray(z, i);
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
                .fma(r, constant(FloatExp.C5))
                .fma(r, constant(FloatExp.C4))
                .fma(r, constant(FloatExp.C3))
                .fma(r, constant(FloatExp.C2))
                .fma(r, constant(1))
                .fma(r, constant(1));
        return exp.reinterpretAsInts()
                .add(rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, FloatExp.FRACTION_BITS))
                .reinterpretAsFloats();
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    @Override
    public void timesSlope(float[] d, float[] a, int from, int length) {
        for (int i = from; i < from + length; i += LANES) {
            FloatVector activation = FloatVector.fromArray(SPECIES, a, i);
            FloatVector slope = constant(1).sub(activation).mul(activation);
            FloatVector.fromArray(SPECIES, d, i).mul(slope).intoArray(d, i);
        }
    }
}
