package org.dl4jsuite.compare.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lessons in Markdown: a table with a row a lesson, then a list of the figures that the sources print. */
final class MarkdownLessons {
    private MarkdownLessons() {}

    /** At least one lesson. */
    static String render(List<LessonCard> lessons) {
        MarkdownTable table = MarkdownTable.ofText(List.of(
                "Lesson", "Layers", "What it teaches", "Source", "Error, first → last", "The two sides", "Figures"));
        for (LessonCard lesson : lessons) {
            table.row(List.of(
                    lesson.row().lesson(),
                    lesson.row().layers(),
                    lesson.row().teaches(),
                    lesson.row().source(),
                    String.join(", ", lesson.errors()) + " (" + lesson.iterations() + ")",
                    lesson.verdict() + ", " + String.join("; ", lesson.differences()),
                    Stream.of(lesson.figuresInBrief(), lesson.errataInBrief())
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "))));
        }
        StringBuilder text = new StringBuilder(table.toString()).append('\n');
        text.append("<details><summary>Every published figure</summary>\n\n");
        lessons.stream()
                .filter(lesson -> !lesson.row().figures().isEmpty())
                .forEach(lesson -> text.append(figures(lesson)));
        return text.append("</details>\n\n").toString();
    }

    private static String figures(LessonCard lesson) {
        StringBuilder text = new StringBuilder("**")
                .append(MarkdownTable.escape(lesson.row().lesson()))
                .append("**\n\n");
        lesson.figures().forEach(figure -> item(text, figure.sentence()));
        lesson.errata()
                .forEach(figure -> item(
                        text, "erratum, " + figure.name() + ": " + figure.statement() + " " + figure.explanation()));
        return text.append('\n').toString();
    }

    private static void item(StringBuilder text, String plain) {
        text.append("- ").append(MarkdownTable.escape(plain)).append('\n');
    }
}
