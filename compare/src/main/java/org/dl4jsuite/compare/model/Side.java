package org.dl4jsuite.compare.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who can be trained: the two sides of the comparison, and the from-scratch side written for speed. */
public enum Side {
    SCRATCH(Precision.DOUBLE),
    SCRATCH_FAST(Precision.FLOAT),
    DL4J(Precision.FLOAT);

    private final Precision usualPrecision;

    Side(Precision usualPrecision) {
        this.usualPrecision = usualPrecision;
    }

    /** Returns what the side computes in unless it is told otherwise: DL4J's own default is FLOAT. */
    public Precision usualPrecision() {
        return usualPrecision;
    }

    /** Builds a network of this side, for the description's precision. */
    public Learner build(NetworkSpec spec) {
        return switch (this) {
            case SCRATCH -> new ScratchModel(spec);
            case SCRATCH_FAST -> new FastModel(spec);
            case DL4J -> Dl4jModel.of(spec);
        };
    }

    /** Returns the name in files and options, for example {@code scratch-fast}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return label();
    }
}
