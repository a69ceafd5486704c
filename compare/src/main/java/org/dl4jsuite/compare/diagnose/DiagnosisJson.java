package org.dl4jsuite.compare.diagnose;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dl4jsuite.compare.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as a file.
 *
 * @param origin where it comes from
 * @param verdict same or differs
 * @param first the first difference, or null
 * @param causes what explains all numbers, best first
 * @param unknown whether it differs and nothing known explains it
 * @param pattern of the ratios in the first quantity that differs, or null
 * @param note what the reader should know besides, or null
 */
@JsonPropertyOrder("format")
public record DiagnosisJson(
        Provenance origin,
        Diagnosis.Verdict verdict,
        @Nullable FirstDifference first,
        List<Finding> causes,
        boolean unknown,
        @Nullable String pattern,
        @Nullable String note) {

    @JsonProperty
    String format() {
        return "dl4jsuite-diagnosis-1";
    }

    /** Returns a diagnosis with its origin. */
    public static DiagnosisJson of(Provenance origin, Diagnosis diagnosis) {
        return new DiagnosisJson(
                origin,
                diagnosis.verdict(),
                diagnosis.first(),
                diagnosis.causes(),
                diagnosis.unknown(),
                diagnosis.pattern(),
                diagnosis.note());
    }
}
