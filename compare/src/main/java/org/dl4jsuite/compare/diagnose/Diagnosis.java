package org.dl4jsuite.compare.diagnose;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a dump.
 *
 * @param verdict whether it is the same as the suite's own step
 * @param first the first difference, or null if there is none
 * @param causes what explains all numbers, best first; several, if the numbers cannot tell them apart, or if it takes two
 * @param unknown whether the dump differs and no cause is known
 * @param pattern of the ratios in the first quantity that differs, or null if there is none
 */
public record Diagnosis(
        Verdict verdict,
        @Nullable FirstDifference first,
        List<Finding> causes,
        boolean unknown,
        @Nullable String pattern) {

    /** Whether two steps are the same within rounding. */
    public enum Verdict {
        SAME,
        DIFFERS;

        /** In JSON: {@code same}, {@code differs}. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns what is the matter with a dump.
     *
     * @throws InvalidDumpException if it cannot be read as a step
     */
    public static Diagnosis of(Dump dump) {
        return new Examination(dump).diagnosis();
    }

    /** Returns one sentence per line: the first difference, then each cause or the pattern of the differences. */
    public List<String> sentences() {
        if (first == null) {
            return List.of("Everything in the dump is the same as ours, within rounding.");
        }
        List<String> sentences = new ArrayList<>(List.of(first.sentence()));
        causes.forEach(cause -> sentences.add(cause.id()
                + (cause.with() == null ? "" : ", together with " + cause.with())
                + ": " + cause.sentence()));
        if (unknown) {
            sentences.add("No known mistake, nor two of them, explains all numbers; " + pattern + ".");
        }
        return sentences;
    }
}
