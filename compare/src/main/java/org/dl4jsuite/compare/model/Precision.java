package org.dl4jsuite.compare.model;

/** The number format a network computes in. */
public enum Precision {
    /** 32 bits; the unit roundoff is 2^-24. */
    FLOAT(0x1p-24, Float.MIN_NORMAL),
    /** 64 bits; the unit roundoff is 2^-53. */
    DOUBLE(0x1p-53, 1e-150);

    /** A tolerance takes one rounding to be off by so many unit roundoffs: a choice, not a bound. */
    public static final int UNITS_PER_ROUNDING = 4;

    private final double unitRoundoff;
    private final double tiny;

    Precision(double unitRoundoff, double tiny) {
        this.unitRoundoff = unitRoundoff;
        this.tiny = tiny;
    }

    /** The largest relative error of rounding one number. */
    public double unitRoundoff() {
        return unitRoundoff;
    }

    /** What a tolerance takes for the error of rounding a number, relative to it: {@value #UNITS_PER_ROUNDING} unit roundoffs. */
    public double roundingError() {
        return UNITS_PER_ROUNDING * unitRoundoff;
    }

    /** Below this, products and squares lose digits to underflow. */
    public double tiny() {
        return tiny;
    }
}
