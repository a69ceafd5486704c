package org.dl4jsuite.scratch.fast;

/**
 * exp(x) for float, by multiplications and additions alone, so that it can be done on a whole vector at once.
 *
 * <p>With n the integer nearest to x / ln 2 and r = x - n ln 2, exp(x) = 2^n exp(r) and |r| <= ln 2 / 2 = 0.347. exp(r)
 * is its Taylor polynomial of degree 7, whose remainder is below 0.347^8 / 8! * sqrt(2) = 7.5e-9, an eighth of half a
 * unit in the last place; 2^n is added to the exponent bits. The result is within {@link #RELATIVE_ERROR} of exp(x) for
 * x in [-{@link #LIMIT}, {@link #LIMIT}]; beyond it stays at the value of the nearer end, which for a sigmoid is 0 or 1
 * in float. NaN gives NaN.
 *
 * <p>The constants are shared with {@link VectorKernels}, which writes the same steps with vectors.
 */
final class FloatExp {
    /** Two units of 2^-23, from rounding; the largest seen in a hundred million values is 1.0e-7. */
    static final double RELATIVE_ERROR = 0x2p-23;

    /** exp(87) and exp(-87) are normal floats. */
    static final float LIMIT = 87;

    /** 1 / ln 2. */
    static final float LOG2_E = 0x1.715476p0f;

    /** ln 2 in two parts; the first has 9 bits, so that n times it is exact. */
    static final float LN2_HIGH = 0x1.63p-1f;

    static final float LN2_LOW = -0x1.bd0106p-13f;

    /** 1.5 * 2^23: a float this large has no fraction, so adding it rounds, and its low bits are then the integer. */
    static final float ROUNDER = 0x1.8p23f;

    static final int FRACTION_BITS = 23;

    static final float C2 = 1 / 2f;
    static final float C3 = 1 / 6f;
    static final float C4 = 1 / 24f;
    static final float C5 = 1 / 120f;
    static final float C6 = 1 / 720f;
    static final float C7 = 1 / 5040f;

    private FloatExp() {}

    static float of(float x) {
        float limited = Math.max(-LIMIT, Math.min(LIMIT, x));
        float rounded = limited * LOG2_E + ROUNDER;
        float n = rounded - ROUNDER;
        float r = limited - n * LN2_HIGH - n * LN2_LOW;
        float exp = 1 + r * (1 + r * (C2 + r * (C3 + r * (C4 + r * (C5 + r * (C6 + r * C7))))));
        return Float.intBitsToFloat(Float.floatToRawIntBits(exp) + (Float.floatToRawIntBits(rounded) << FRACTION_BITS));
    }
}
