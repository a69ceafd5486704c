package org.dl4jsuite.scratch;

/**
 * The natural logarithm as an unevaluated sum of two doubles, correct to about a thousandth of a unit in the last place.
 *
 * <p>With x = m 2^k and s = (m - 1)/(m + 1), ln x = k ln 2 + 2 s + 2/3 s³ + 2/5 s⁵ + … The terms down to s³ are computed
 * in twice the precision, the rest is small. Only additions, multiplications, divisions and fused multiply-adds: the same bits
 * on every machine, which {@code Math.log} does not promise.
 *
 * @param high ln x, rounded
 * @param low what the rounding took away
 */
record PreciseLogarithm(double high, double low) {
    /** ln 2 in two parts; the first has few enough bits that its product with any exponent is exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Terms of the series: with |s| below 0.172 the last is far below what a double can add. */
    private static final int LAST_POWER = 25;

    /** The logarithm of a positive, normal number. */
    static PreciseLogarithm of(double x) {
        int exponent = Math.getExponent(x);
        double m = Math.scalb(x, -exponent);
        if (m > 1.4142135623730951) { // to keep m - 1 small on either side of 1
            m /= 2;
            exponent++;
        }
        double denominator = m + 1;
        double lostInDenominator = m - (denominator - 1);
        double s = (m - 1) / denominator;
        double lostInQuotient = (Math.fma(-s, denominator, m - 1) - s * lostInDenominator) / denominator;
        double squared = s * s;
        double cubed = squared * s;
        double lostInCubed = Math.fma(squared, s, -cubed) + Math.fma(s, s, -squared) * s + 3 * squared * lostInQuotient;
        double third = cubed * 2 / 3;
        double lostInThird = Math.fma(third, -3, 2 * cubed) / 3 + lostInCubed * 2 / 3;
        double series = 0;
        for (int power = LAST_POWER; power >= 5; power -= 2) {
            series = series * squared + 2.0 / power;
        }
        double a = exponent * LN2_HIGH;
        double sum = a + 2 * s;
        double total = sum + third;
        double lostInSums = lostInSum(a, 2 * s, sum) + lostInSum(sum, third, total);
        double rest = lostInSums + (exponent * LN2_LOW + (2 * lostInQuotient + lostInThird + series * squared * cubed));
        double high = total + rest;
        return new PreciseLogarithm(high, rest - (high - total));
    }

    /** Returns what the addition a + b lost by rounding to sum: exact (Knuth's two-sum). */
    private static double lostInSum(double a, double b, double sum) {
        double shareOfB = sum - a;
        return (a - (sum - shareOfB)) + (b - shareOfB);
    }

    /**
     * Where the true value lies so close to the middle of two doubles that a good library may give either, the one that
     * {@link #high} is not; otherwise {@code high}.
     */
    double alternative() {
        double ulp = Math.ulp(high);
        if (Math.abs(low) < 0.48 * ulp) {
            return high;
        }
        return low > 0 ? high + ulp : high - ulp;
    }
}
