package org.dl4jsuite.compare.sabotage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a mistake on purpose.
 *
 * @param mistake its id
 * @param done what was done instead of the right thing
 * @param caughtBy the first check of parity that it does not pass, or null if it passes all
 * @param afterSteps of training, when that check sees it: 0 before the first
 * @param says the check's message, or null
 * @param accuracy the share of test images that the network with the mistake has right after its training
 * @param accuracyWithout the same without the mistake
 * @param diagnosis the ids of the causes that diagnose names, best first; empty for "unknown"
 */
public record SabotageResult(
        String mistake,
        String done,
        @Nullable Check caughtBy,
        long afterSteps,
        @Nullable String says,
        double accuracy,
        double accuracyWithout,
        List<String> diagnosis) {

    /** The checks of parity, in their order. */
    public enum Check {
        OUTPUTS,
        LOSS,
        /** Three ways: from scratch, DL4J, central differences. */
        GRADIENT,
        /** Along a run. */
        WEIGHTS;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns whether a check has found it. */
    @JsonIgnore
    public boolean isCaught() {
        return caughtBy != null;
    }
}
