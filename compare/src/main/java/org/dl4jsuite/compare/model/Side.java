package org.dl4jsuite.compare.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The two sides of the comparison. */
public enum Side {
    SCRATCH(Precision.DOUBLE),
    DL4J(Precision.FLOAT);

    private final Precision usualPrecision;

    Side(Precision usualPrecision) {
        this.usualPrecision = usualPrecision;
    }

    /** What the side computes in unless it is told otherwise: DL4J's own default is FLOAT. */
    public Precision usualPrecision() {
        return usualPrecision;
    }

    /** A network of this side, for the description's precision. */
    public Model build(NetworkSpec spec) {
        return this == SCRATCH ? new ScratchModel(spec) : Dl4jModel.of(spec);
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label();
    }
}
