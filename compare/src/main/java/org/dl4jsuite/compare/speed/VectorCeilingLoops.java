package org.dl4jsuite.compare.speed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** With the Vector API. Only {@link CeilingMeasurement} may touch this class, by its name: it needs the module. */
final class VectorCeilingLoops implements CeilingLoops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** A processor begins two multiply-adds in a cycle and has each for four or five: ten must be under way. */
    private static final int CHAINS = 12;

    /** Loads under way at the same time. */
    private static final int LOADS = 8;

    @Override
    public String name() {
        return "vector (" + SPECIES.vectorBitSize() + " bit)";
    }

    @Override
    public int floatsAStep() {
        return LOADS * LANES;
    }

    @Override
    public int flopsARound() {
        return 2 * CHAINS * LANES;
    }

    @Override
    public float multiplyAdd(float[] numbers, int rounds) {
        FloatVector x0 = load(numbers, 0);
        FloatVector x1 = load(numbers, LANES);
        FloatVector x2 = load(numbers, 2 * LANES);
        FloatVector x3 = load(numbers, 3 * LANES);
        FloatVector x4 = load(numbers, 4 * LANES);
        FloatVector x5 = load(numbers, 5 * LANES);
        FloatVector x6 = load(numbers, 6 * LANES);
        FloatVector x7 = load(numbers, 7 * LANES);
        FloatVector x8 = load(numbers, 8 * LANES);
        FloatVector x9 = load(numbers, 9 * LANES);
        FloatVector x10 = load(numbers, 10 * LANES);
        FloatVector x11 = load(numbers, 11 * LANES);
        FloatVector factor = load(numbers, 12 * LANES);
        FloatVector summand = load(numbers, 13 * LANES);
        for (int round = 0; round < rounds; round++) {
            x0 = x0.fma(factor, summand);
            x1 = x1.fma(factor, summand);
            x2 = x2.fma(factor, summand);
            x3 = x3.fma(factor, summand);
            x4 = x4.fma(factor, summand);
            x5 = x5.fma(factor, summand);
            x6 = x6.fma(factor, summand);
            x7 = x7.fma(factor, summand);
            x8 = x8.fma(factor, summand);
            x9 = x9.fma(factor, summand);
            x10 = x10.fma(factor, summand);
            x11 = x11.fma(factor, summand);
        }
        FloatVector sum = x0.add(x1).add(x2.add(x3)).add(x4.add(x5).add(x6.add(x7)));
        return sum.add(x8.add(x9).add(x10.add(x11))).reduceLanes(VectorOperators.ADD);
    }

    @Override
    public float sum(float[] numbers, int from, int length) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        FloatVector sum4 = FloatVector.zero(SPECIES);
        FloatVector sum5 = FloatVector.zero(SPECIES);
        FloatVector sum6 = FloatVector.zero(SPECIES);
        FloatVector sum7 = FloatVector.zero(SPECIES);
        for (int i = from; i < from + length; i += LOADS * LANES) {
            sum0 = sum0.add(load(numbers, i));
            sum1 = sum1.add(load(numbers, i + LANES));
            sum2 = sum2.add(load(numbers, i + 2 * LANES));
            sum3 = sum3.add(load(numbers, i + 3 * LANES));
            sum4 = sum4.add(load(numbers, i + 4 * LANES));
            sum5 = sum5.add(load(numbers, i + 5 * LANES));
            sum6 = sum6.add(load(numbers, i + 6 * LANES));
            sum7 = sum7.add(load(numbers, i + 7 * LANES));
        }
        return sum0.add(sum1)
                .add(sum2.add(sum3))
                .add(sum4.add(sum5).add(sum6.add(sum7)))
                .reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void add(float[] numbers, int from, int length, float summand) {
        FloatVector summands = FloatVector.broadcast(SPECIES, summand);
        for (int i = from; i < from + length; i += 4 * LANES) {
            load(numbers, i).add(summands).intoArray(numbers, i);
            load(numbers, i + LANES).add(summands).intoArray(numbers, i + LANES);
            load(numbers, i + 2 * LANES).add(summands).intoArray(numbers, i + 2 * LANES);
            load(numbers, i + 3 * LANES).add(summands).intoArray(numbers, i + 3 * LANES);
        }
    }

    private static FloatVector load(float[] numbers, int at) {
        return FloatVector.fromArray(SPECIES, numbers, at);
    }
}
