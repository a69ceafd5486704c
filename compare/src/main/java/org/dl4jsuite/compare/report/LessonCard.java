package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.report.Report.LessonRow;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as the report shows it.
 *
 * @param row what was measured
 * @param curves of the errors; null if they were noted only once
 * @param figures that the source prints and both sides must meet
 * @param errata that the source prints but its own code does not give, so neither side must
 */
public record LessonCard(
        LessonRow row, @Nullable Sparkline curves, List<FigureLines> figures, List<FigureLines> errata) {

    /** One a lesson. */
    public static List<LessonCard> of(List<LessonRow> rows) {
        return rows.stream().map(LessonCard::of).toList();
    }

    private static LessonCard of(LessonRow row) {
        return new LessonCard(
                row,
                Sparkline.of(row.scratch(), row.dl4j()),
                row.figures().stream()
                        .filter(figure -> figure.erratum() == null)
                        .map(FigureLines::of)
                        .toList(),
                row.figures().stream()
                        .filter(figure -> figure.erratum() != null)
                        .map(FigureLines::of)
                        .toList());
    }

    /** Whether the two sides agree and every figure is as it should be. */
    public boolean isSound() {
        return row.agrees() && meetsFigures() && confirmsErrata();
    }

    /** Whether both sides give what the source prints. */
    public boolean meetsFigures() {
        return met(figures) == figures.size();
    }

    /** Whether neither side gives what the source misprints. */
    public boolean confirmsErrata() {
        return met(errata) == errata.size();
    }

    /** Whether the two sides agree. */
    public String verdict() {
        return row.agrees() ? "agree" : "disagree";
    }

    /** How far apart the two sides come; if rounding cannot explain it, what differs. */
    public List<String> differences() {
        if (!row.agrees()) {
            return row.disagreements();
        }
        return List.of(
                row.maxDifference() == 0
                        ? "equal to the last bit"
                        : "largest difference " + Format.difference(row.maxDifference()));
    }

    /** The first error and the last: of both sides together, if they read the same. */
    public List<String> errors() {
        String scratch = ends(row.scratch());
        String dl4j = ends(row.dl4j());
        return scratch.equals(dl4j) ? List.of(scratch) : List.of("scratch " + scratch, "DL4J " + dl4j);
    }

    /** When the errors were noted. */
    public String iterations() {
        if (row.scratch().size() < 2) {
            return "noted once";
        }
        int first = row.scratch().get(0).iteration();
        int last = row.scratch().get(row.scratch().size() - 1).iteration();
        return "iterations " + Format.count(first) + " to " + Format.count(last);
    }

    /** The axis of the errors, if it is not an ordinary one; otherwise empty. */
    public String axis() {
        return curves != null && curves.isLogarithmic() ? "log scale" : "";
    }

    /** The curves in words. */
    public String description() {
        return Stream.of(List.of("error"), errors(), List.of(iterations(), axis()))
                .flatMap(List::stream)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** How many of the figures are met, for example {@code 5 of 5 met}. */
    public String figuresInBrief() {
        return figures.isEmpty() ? "none printed" : met(figures) + " of " + figures.size() + " met";
    }

    /** How many of the errata neither side gives; empty if the source has none. */
    public String errataInBrief() {
        if (errata.isEmpty()) {
            return "";
        }
        String all = errata.size() == 1 ? "1 erratum" : errata.size() + " errata";
        return confirmsErrata() ? all + " confirmed" : met(errata) + " of " + all + " confirmed";
    }

    /** What is not as it should be, one sentence each. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!row.agrees()) {
            problems.add("Lesson " + row.lesson() + ": the two sides disagree; "
                    + String.join("; ", row.disagreements()) + ".");
        }
        if (!meetsFigures()) {
            problems.add("Lesson " + row.lesson() + " meets " + met(figures) + " of "
                    + Format.counted(figures.size(), "published figure") + "; not: " + unmet(figures) + ".");
        }
        if (!confirmsErrata()) {
            problems.add("Lesson " + row.lesson() + ": a figure held to be an erratum comes out as printed: "
                    + unmet(errata) + ".");
        }
        return problems;
    }

    private static long met(List<FigureLines> figures) {
        return figures.stream().filter(figure -> figure.check().met()).count();
    }

    private static String unmet(List<FigureLines> figures) {
        return figures.stream()
                .filter(figure -> !figure.check().met())
                .map(FigureLines::name)
                .collect(Collectors.joining(", "));
    }

    private static String ends(List<LogEntry> log) {
        if (log.isEmpty()) {
            return "–";
        }
        String first = Format.brief(log.get(0).error());
        return log.size() == 1
                ? first
                : first + " → " + Format.brief(log.get(log.size() - 1).error());
    }
}
