package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.data.Split;

/** The lessons, each beside what its source prints. */
final class LessonsSection implements ReportSection {
    private static final Span SCRATCH =
            NetworkName.of("scratch", Precision.DOUBLE).withText("scratch");
    private static final Span DL4J = NetworkName.of("dl4j", Precision.DOUBLE).withText("DL4J");

    @Override
    public Block.Section show(Report report, Split split) {
        List<LessonCard> lessons = LessonCard.of(report.lessons());
        return new Block.Section(
                "lessons",
                "Lessons from the sources",
                "The four texts that this suite follows teach with small networks, from a weighted sum to handwritten"
                        + " digits. Each of these lessons is rebuilt as a pair, from scratch and in DL4J; both start from"
                        + " the same weights and run as the source runs its own. What the source prints, both must give;"
                        + " only an erratum, a figure that the source's own code or data does not give, must come from"
                        + " neither.",
                lessons.isEmpty()
                        ? List.of(Block.note("The lessons were left out of this run (--no-lessons)."))
                        : List.of(legend(), table(lessons)));
    }

    private static Block legend() {
        return new Block.Paragraph(
                Tone.MUTED,
                List.of(
                        SCRATCH,
                        Span.of("; "),
                        DL4J,
                        Span.of(", drawn over it, dashed; a thin line is an error of 0. Open a lesson to see its"
                                + " figures.")));
    }

    private static Table table(List<LessonCard> lessons) {
        return Table.of(Table.Look.OUTLINE, lessons)
                .tone(lesson -> Tone.of(lesson.isSound()))
                .details(LessonsSection::details)
                .column(
                        "Lesson",
                        lesson -> lines(
                                Tone.STRONG,
                                lesson.row().lesson(),
                                List.of(lesson.row().layers())))
                .column(
                        "What it teaches",
                        lesson -> lines(
                                Tone.PLAIN,
                                lesson.row().teaches(),
                                List.of(lesson.row().source())))
                .column("Error, first → last", LessonsSection::errors)
                .column(
                        "The two sides",
                        lesson -> lines(Tone.of(lesson.row().agrees()), lesson.verdict(), lesson.differences()))
                .column("Published figures", LessonsSection::published)
                .build();
    }

    private static Cell published(LessonCard lesson) {
        Tone tone = lesson.figures().isEmpty() ? Tone.MUTED : Tone.of(lesson.meetsFigures());
        return lines(tone, lesson.figuresInBrief(), List.of(lesson.errataInBrief()));
    }

    private static Cell lines(Tone tone, String first, List<String> others) {
        return Cell.of(Stream.concat(
                        Stream.of(Span.of(tone, first)), others.stream().map(other -> Span.of(Tone.MUTED, other)))
                .toArray(Span[]::new));
    }

    private static Cell errors(LessonCard lesson) {
        Span[] lines = Stream.concat(
                        lesson.errors().stream().map(Span::of), Stream.of(Span.of(Tone.MUTED, lesson.iterations())))
                .toArray(Span[]::new);
        return lesson.row().scratch().size() < 2 ? Cell.of(lines) : Cell.of(chart(lesson), lines);
    }

    private static Chart chart(LessonCard lesson) {
        return new Chart(
                Chart.Kind.SPARKLINE,
                "",
                lesson.description(),
                Axis.of("iteration", Scale.LINEAR, "count"),
                Axis.of("error", lesson.isLogarithmic() ? Scale.LOG : Scale.LINEAR, "loss"),
                List.of(
                        series(SCRATCH, lesson.row().scratch()),
                        series(DL4J, lesson.row().dl4j())));
    }

    private static Series series(Span name, List<LogEntry> log) {
        Series line = Series.of(name);
        log.forEach(entry -> line.add(entry.iteration(), entry.error()));
        return line;
    }

    private static List<Block> details(LessonCard lesson) {
        List<Block> details = new ArrayList<>();
        if (!lesson.figures().isEmpty()) {
            details.add(figures(lesson.figures()));
        }
        if (!lesson.errata().isEmpty()) {
            details.add(new Block.Items(
                    Tone.PLAIN,
                    lesson.errata().stream().map(LessonsSection::erratum).toList()));
        }
        return details;
    }

    private static Table figures(List<FigureCheck> figures) {
        return Table.of(Table.Look.TEXT, figures)
                .tone(figure -> figure.met() ? Tone.PLAIN : Tone.BAD)
                .column(
                        "Figure",
                        figure -> lines(Tone.PLAIN, LessonCard.nameOf(figure), List.of(LessonCard.ruleOf(figure))))
                .column("Source prints", figure -> Cell.of(LessonCard.printed(figure)))
                .column("scratch", figure -> Cell.of(LessonCard.exact(figure.scratch())))
                .column("DL4J", figure -> Cell.of(LessonCard.exact(figure.dl4j())))
                .column("Verdict", figure -> Span.of(Tone.of(figure.met()), figure.met() ? "met" : "not met"))
                .build();
    }

    private static List<Span> erratum(FigureCheck erratum) {
        return List.of(
                Span.of(Tone.STRONG, "Erratum, " + LessonCard.nameOf(erratum) + "."),
                Span.of(erratum.met() ? Tone.PLAIN : Tone.BAD, " " + LessonCard.statementOf(erratum) + " "),
                Span.of(Tone.MUTED, Objects.requireNonNullElse(erratum.erratum(), "")));
    }
}
