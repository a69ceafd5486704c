package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SeedComparison;
import org.dl4jsuite.compare.sweep.SweepRow;

/** The sweeps in Markdown. */
final class MarkdownSweeps {
    private MarkdownSweeps() {}

    static String render(Sweeps sweeps) {
        StringBuilder text = new StringBuilder();
        paragraph(text, sweeps.stored());
        sweeps.originLines()
                .forEach(line ->
                        text.append("- ").append(MarkdownTable.escape(line)).append('\n'));
        text.append('\n');
        if (!sweeps.book().isEmpty()) {
            paragraph(text, BookFigure.source() + ".");
            text.append(book(sweeps.book())).append('\n');
            sweeps.book().stream()
                    .map(BookRow::figure)
                    .distinct()
                    .filter(figure -> figure.note() != null)
                    .forEach(figure -> text.append("- ")
                            .append(MarkdownTable.escape(figure.name() + ": " + Objects.requireNonNull(figure.note())))
                            .append(".\n"));
            text.append('\n');
            sweeps.closest().forEach(sentence -> paragraph(text, sentence));
        }
        for (SeedComparison comparison : sweeps.comparisons()) {
            text.append("**")
                    .append(MarkdownTable.escape(comparison.question()))
                    .append("**\n\n");
            paragraph(text, comparison.answer());
        }
        text.append("<details><summary>Every setting</summary>\n\n");
        text.append(settings(sweeps));
        return text.append("\n</details>\n\n").toString();
    }

    private static MarkdownTable book(List<BookRow> rows) {
        MarkdownTable table = MarkdownTable.ofText(
                List.of("Experiment", "Printed (%)", "Network", "Epochs", "Mean (%)", "Seeds", "Mean against printed"));
        for (BookRow row : rows) {
            table.row(List.of(
                    row.figure().name(),
                    Sweeps.printed(row),
                    Sweeps.describe(row.setting()),
                    String.valueOf(row.epochs()),
                    Sweeps.percent(row.accuracy()),
                    String.valueOf(row.accuracy().seeds()),
                    row.verdict()));
        }
        return table;
    }

    private static MarkdownTable settings(Sweeps sweeps) {
        List<String> columns = new ArrayList<>(List.of("Setting", "Seeds"));
        for (int epoch = 1; epoch <= sweeps.epochs(); epoch++) {
            columns.add("after " + epoch);
        }
        MarkdownTable table = MarkdownTable.ofNumbers(columns);
        sweeps.rowsBySetting().forEach((setting, rows) -> {
            List<String> cells = new ArrayList<>(List.of(
                    Sweeps.describe(setting),
                    String.valueOf(rows.get(0).accuracy().seeds())));
            for (SweepRow row : rows) {
                cells.add(Sweeps.percent(row.accuracy()));
            }
            while (cells.size() < columns.size()) {
                cells.add("");
            }
            table.row(cells);
        });
        return table;
    }

    private static void paragraph(StringBuilder text, String plain) {
        text.append(MarkdownTable.escape(plain)).append("\n\n");
    }
}
