package org.dl4jsuite.compare.speed;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is timed. */
public enum Operation {
    /** Forward, backward and update of the weights. */
    TRAIN,
    /** Forward only. */
    PREDICT;

    /** Returns the name in rows and sentences: {@code train} or {@code predict}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
