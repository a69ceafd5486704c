package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.lessons.LessonRun;

/**
 * A lesson, run as its source does.
 *
 * @param lesson id
 * @param source the text it comes from
 * @param layers for example 3-4-1
 * @param teaches what, in a few words
 * @param disagreements what differs beyond rounding, one line per check; empty if the two sides agree
 * @param maxDifference the largest difference of the two in errors, outputs and parameters
 * @param scratch the errors that the from-scratch side notes, as the source prints them; some are signed
 * @param dl4j the twin's
 * @param figures the published ones beside ours
 */
public record LessonRow(
        String lesson,
        String source,
        String layers,
        String teaches,
        List<String> disagreements,
        double maxDifference,
        List<LogEntry> scratch,
        List<LogEntry> dl4j,
        List<FigureCheck> figures) {
    /** Runs lessons and returns a row for each. */
    public static List<LessonRow> run(List<LessonEntry> entries) {
        List<LessonResult> results = LessonRun.all(entries);
        return IntStream.range(0, entries.size())
                .mapToObj(i -> of(entries.get(i), results.get(i)))
                .toList();
    }

    /** Starts lessons, the longest first, so that no core is left with one at the end; returns them in order. Each is a part. */
    static List<Future<LessonRow>> start(List<LessonEntry> entries, SideBySide cores, KeptParts parts) {
        long iterations = entries.stream()
                .filter(entry -> !parts.has(part(entry)))
                .mapToLong(entry -> entry.defaults().iterations())
                .sum();
        Progress progress = Progress.later("lessons", iterations);
        Map<LessonEntry, Future<LessonRow>> rows = new HashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(entry -> -entry.defaults().iterations()))
                .forEach(entry -> rows.put(
                        entry,
                        cores.start(() -> parts.get(
                                part(entry),
                                new TypeReference<LessonRow>() {},
                                () -> of(entry, LessonRun.run(entry, entry.defaults(), progress))))));
        return entries.stream()
                .map(entry -> Objects.requireNonNull(rows.get(entry)))
                .toList();
    }

    private static String part(LessonEntry entry) {
        return "lessons." + entry.id();
    }

    private static LessonRow of(LessonEntry entry, LessonResult result) {
        return new LessonRow(
                entry.id(),
                result.source(),
                entry.layers(),
                entry.teaches(),
                result.disagreements(),
                result.maxDifference(),
                result.scratch().log(),
                result.dl4j().log(),
                result.figures());
    }

    /** Returns whether the two sides agree. */
    @JsonProperty
    public boolean agrees() {
        return disagreements.isEmpty();
    }

    /** Returns the figures that both sides must meet. */
    List<FigureCheck> published() {
        return figures.stream().filter(figure -> figure.erratum() == null).toList();
    }

    /** Returns the figures that the source prints but its own code does not give: neither side must give them. */
    List<FigureCheck> errata() {
        return figures.stream().filter(figure -> figure.erratum() != null).toList();
    }

    /** Returns whether the two sides agree, meet every figure and give no erratum. */
    public boolean sound() {
        return problems().isEmpty();
    }

    /** Returns what is not as it should be, one sentence each. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!agrees()) {
            problems.add("Lesson " + lesson + ": the two sides disagree; " + String.join("; ", disagreements) + ".");
        }
        List<String> missed = unmet(published());
        if (!missed.isEmpty()) {
            int all = published().size();
            problems.add("Lesson " + lesson + " meets " + (all - missed.size()) + " of "
                    + Format.counted(all, "published figure") + "; not: " + String.join(", ", missed) + ".");
        }
        List<String> asPrinted = unmet(errata());
        if (!asPrinted.isEmpty()) {
            problems.add("Lesson " + lesson + ": a figure held to be an erratum comes out as printed: "
                    + String.join(", ", asPrinted) + ".");
        }
        return problems;
    }

    private static List<String> unmet(List<FigureCheck> figures) {
        return figures.stream()
                .filter(figure -> !figure.met())
                .map(LessonsSection::nameOf)
                .toList();
    }
}
