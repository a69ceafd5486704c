package org.dl4jsuite.compare.speed;

/** In plain Java: what HotSpot's compiler makes of simple loops. */
final class PlainCeilingLoops implements CeilingLoops {
    private static final int CHAINS = 8;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int floatsPerStep() {
        return CHAINS;
    }

    @Override
    public int flopsPerRound() {
        return 2 * CHAINS;
    }

    @Override
    public void multiplyAdd(float[] numbers, int rounds) {
        float x0 = numbers[0];
        float x1 = numbers[1];
        float x2 = numbers[2];
        float x3 = numbers[3];
        float x4 = numbers[4];
        float x5 = numbers[5];
        float x6 = numbers[6];
        float x7 = numbers[7];
        float factor = numbers[8];
        float summand = numbers[9];
        for (int round = 0; round < rounds; round++) {
            x0 = x0 * factor + summand;
            x1 = x1 * factor + summand;
            x2 = x2 * factor + summand;
            x3 = x3 * factor + summand;
            x4 = x4 * factor + summand;
            x5 = x5 * factor + summand;
            x6 = x6 * factor + summand;
            x7 = x7 * factor + summand;
        }
        numbers[0] = x0;
        numbers[1] = x1;
        numbers[2] = x2;
        numbers[3] = x3;
        numbers[4] = x4;
        numbers[5] = x5;
        numbers[6] = x6;
        numbers[7] = x7;
    }

    @Override
    public float sum(float[] numbers, int from, int length) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        float sum4 = 0;
        float sum5 = 0;
        float sum6 = 0;
        float sum7 = 0;
        for (int i = from; i < from + length; i += CHAINS) {
            sum0 += numbers[i];
            sum1 += numbers[i + 1];
            sum2 += numbers[i + 2];
            sum3 += numbers[i + 3];
            sum4 += numbers[i + 4];
            sum5 += numbers[i + 5];
            sum6 += numbers[i + 6];
            sum7 += numbers[i + 7];
        }
        return ((sum0 + sum1) + (sum2 + sum3)) + ((sum4 + sum5) + (sum6 + sum7));
    }

    @Override
    public void add(float[] numbers, int from, int length, float summand) {
        for (int i = from; i < from + length; i++) {
            numbers[i] += summand;
        }
    }
}
