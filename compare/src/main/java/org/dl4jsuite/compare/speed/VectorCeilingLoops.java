package org.dl4jsuite.compare.speed;

import java.time.Duration;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** With the Vector API. Only {@link Ceilings} may touch this class, by its name: it needs the module. */
final class VectorCeilingLoops implements CeilingLoops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** A processor begins two multiply-adds in a cycle and has each for four: eight must be under way. */
    private static final int CHAINS = 8;

    private static final long SACRIFICE = Duration.ofSeconds(1).toNanos();

    /** Loads under way at the same time. */
    private static final int LOADS = 8;

    /**
     * Takes a second. On JDK 17 the first method with {@code fma} that the compiler translates leaves its vectors in memory,
     * some thirty times as slow, and stays so; this one is sacrificed to spare {@link #multiplyAdd}.
     */
    VectorCeilingLoops() {
        float[] numbers = new float[LANES];
        long start = System.nanoTime();
        while (System.nanoTime() - start < SACRIFICE) {
            sacrifice(numbers);
        }
    }

    private static void sacrifice(float[] numbers) {
        FloatVector x = load(numbers, 0);
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.5f);
        for (int round = 0; round < 1000; round++) {
            x = factor.fma(x, factor);
        }
        x.intoArray(numbers, 0);
    }

    @Override
    public String name() {
        return "vector (" + SPECIES.vectorBitSize() + " bit)";
    }

    @Override
    public int floatsPerStep() {
        return LOADS * LANES;
    }

    @Override
    public int flopsPerRound() {
        return 2 * CHAINS * LANES;
    }

    @Override
    public void multiplyAdd(float[] numbers, int rounds) {
        FloatVector x0 = load(numbers, 0);
        FloatVector x1 = load(numbers, LANES);
        FloatVector x2 = load(numbers, 2 * LANES);
        FloatVector x3 = load(numbers, 3 * LANES);
        FloatVector x4 = load(numbers, 4 * LANES);
        FloatVector x5 = load(numbers, 5 * LANES);
        FloatVector x6 = load(numbers, 6 * LANES);
        FloatVector x7 = load(numbers, 7 * LANES);
        FloatVector factor = load(numbers, 8 * LANES);
        FloatVector summand = load(numbers, 9 * LANES);
        for (int round = 0; round < rounds; round++) {
            x0 = factor.fma(x0, summand);
            x1 = factor.fma(x1, summand);
            x2 = factor.fma(x2, summand);
            x3 = factor.fma(x3, summand);
            x4 = factor.fma(x4, summand);
            x5 = factor.fma(x5, summand);
            x6 = factor.fma(x6, summand);
            x7 = factor.fma(x7, summand);
        }
        x0.intoArray(numbers, 0);
        x1.intoArray(numbers, LANES);
        x2.intoArray(numbers, 2 * LANES);
        x3.intoArray(numbers, 3 * LANES);
        x4.intoArray(numbers, 4 * LANES);
        x5.intoArray(numbers, 5 * LANES);
        x6.intoArray(numbers, 6 * LANES);
        x7.intoArray(numbers, 7 * LANES);
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
