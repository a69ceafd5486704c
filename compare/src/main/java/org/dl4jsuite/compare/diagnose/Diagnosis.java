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
 * @param note what the reader should know besides, or null
 */
public record Diagnosis(
        Verdict verdict,
        @Nullable FirstDifference first,
        List<Finding> causes,
        boolean unknown,
        @Nullable String pattern,
        @Nullable String note) {

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

    /** Returns what a reader needs, a sentence or two per line: the verdict, the first difference, the causes. */
    public List<String> sentences() {
        List<String> lines = new ArrayList<>();
        if (first == null) {
            lines.add("Same: everything in the dump agrees with ours within rounding.");
        } else {
            lines.add("Differs. " + first.sentence());
        }
        if (!causes.isEmpty()) {
            lines.add(heading());
            causes.forEach(cause -> lines.add("  " + cause.describe()));
        }
        if (unknown) {
            lines.add("No known mistake, nor two of them together, explains all numbers. " + pattern + ".");
            lines.add(
                    "To see more, dump every quantity from z1 to W1_after and look at the first that differs; check that"
                            + " activations, loss function, reduction and rate are those that you use.");
        }
        if (note != null) {
            lines.add(note);
        }
        return lines;
    }

    private String heading() {
        if (causes.size() == 1) {
            return "The cause:";
        }
        boolean together = causes.stream().allMatch(cause -> cause.with() != null);
        return together && causes.size() == 2
                ? "The causes, both together:"
                : "The numbers cannot tell these causes apart; the likeliest comes first:";
    }
}
