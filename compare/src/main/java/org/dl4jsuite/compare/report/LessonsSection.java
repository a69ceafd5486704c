package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.data.Split;

/** The lessons, each beside what its source prints. */
public final class LessonsSection implements ReportSection {
    private static final double WIDEST_LINEAR_SPAN = 100;
    private static final Pattern WORDS_RUN_TOGETHER = Pattern.compile("(?<=[a-z])[A-Z]");
    private static final Span SCRATCH =
            NetworkName.of("scratch", Precision.DOUBLE).withText("scratch");
    private static final Span DL4J = NetworkName.of("dl4j", Precision.DOUBLE).withText("DL4J");
    /** Where both commands write unless they are told otherwise. */
    private static final Span STUDY = Span.link("the study pages", "../study/index.html");

    @Override
    public Block.Section show(Report report, Split split) {
        List<Block> blocks = List.of(Block.note("The lessons were left out of this run (--no-lessons)."));
        if (!report.lessons().isEmpty()) {
            Span legend = Span.of(
                    ", dashed, drawn over it; a thin line marks an error of 0. Open a lesson to see its figures. Formula,"
                            + " code and numbers of each, side by side and step by step: ./suite study writes ");
            blocks = List.of(
                    new Block.Paragraph(Tone.MUTED, List.of(SCRATCH, Span.of("; "), DL4J, legend, STUDY, Span.of("."))),
                    table(report.lessons(), lesson -> true));
        }
        return new Block.Section(
                "lessons",
                "Lessons from the sources",
                "The four texts that this suite follows teach with small networks, from a weighted sum to handwritten"
                        + " digits. Each lesson is built twice, from scratch and in DL4J; both start from the same weights"
                        + " and run as the source runs its own. Both must give what the source prints; neither may give"
                        + " an erratum, which is a figure that the source's own code or data does not give.",
                blocks);
    }

    /**
     * Returns a row for each lesson.
     *
     * @param opens whether a lesson's figures stand below its row
     */
    public static Table table(List<LessonRow> lessons, Predicate<LessonRow> opens) {
        return Table.of(Table.Look.OUTLINE, lessons)
                .tone(lesson -> Tone.of(lesson.sound()))
                .details(lesson -> opens.test(lesson) ? figures(lesson.figures()) : List.of())
                .column("Lesson", lesson -> cell(Tone.STRONG, lesson.lesson(), List.of(lesson.layers())))
                .column("What it teaches", lesson -> cell(Tone.PLAIN, lesson.teaches(), List.of(lesson.source())))
                .column("Error, first → last", LessonsSection::errorCell)
                .column(
                        "The two sides",
                        lesson -> cell(
                                Tone.of(lesson.agrees()), lesson.agrees() ? "agree" : "disagree", differences(lesson)))
                .column("Published figures", LessonsSection::published)
                .build();
    }

    /** Returns the largest difference or, if rounding cannot explain it, what differs. */
    static List<String> differences(LessonRow lesson) {
        if (!lesson.agrees()) {
            return lesson.disagreements();
        }
        return List.of(
                lesson.maxDifference() == 0
                        ? "equal to the last bit"
                        : "largest difference " + Format.difference(lesson.maxDifference()));
    }

    /** Returns how many figures are met and, below, how many errata are confirmed. */
    static Cell published(LessonRow lesson) {
        int figures = lesson.published().size();
        long met = lesson.published().stream().filter(FigureCheck::met).count();
        int errata = lesson.errata().size();
        long confirmed = lesson.errata().stream().filter(FigureCheck::met).count();
        String all = errata == 1 ? "1 erratum" : errata + " errata";
        String below = errata == 0 ? "" : (confirmed == errata ? all : confirmed + " of " + all) + " confirmed";
        return figures == 0
                ? cell(Tone.MUTED, "none printed", List.of(below))
                : cell(Tone.of(met == figures), met + " of " + figures + " met", List.of(below));
    }

    private static Cell cell(Tone tone, String first, List<String> others) {
        return Cell.of(Stream.concat(
                        Stream.of(Span.of(tone, first)), others.stream().map(other -> Span.of(Tone.MUTED, other)))
                .toArray(Span[]::new));
    }

