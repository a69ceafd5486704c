package org.dl4jsuite.scratch;

/**
 * numpy's legacy {@code RandomState}: the same seed gives the same doubles, so that the seed of a Python tutorial gives
 * the tutorial's own weights.
 *
 * <p>The generator is MT19937 (Matsumoto and Nishimura, <i>Mersenne Twister</i>, ACM TOMACS 8, 1998) seeded by its
 * {@code init_genrand}; {@link #randomSample} makes a double from 53 of its bits; {@link #normal} is the polar method
 * (Marsaglia and Bray, SIAM Review 6, 1964), which yields two values at a time and keeps the second for the next call.
 * {@code randomSample} is exact. {@code normal} depends on the C library's {@code log}, which rounds a value near the middle
 * of two doubles to either: there, in one draw of some hundreds, it may differ from numpy's by one unit in the last place
 * (by up to three about once in ten million draws). On every machine the suite itself draws the same.
 */
public final class NumpyRandomState {
    private static final int WORDS = 624;
    private static final int SHIFT = 397;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;
    private static final long MAX_SEED = 0xffffffffL;

    private final int[] state = new int[WORDS];
    private int next = WORDS;
    private double keptNormal;
    private boolean hasKeptNormal;

    /**
     * A generator as {@code numpy.random.RandomState(seed)}.
     *
     * @param seed 0 to 2^32 - 1
     */
    public NumpyRandomState(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("The seed must be between 0 and " + MAX_SEED + ": got " + seed);
        }
        state[0] = (int) seed;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** Uniform in [0, 1): {@code random_sample()}. */
    public double randomSample() {
        int high = nextWord() >>> 5;
        int low = nextWord() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0; // (high * 2^26 + low) / 2^53
    }

    /** {@code count} values of {@link #randomSample()}. */
    public double[] randomSample(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = randomSample();
        }
        return values;
    }

    /** {@code normal(mean, standardDeviation)}. */
    public double normal(double mean, double standardDeviation) {
        return mean + standardDeviation * standardNormal();
    }

    private double standardNormal() {
        if (hasKeptNormal) {
            hasKeptNormal = false;
            return keptNormal;
        }
        double x;
        double y;
        double squaredRadius;
        do {
            x = 2 * randomSample() - 1;
            y = 2 * randomSample() - 1;
            squaredRadius = x * x + y * y;
        } while (squaredRadius >= 1 || squaredRadius == 0);
        PreciseLogarithm logarithm = PreciseLogarithm.of(squaredRadius);
        double scale = Math.sqrt(-2 * logarithm.high() / squaredRadius);
        double alternative = Math.sqrt(-2 * logarithm.alternative() / squaredRadius);
        keptNormal = between(scale * x, alternative * x);
        hasKeptNormal = true;
        return between(scale * y, alternative * y);
    }

    /** The first of two doubles, unless they are two units in the last place apart: then the one in the middle. */
    private static double between(double value, double alternative) {
        double ulp = Math.ulp(Math.min(Math.abs(value), Math.abs(alternative)));
        double apart = Math.abs(value - alternative) / ulp;
        return apart > 1.5 && apart < 2.5 ? (value + alternative) / 2 : value;
    }

    private int nextWord() {
        if (next == WORDS) {
            twist();
            next = 0;
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9d2c5680;
        word ^= (word << 15) & 0xefc60000;
        return word ^ (word >>> 18);
    }

    private void twist() {
        for (int i = 0; i < WORDS; i++) {
            int bits = (state[i] & UPPER_BIT) | (state[(i + 1) % WORDS] & LOWER_BITS);
            int twisted = (bits >>> 1) ^ ((bits & 1) == 0 ? 0 : 0x9908b0df);
            state[i] = state[(i + SHIFT) % WORDS] ^ twisted;
        }
    }
}
