package org.dl4jsuite.compare.parity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What three witnesses say together: they agree, or one of them stands alone. */
public enum Verdict {
    AGREE,
    /** The other two agree: the mistake is on the from-scratch side. */
    SCRATCH,
    /** The other two agree: DL4J, or our use of it, is the odd one out. */
    DL4J,
    /** The two sides agree with each other, but not with the central differences. */
    NUMERIC,
    /** No two agree, or the central differences are too coarse to say which side is right. */
    UNDECIDED;

    static Verdict of(boolean scratchIsDl4j, boolean scratchIsNumeric, boolean dl4jIsNumeric) {
        if (scratchIsDl4j) {
            return scratchIsNumeric && dl4jIsNumeric ? AGREE : NUMERIC;
        }
        if (scratchIsNumeric == dl4jIsNumeric) {
            return UNDECIDED;
        }
        return dl4jIsNumeric ? SCRATCH : DL4J;
    }

    /** In the report: {@code agree}, or the name of the odd one out. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
