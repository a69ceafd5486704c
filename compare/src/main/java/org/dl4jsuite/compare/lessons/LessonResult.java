package org.dl4jsuite.compare.lessons;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a lesson after the same iterations from the same weights; {@code suite lesson --json} writes it with its
 * origin.
 *
 * @param lesson id
 * @param source the text it comes from
 * @param options of this run
 * @param scratch the from-scratch side
 * @param dl4j its twin
 * @param maxDifference the largest difference of the two in anything noted: errors, outputs, parameters
 * @param checks of outputs, loss, gradients and the way of the parameters
 * @param inconclusive why the two cannot be compared up to the end, or null if they can
 * @param figures against what the source prints; empty if the options, but for logEvery, are not the source's
 * @param trace what both sides compute in chosen steps; empty if it was not asked for
 */
@JsonPropertyOrder({
    "lesson",
    "source",
    "options",
    "scratch",
    "dl4j",
    "maxDifference",
    "agrees",
    "verdict",
    "checks",
    "figures",
    "trace"
})
public record LessonResult(
        String lesson,
        String source,
        LessonOptions options,
        Run scratch,
        Run dl4j,
        double maxDifference,
        List<Check> checks,
        @JsonIgnore @Nullable String inconclusive,
        List<FigureCheck> figures,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TraceStep> trace) {

    /** The format's name. */
    public static final String FORMAT = "dl4jsuite-lesson-1";

    /** An error and when it was noted: before the step of that iteration, counted from 0. */
    public record LogEntry(int iteration, double error) {}

    /**
     * One side's run.
     *
     * @param log of the errors
     * @param outputs of the last iteration, before its step, as the sources print them
     * @param outputsOfFinalParameters one step later
     * @param finalError after the last step
     * @param parameters after the last step: layer by layer, W (out x in) row by row, then b
     */
    public record Run(
            List<LogEntry> log,
            double[][] outputs,
            double[][] outputsOfFinalParameters,
            double finalError,
            double[] parameters) {}

    /**
     * One comparison.
     *
     * @param what is compared
     * @param difference the largest found
     * @param tolerance the largest that rounding can explain
     * @param detail the worst element and its values
     */
    public record Check(String what, double difference, double tolerance, String detail) {
        public boolean agrees() {
            return difference <= tolerance && Double.isFinite(tolerance);
        }

        /** Returns one line with all values. */
        public String describe() {
            return what + ": largest difference " + difference + " (tolerance " + tolerance + "), worst " + detail;
        }
    }

    /** Returns whether the two sides are the same, up to the end. */
    @JsonProperty
    public boolean agrees() {
        return disagreements().isEmpty();
    }

    /** Returns {@code agree}, {@code DISAGREE}, or why neither can be said. */
    @JsonProperty
    public String verdict() {
        boolean checked = checks.stream().allMatch(Check::agrees);
        return checked ? Objects.requireNonNullElse(inconclusive, "agree") : "DISAGREE";
    }

    /** Returns for example {@code 6 of 6 met}, or {@code none printed}. */
    public String figuresInBrief() {
        long met = figures.stream().filter(FigureCheck::met).count();
        return figures.isEmpty() ? "none printed" : met + " of " + figures.size() + " met";
    }

    /** Returns what differs beyond rounding or cannot be compared, one line each; empty if the sides are the same. */
    public List<String> disagreements() {
        return Stream.concat(
                        checks.stream().filter(check -> !check.agrees()).map(Check::describe),
                        Stream.ofNullable(inconclusive))
                .toList();
    }

    /** Returns a line for everything that is not as it should be. */
    public List<String> complaints() {
        Stream<String> unmet = figures.stream().filter(figure -> !figure.met()).map(FigureCheck::describe);
        return Stream.concat(disagreements().stream(), unmet)
                .map(complaint -> lesson + ": " + complaint)
                .toList();
    }
}
