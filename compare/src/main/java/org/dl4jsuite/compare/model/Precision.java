package org.dl4jsuite.compare.model;

/** The number format a network computes in. */
public enum Precision {
    /** 32 bits; the unit roundoff is 2^-24. */
    FLOAT(0x1p-24, Float.MIN_NORMAL),
    /** 64 bits; the unit roundoff is 2^-53. */
    DOUBLE(0x1p-53, 1e-150);

    /** In a tolerance, a rounding counts as so many unit roundoffs: a choice, as if errors were drawn at random. */
    public static final int DEVIATIONS = 4;

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

    /** What a rounding of 1 counts as in a tolerance: {@value #DEVIATIONS} unit roundoffs. */
    public double roundingError() {
        return DEVIATIONS * unitRoundoff;
    }

    /** Below this, products and squares lose digits to underflow. */
    public double tiny() {
        return tiny;
    }
}
