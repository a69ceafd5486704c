package org.dl4jsuite.compare.lessons;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dl4jsuite.compare.Provenance;

/**
 * A lesson's result as {@code --json} writes it.
 *
 * @param origin where it comes from
 * @param lesson id
 * @param source the text it comes from
 * @param options of the run
 * @param scratch log, outputs and parameters from scratch
 * @param dl4j the twin's
 * @param maxDifference the largest difference of the two in anything noted
 * @param agrees whether rounding explains it
 * @param verdict {@code agree}, {@code DISAGREE}, or why neither can be said
 * @param checks what was compared
 * @param figures against what the source prints; empty if the options, but for logEvery, are not the source's
 * @param trace what both sides compute in chosen steps; left out if it was not asked for
 */
@JsonPropertyOrder("format")
public record LessonJson(
        Provenance origin,
        String lesson,
        String source,
        LessonOptions options,
        LessonResult.Run scratch,
        LessonResult.Run dl4j,
        double maxDifference,
        boolean agrees,
        String verdict,
        List<LessonResult.Check> checks,
        List<FigureCheck> figures,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TraceStep> trace) {

    @JsonProperty
    String format() {
        return "dl4jsuite-lesson-1";
    }

    public static LessonJson of(Provenance origin, LessonResult result) {
        return new LessonJson(
                origin,
                result.lesson(),
                result.source(),
                result.options(),
                result.scratch(),
                result.dl4j(),
                result.maxDifference(),
                result.agrees(),
                result.verdict(),
                result.checks(),
                result.figures(),
                result.trace());
    }
}
