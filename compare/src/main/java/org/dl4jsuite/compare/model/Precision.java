package org.dl4jsuite.compare.model;

/** The number format a network computes in. */
public enum Precision {
    /** 32 bits; the unit roundoff is 2^-24. */
    FLOAT(0x1p-24),
    /** 64 bits; the unit roundoff is 2^-53. */
    DOUBLE(0x1p-53);

    private final double unitRoundoff;

    Precision(double unitRoundoff) {
        this.unitRoundoff = unitRoundoff;
    }

    /** The largest relative error of rounding one number. */
    public double unitRoundoff() {
        return unitRoundoff;
    }
}