    private static Cell errorCell(LessonRow lesson) {
        Span[] lines = Stream.concat(
                        errors(lesson).stream().map(Span::of), Stream.of(Span.of(Tone.MUTED, iterations(lesson))))
                .toArray(Span[]::new);
        return lesson.scratch().size() < 2 ? Cell.of(lines) : Cell.of(chart(lesson), lines);
    }

    /** Returns the first error and the last: of both sides together, if they read the same. */
    static List<String> errors(LessonRow lesson) {
        String scratch = firstAndLast(lesson.scratch());
        String dl4j = firstAndLast(lesson.dl4j());
        return scratch.equals(dl4j) ? List.of(scratch) : List.of("scratch " + scratch, "DL4J " + dl4j);
    }

    private static String firstAndLast(List<LogEntry> log) {
        if (log.isEmpty()) {
            return "–";
        }
        String first = Format.brief(log.get(0).error());
        return log.size() == 1
                ? first
                : first + " → " + Format.brief(log.get(log.size() - 1).error());
    }

    private static String iterations(LessonRow lesson) {
        List<LogEntry> log = lesson.scratch();
        return log.size() < 2
                ? "noted once"
                : "iterations " + Format.count(log.get(0).iteration()) + " to "
                        + Format.count(log.get(log.size() - 1).iteration())
                        + (isLogarithmic(lesson) ? ", log scale" : "");
    }

    /** Returns whether the errors span more than two decades, so that their curve needs a logarithmic axis. */
    private static boolean isLogarithmic(LessonRow lesson) {
        DoubleSummaryStatistics errors = Stream.concat(lesson.scratch().stream(), lesson.dl4j().stream())
                .mapToDouble(LogEntry::error)
                .filter(Double::isFinite)
                .summaryStatistics();
        return errors.getMin() > 0 && errors.getMax() / errors.getMin() > WIDEST_LINEAR_SPAN;
    }

    /** Returns the two curves of errors. */
    static Chart chart(LessonRow lesson) {
        return new Chart(
                Chart.Kind.SPARKLINE,
                "",
                "error, " + String.join(", ", errors(lesson)) + ", " + iterations(lesson),
                Axis.of("iteration", Scale.LINEAR, "count"),
                Axis.of("error", isLogarithmic(lesson) ? Scale.LOG : Scale.LINEAR, "loss"),
                List.of(series(SCRATCH, lesson.scratch()), series(DL4J, lesson.dl4j())));
    }

    private static Series series(Span name, List<LogEntry> log) {
        Series line = Series.of(name);
        log.forEach(entry -> line.add(entry.iteration(), entry.error()));
        return line;
    }

    /** Returns what the source prints beside what the two sides give: a table of the figures, then the errata. */
    public static List<Block> figures(List<FigureCheck> checks) {
        List<FigureCheck> figures =
                checks.stream().filter(check -> check.erratum() == null).toList();
        List<List<Span>> errata = checks.stream()
                .filter(check -> check.erratum() != null)
                .map(LessonsSection::erratum)
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!figures.isEmpty()) {
            blocks.add(Table.of(Table.Look.TEXT, figures)
                    .tone(figure -> figure.met() ? Tone.PLAIN : Tone.BAD)
                    .column("Figure", figure -> cell(Tone.PLAIN, nameOf(figure), List.of(ruleOf(figure))))
                    .column("Source prints", figure -> Cell.of(printed(figure)))
                    .column("scratch", figure -> Cell.of(exact(figure.scratch())))
                    .column("DL4J", figure -> Cell.of(exact(figure.dl4j())))
                    .column("Verdict", figure -> Span.of(Tone.of(figure.met()), figure.met() ? "met" : "not met"))
                    .build());
        }
        if (!errata.isEmpty()) {
            blocks.add(new Block.Items(Tone.PLAIN, errata));
        }
        return blocks;
    }

    private static List<Span> erratum(FigureCheck erratum) {
        return List.of(
                Span.of(Tone.STRONG, "Erratum, " + nameOf(erratum) + "."),
                Span.of(erratum.met() ? Tone.PLAIN : Tone.BAD, " " + statementOf(erratum) + " "),
                Span.of(Tone.MUTED, Objects.requireNonNullElse(erratum.erratum(), "")));
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

    private static List<String> exact(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Format::exact).toList();
    }
}
