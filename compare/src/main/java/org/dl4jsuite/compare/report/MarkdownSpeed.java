package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.speed.SpeedRow;

/** The speed section in Markdown: sentences and tables. */
final class MarkdownSpeed {
    private MarkdownSpeed() {}

    static String render(SpeedPage page) {
        StringBuilder text = new StringBuilder();
        text.append(MarkdownTable.escape(page.ceilings())).append("\n\n");
        page.sentences()
                .forEach(sentence ->
                        text.append("- ").append(MarkdownTable.escape(sentence)).append('\n'));
        text.append('\n').append(rows(page)).append('\n');
        text.append(lines(page)).append('\n').append(tuning(page)).append('\n');
        return text.toString();
    }

    private static MarkdownTable rows(SpeedPage page) {
        MarkdownTable table = MarkdownTable.ofNumbers(List.of(
                "Network",
                "Operation",
                "Batch",
                "Hidden nodes",
                "Threads",
                "p25 (µs)",
                "median (µs)",
                "p75 (µs)",
                "Repeats",
                "GFLOP/s",
                "of the multiply-add rate",
                "of the bandwidth",
                "Ratio to scratch"));
        for (SpeedComparison speed : page.rows()) {
            SpeedRow row = speed.row();
            Double ratio = speed.ratio();
            table.row(List.of(
                    speed.style().label(),
                    row.operation(),
                    String.valueOf(row.batch()),
                    String.valueOf(row.hidden()),
                    String.valueOf(row.threads()),
                    Format.significant(row.microsPerSample().p25()),
                    Format.significant(row.microsPerSample().median()),
                    Format.significant(row.microsPerSample().p75()),
                    String.valueOf(row.microsPerSample().repeats()),
                    Format.significant(row.gflops()),
                    Format.percent(row.shareOfMultiplyAdd()),
                    Format.percent(row.shareOfBandwidth()),
                    ratio == null ? "–" : Format.ratio(ratio)));
        }
        return table;
    }

    private static MarkdownTable lines(SpeedPage page) {
        MarkdownTable table =
                MarkdownTable.ofNumbers(List.of("Straight line", "Operation", "µs", "µs for each", "", "R²"));
        for (SpeedPage.Line line : page.lines()) {
            table.row(List.of(
                    line.style().label(),
                    line.fit().operation(),
                    Format.significant(line.fit().intercept()),
                    Format.significant(line.fit().slope()),
                    line.unit(),
                    Format.rSquared(line.fit().rSquared())));
        }
        return table;
    }

    private static MarkdownTable tuning(SpeedPage page) {
        MarkdownTable table = MarkdownTable.ofText(
                List.of("Setting of DL4J", "Effect (measured once, for the suite)", "In dl4j-tuned"));
        page.tuning()
                .forEach(setting ->
                        table.row(List.of(setting.setting(), setting.effect(), setting.used() ? "yes" : "no")));
        return table;
    }
}
