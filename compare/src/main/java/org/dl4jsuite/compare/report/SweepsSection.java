package org.dl4jsuite.compare.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SeedComparison;
import org.dl4jsuite.compare.sweep.SeedStatistics;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepRow;
import org.dl4jsuite.data.Split;

/** Trainings from many seeds: the book's experiments, or any other sweep. */
public final class SweepsSection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "sweeps",
                "Experiments over many seeds",
                "Learning rates, epochs, hidden nodes and rotated copies of the training images, each from many seeds; Make"
                        + " Your Own Neural Network tries each once. Means are of the share of test images right; the true"
                        + " mean lies within the interval after ± with 95 % confidence (Student's t). BOOK_RULE is the"
                        + " book's own learning rule. The width of the initial weights is 1/sqrt of a node's incoming links"
                        + " in its current printings (INCOMING_LINKS), of the layer's own nodes in the early ones"
                        + " (OWN_NODES).",
                report.sweeps() == null
                        ? List.of(Block.note("No results of a sweep were given."))
                        : blocks(report.sweeps()));
    }

    private static List<Block> blocks(Sweeps sweeps) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.note(stored(sweeps)));
        blocks.add(Block.Items.of(Tone.MUTED, origins(sweeps.origins())));
        blocks.add(new Block.Pair(SweepCharts.of(sweeps.rows())));
        blocks.addAll(findings(sweeps.book(), sweeps.comparisons()));
        blocks.add(new Block.Details("Every setting", List.of(settings(bySetting(sweeps)))));
        return blocks;
    }

    /** Returns the book's figures beside the means, and whether DL4J's distributions over seeds are ours. */
    public static List<Block> findings(List<BookRow> book, List<SeedComparison> comparisons) {
        List<Block> blocks = new ArrayList<>();
        if (!book.isEmpty()) {
            blocks.add(Block.text(BookFigure.source() + "."));
            blocks.add(book(book));
            closest(book).forEach(sentence -> blocks.add(Block.text(sentence)));
        }
        for (SeedComparison comparison : comparisons) {
            blocks.add(
                    Block.text(Span.of(Tone.STRONG, comparison.question() + "."), Span.of(" " + comparison.answer())));
        }
        return blocks;
    }

    /** Returns a row for each setting and epoch, as {@code suite sweep} prints them. */
    public static Table rows(List<SweepRow> rows) {
        return Table.ofNumbers(rows)
                .column("Side", row -> row.setting().side())
                .column("Variant", row -> row.setting().variant())
                .column("Initial weights", row -> row.setting().initialWeights())
                .column("Rotation", row -> Format.exact(row.setting().rotation()))
                .column("Hidden", row -> row.setting().hidden())
                .column("Rate", row -> Format.exact(row.setting().rate()))
                .column("Epochs", SweepRow::epochs)
                .column("Seeds", row -> row.accuracy().seeds())
                .column("Mean", row -> accuracy(row.accuracy().mean()))
                .column("Std. dev.", row -> accuracy(row.accuracy().standardDeviation()))
                .column(
                        "95 % interval",
                        row -> row.accuracy().seeds() < 2
                                ? "–"
                                : accuracy(row.accuracy().low()) + " to "
                                        + accuracy(row.accuracy().high()))
                .build();
    }

    private static String accuracy(double share) {
        return Double.isNaN(share) ? "–" : Format.fixed(share, 5);
    }

    /** Says what is shown, in one sentence. */
    private static String stored(Sweeps sweeps) {
        int trainings = bySetting(sweeps).values().stream()
                .mapToInt(rows -> rows.get(0).accuracy().seeds())
                .sum();
        return "These results were not computed in this run; they come from " + sweeps.from() + ": "
                + Format.counted(trainings, "training") + " on " + sweeps.data().describe() + ".";
    }

    /** Returns each machine and its software in one line, with the time of its first and last run. */
    static List<String> origins(List<Provenance> origins) {
        Map<String, TreeSet<Instant>> begun = new LinkedHashMap<>();
        for (Provenance origin : origins) {
            begun.computeIfAbsent(machine(origin), machine -> new TreeSet<>()).add(origin.created());
        }
        List<String> lines = new ArrayList<>();
        begun.forEach((machine, times) -> lines.add(Format.counted(times.size(), "run") + ", begun " + times.first()
                + (times.size() == 1 ? "" : " to " + times.last()) + ", " + machine));
        return lines;
    }

    private static String machine(Provenance origin) {
        return origin.cpu() + ", " + Format.counted(origin.cores(), "core") + ", " + origin.os() + ", JDK "
                + origin.jdk()
                + (origin.backend().equals("none") ? "" : ", DL4J on " + origin.backend())
                + origin.configuration().entrySet().stream()
                        .map(option -> ", " + option.getKey() + " " + option.getValue())
                        .collect(Collectors.joining());
    }

    private static Table book(List<BookRow> rows) {
        return Table.of(Table.Look.TEXT, rows)
                .column(
                        "Experiment",
                        row -> Cell.of(
                                Span.of(row.figure().name()),
                                Span.of(
                                        Tone.MUTED,
                                        Objects.requireNonNullElse(row.figure().note(), ""))))
                .column("Printed (%)", SweepsSection::printed)
                .column("Setting", row -> describe(row.setting()))
                .column("Epochs", BookRow::epochs)
                .column("Mean (%)", row -> Span.of(Tone.STRONG, percent(row.accuracy())))
                .column("Seeds", row -> row.accuracy().seeds())
                .column("Mean against printed", BookRow::verdict)
                .build();
    }

    private static Table settings(Map<SweepConfiguration, List<SweepRow>> bySetting) {
        int epochs = bySetting.values().stream().mapToInt(List::size).max().orElse(0);
        Table.Builder<List<SweepRow>> table = Table.ofNumbers(bySetting.values())
                .column("Setting", rows -> describe(rows.get(0).setting()))
                .column("Seeds", rows -> rows.get(0).accuracy().seeds());
        for (int i = 0; i < epochs; i++) {
            int epoch = i;
            table.column(
                    "after " + (epoch + 1),
                    rows -> epoch < rows.size() ? percent(rows.get(epoch).accuracy()) : "");
        }
        return table.build();
    }

    /**
     * Says how to read the last column of the book's figures and, of two networks, to which one the printed figures lie
     * closer, in standard deviations of a single run, if that can be told at all.
     */
    static List<String> closest(List<BookRow> book) {
        List<String> sentences = new ArrayList<>(List.of(BookRow.VERDICT + "."));
        List<BookRow> rows =
                book.stream().filter(row -> Double.isFinite(distance(row))).toList();
        List<String> networks =
                rows.stream().map(SweepsSection::network).distinct().toList();
        if (networks.size() != 2) {
            return sentences;
        }
        List<Double> differences = new ArrayList<>();
        for (BookRow one : rows) {
            rows.stream()
                    .filter(other -> network(one).equals(networks.get(0))
                            && network(other).equals(networks.get(1))
                            && other.figure().equals(one.figure()))
                    .forEach(other -> differences.add(distance(one) - distance(other)));
        }
        if (differences.size() > 1) {
            SeedStatistics difference = SeedStatistics.of(differences);
            String told = Math.abs(difference.mean()) > difference.halfWidth()
                    ? "it is closer to " + networks.get(difference.mean() < 0 ? 0 : 1)
                    : "it does not tell from which of the two it comes";
            sentences.add("Over " + Format.counted(differences.size(), "figure") + ", what is printed lies "
                    + Format.fixed(difference.mean(), 2) + " ± " + Format.fixed(difference.halfWidth(), 2)
                    + " standard deviations of a single run farther from the mean of " + networks.get(0)
                    + " than from that of " + networks.get(1) + ": " + told + ".");
        }
        return sentences;
    }

    /** Returns how far the mean is from the printed figure, in standard deviations of a single run. */
    private static double distance(BookRow row) {
        return Math.abs(row.above()) / row.accuracy().standardDeviation();
    }

    private static String network(BookRow row) {
        return row.setting().side() + " from " + row.setting().initialWeights();
    }

    /** Returns the rows of each setting, by epoch from 1. */
    private static Map<SweepConfiguration, List<SweepRow>> bySetting(Sweeps sweeps) {
        return sweeps.rows().stream()
                .collect(Collectors.groupingBy(SweepRow::setting, TreeMap::new, Collectors.toList()));
    }

    /** Returns a setting in one line. */
    private static String describe(SweepConfiguration setting) {
        return setting.side() + ", " + setting.variant() + ", " + setting.initialWeights() + ", " + setting.shape()
                + ", rate " + Format.exact(setting.rate())
                + (setting.rotation() == 0 ? "" : ", rotated ±" + Format.exact(setting.rotation()) + "°");
    }

    /** Returns mean and half of the confidence interval in percent, unbroken: 97.35 ± 0.09. */
    static String percent(SeedStatistics accuracy) {
        return accuracy.percent().replace(' ', '\u00a0');
    }

    /** Returns what the book prints, in percent: 97.11, 97.51. */
    static String printed(BookRow row) {
        return row.figure().printed().stream()
                .sorted()
                .map(figure -> Format.fixed(100 * figure, 2))
                .collect(Collectors.joining(", "));
    }
}
