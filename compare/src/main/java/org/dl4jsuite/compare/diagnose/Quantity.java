package org.dl4jsuite.compare.diagnose;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A number or array that a step computes.
 *
 * @param kind what it is
 * @param layer of links, from 0; of the loss the last
 */
record Quantity(Kind kind, int layer) {
    /** The kinds, in the order in which a step computes them. */
    enum Kind {
        WEIGHTED_SUM("z%d"),
        ACTIVATION("a%d"),
        OUTPUT("output"),
        LOSS("loss"),
        WEIGHT_GRADIENT("dW%d"),
        BIAS_GRADIENT("db%d"),
        WEIGHT_AFTER("W%d_after"),
        BIAS_AFTER("b%d_after");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        /** In JSON, for example {@code weighted-sum}. */
        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isForward() {
            return this == WEIGHTED_SUM || this == ACTIVATION || this == OUTPUT;
        }

        boolean isOfWeights() {
            return this == WEIGHT_GRADIENT || this == WEIGHT_AFTER;
        }
    }

    /** Its name in a dump, for example {@code dW1}. */
    String name() {
        return String.format(Locale.ROOT, kind.name, layer + 1);
    }
}
