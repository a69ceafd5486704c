package org.dl4jsuite.scratch.fast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API ({@code jdk.incubator.vector}), in the vectors the processor prefers. Its weights are {@link
 * VectorWeights}.
 *
 * <p>Only {@link KernelChoice} may touch this class, by its name: without the module it cannot be loaded.
 */
final class VectorKernels implements Kernels {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public String name() {
        return "vector (" + SPECIES.vectorBitSize() + " bit)";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int wholeVectors(int length) {
        return VectorWeights.wholeBands((length + LANES - 1) / LANES) * LANES;
    }

    @Override
    public Weights weights(int rows, int columns) {
        return new VectorWeights(rows, wholeVectors(columns));
    }

    @Override
    public void sigmoid(float[] z, int from, int length) {
        for (int i = from; i < from + length; i += LANES) {
            FloatVector exp = exp(load(z, i).neg());
            same(1).div(exp.add(1)).intoArray(z, i);
        }
    }

    /** {@link FloatExp#of} on a whole vector. */
    private static FloatVector exp(FloatVector x) {
        // min and max would be slower: they must order 0 before -0 and look out for NaN
        FloatVector below = x.blend(FloatExp.LIMIT, x.compare(VectorOperators.GT, FloatExp.LIMIT));
        FloatVector limited = below.blend(-FloatExp.LIMIT, x.compare(VectorOperators.LT, -FloatExp.LIMIT));
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

    static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }

    /** Returns a vector with the same value everywhere. */
    static FloatVector same(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    @Override
    public void timesSlope(float[] d, float[] a, int from, int length) {
        for (int i = from; i < from + length; i += LANES) {
            FloatVector activation = load(a, i);
            FloatVector slope = same(1).sub(activation).mul(activation);
            load(d, i).mul(slope).intoArray(d, i);
        }
    }
}
