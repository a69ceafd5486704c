package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.report.Report.LessonRow;

/**
 * A lesson as the report shows it.
 *
 * @param row what was measured
 * @param figures that the source prints and both sides must meet
 * @param errata that the source prints but its own code does not give, so neither side must
 */
record LessonCard(LessonRow row, List<FigureCheck> figures, List<FigureCheck> errata) {

    private static final double WIDEST_LINEAR_SPAN = 100;
    private static final Pattern WORDS_RUN_TOGETHER = Pattern.compile("(?<=[a-z])[A-Z]");

    /** One a lesson. */
    static List<LessonCard> of(List<LessonRow> rows) {
        return rows.stream().map(LessonCard::of).toList();
    }

    private static LessonCard of(LessonRow row) {
        return new LessonCard(
                row,
                row.figures().stream()
                        .filter(figure -> figure.erratum() == null)
                        .toList(),
                row.figures().stream()
                        .filter(figure -> figure.erratum() != null)
                        .toList());
    }

    /** Whether the two sides agree and every figure is as it should be. */
    boolean isSound() {
        return row.agrees() && meetsFigures() && confirmsErrata();
    }

    /** Whether both sides give what the source prints. */
    boolean meetsFigures() {
        return met(figures) == figures.size();
    }

    /** Whether neither side gives what the source misprints. */
    boolean confirmsErrata() {
        return met(errata) == errata.size();
    }

    /** Whether the two sides agree. */
    String verdict() {
        return row.agrees() ? "agree" : "disagree";
    }

    /** How far apart the two sides come; if rounding cannot explain it, what differs. */
    List<String> differences() {
        if (!row.agrees()) {
            return row.disagreements();
        }
        return List.of(
                row.maxDifference() == 0
                        ? "equal to the last bit"
                        : "largest difference " + Format.difference(row.maxDifference()));
    }

    /** The first error and the last: of both sides together, if they read the same. */
    List<String> errors() {
        String scratch = ends(row.scratch());
        String dl4j = ends(row.dl4j());
        return scratch.equals(dl4j) ? List.of(scratch) : List.of("scratch " + scratch, "DL4J " + dl4j);
    }

    /** When the errors were noted. */
    String iterations() {
        if (row.scratch().size() < 2) {
            return "noted once";
        }
        int first = row.scratch().get(0).iteration();
        int last = row.scratch().get(row.scratch().size() - 1).iteration();
        return "iterations " + Format.count(first) + " to " + Format.count(last)
                + (isLogarithmic() ? ", log scale" : "");
    }

    /** Returns whether the errors span more than two decades, so that their curve needs a logarithmic axis. */
    boolean isLogarithmic() {
        DoubleSummaryStatistics errors = Stream.concat(row.scratch().stream(), row.dl4j().stream())
                .mapToDouble(LogEntry::error)
                .filter(Double::isFinite)
                .summaryStatistics();
        return errors.getMin() > 0 && errors.getMax() / errors.getMin() > WIDEST_LINEAR_SPAN;
    }

    /** The curves in words. */
    String description() {
        return Stream.of(List.of("error"), errors(), List.of(iterations()))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    /** How many of the figures are met, for example {@code 5 of 5 met}. */
    String figuresInBrief() {
        return figures.isEmpty() ? "none printed" : met(figures) + " of " + figures.size() + " met";
    }

    /** How many of the errata neither side gives; empty if the source has none. */
    String errataInBrief() {
        if (errata.isEmpty()) {
            return "";
        }
        String all = errata.size() == 1 ? "1 erratum" : errata.size() + " errata";
        return confirmsErrata() ? all + " confirmed" : met(errata) + " of " + all + " confirmed";
    }

    /** What is not as it should be, one sentence each. */
    List<String> problems() {
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

    private static long met(List<FigureCheck> figures) {
        return figures.stream().filter(figure -> figure.met()).count();
    }

    private static String unmet(List<FigureCheck> figures) {
        return figures.stream()
                .filter(figure -> !figure.met())
                .map(LessonCard::nameOf)
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

    /** Returns a figure's name in words: weight delta 1 for {@code weightDelta 1}. */
    static String nameOf(FigureCheck figure) {
        return WORDS_RUN_TOGETHER
                .matcher(figure.name())
                .replaceAll(letter -> " " + letter.group().toLowerCase(Locale.ROOT));
    }

    /** Returns how closely a figure is to be met. */
    static String ruleOf(FigureCheck figure) {
        return switch (figure.rule()) {
            case "band" -> "within the range claimed";
            case "1 decimals" -> "to 1 decimal";
            default -> figure.rule().endsWith("decimals") ? "to " + figure.rule() : figure.rule();
        };
    }

    /** Returns what an erratum says, and what comes out instead. */
    static String statementOf(FigureCheck erratum) {
        String scratch = String.join(", ", exact(erratum.scratch()));
        String dl4j = String.join(", ", exact(erratum.dl4j()));
        String gives = erratum.met() && scratch.equals(dl4j)
                ? "; its own code gives " + scratch
                : erratum.met()
                        ? "; its own code gives " + scratch + " (DL4J: " + dl4j + ")"
                        : ", which its own code should not give; but scratch gives " + scratch + ", DL4J " + dl4j;
        return "The source prints " + String.join(", ", printed(erratum)) + gives + ".";
    }

    /** Returns what the source prints, one number a line, or that it only claims a range. */
    static List<String> printed(FigureCheck figure) {
        return figure.rule().equals("band")
                ? List.of("a range")
                : figure.printed().stream().map(Format::exact).toList();
    }

    /** Returns numbers with all their digits. */
    static List<String> exact(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Format::exact).toList();
    }
}
