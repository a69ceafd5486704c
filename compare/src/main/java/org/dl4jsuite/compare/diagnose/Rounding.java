package org.dl4jsuite.compare.diagnose;

import org.dl4jsuite.compare.model.Precision;

/**
 * How much a correct computation may lose by rounding: a rounding of v counts as {@value Precision#UNITS_PER_ROUNDING} u |v|, where u
 * is the precision's unit roundoff, and a sum of n products as the square root of n + 2 of them.
 *
 * @param precision what the dump was computed in, or rounded to
 */
record Rounding(Precision precision) {
    /** The error that one rounding of 1 counts as. */
    double unit() {
        return precision.roundingError();
    }

    /** The error that a sum of n products counts as, relative to the sum of their absolute values. */
    double ofSum(int n) {
        return unit() * Math.sqrt(n + 2.0);
    }

    /** The distance from |value| to the next larger number of this precision. */
    double ulp(double value) {
        return precision == Precision.DOUBLE ? Math.ulp(value) : Math.ulp((float) value);
    }
}
