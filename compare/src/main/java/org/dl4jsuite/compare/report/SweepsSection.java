package org.dl4jsuite.compare.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SeedStatistics;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepRow;
import org.dl4jsuite.data.Split;

/** Trainings from many seeds: the book's experiments, or any other sweep. */
final class SweepsSection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "sweeps",
                "Experiments over many seeds",
                "Learning rates, epochs, hidden nodes and rotated copies of the training images, each from many seeds; Make"
                        + " Your Own Neural Network tries them once each. A mean is of the share of test images right; the"
                        + " true mean lies within the interval after ± with 95 % confidence (Student's t). BOOK_RULE is"
                        + " the book's own rule of learning; the width of the initial weights is 1/sqrt of a node's"
                        + " incoming links in its current printings (INCOMING_LINKS), of the layer's own nodes in the early"
                        + " ones (OWN_NODES).",
                report.sweeps() == null
                        ? List.of(Block.note("No results of a sweep were given."))
                        : blocks(report.sweeps()));
    }

    private static List<Block> blocks(Sweeps sweeps) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.note(stored(sweeps)));
        blocks.add(Block.Items.of(Tone.MUTED, origins(sweeps.origins())));
        blocks.add(new Block.Pair(SweepCharts.of(sweeps.rows())));
        if (!sweeps.book().isEmpty()) {
            blocks.add(Block.text(BookFigure.source() + "."));
            blocks.add(book(sweeps.book()));
            closest(sweeps.book()).forEach(sentence -> blocks.add(Block.text(sentence)));
        }
        sweeps.comparisons()
                .forEach(comparison -> blocks.add(Block.text(
                        Span.of(Tone.STRONG, comparison.question() + "."), Span.of(" " + comparison.answer()))));
        blocks.add(new Block.Details("Every setting", List.of(settings(bySetting(sweeps)))));
        return blocks;
    }

    /** What is shown, in one sentence. */
    private static String stored(Sweeps sweeps) {
        int trainings = bySetting(sweeps).values().stream()
                .mapToInt(rows -> rows.get(0).accuracy().seeds())
                .sum();
        return "These results were not computed in this run; they come from " + sweeps.from() + ": "
                + Format.counted(trainings, "training") + " on " + sweeps.data().describe() + ".";
    }

    /** Each machine and software in one line, with the time of its first and last run. */
    static List<String> origins(List<Provenance> origins) {
        Map<String, TreeSet<Instant>> begun = new LinkedHashMap<>();
        for (Provenance origin : origins) {
            begun.computeIfAbsent(machine(origin), machine -> new TreeSet<>()).add(origin.created());
        }
        return begun.entrySet().stream()
                .map(entry -> Format.counted(entry.getValue().size(), "run") + ", begun "
                        + entry.getValue().first()
                        + (entry.getValue().size() == 1
                                ? ""
                                : " to " + entry.getValue().last())
                        + ", " + entry.getKey())
                .toList();
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
                .column(
                        "Setting",
                        row -> Cell.of(
                                Span.of(row.setting().side() + ", "
                                        + row.setting().initialWeights()),
                                Span.of(Tone.MUTED, describe(row.setting()))))
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
     * What the table of the book's figures cannot say itself: how to read its last column and, of two networks, to which
     * one the printed figures lie closer, in standard deviations of a single run, if that can be told at all.
     */
    static List<String> closest(List<BookRow> book) {
        List<String> sentences = new ArrayList<>(List.of(BookRow.VERDICT + "."));
        Map<String, Map<BookFigure, Double>> distances = new LinkedHashMap<>();
        for (BookRow row : book) {
            double distance = Math.abs(row.above()) / row.accuracy().standardDeviation();
            if (Double.isFinite(distance)) {
                distances
                        .computeIfAbsent(
                                row.setting().side() + " from " + row.setting().initialWeights(),
                                key -> new LinkedHashMap<>())
                        .put(row.figure(), distance);
            }
        }
        if (distances.size() != 2) {
            return sentences;
        }
        List<String> names = List.copyOf(distances.keySet());
        List<Map<BookFigure, Double>> both = List.copyOf(distances.values());
        List<Double> differences = new ArrayList<>();
        both.get(0).forEach((figure, distance) -> {
            Double other = both.get(1).get(figure);
            if (other != null) {
                differences.add(distance - other);
            }
        });
        if (differences.size() > 1) {
            SeedStatistics difference = SeedStatistics.of(differences);
            boolean told = Math.abs(difference.mean()) > difference.halfWidth();
            sentences.add(String.format(
                    Locale.ROOT,
                    "Over %s, what is printed lies %.2f ± %.2f standard deviations of a single run farther from the mean of"
                            + " %s than from that of %s: %s.",
                    Format.counted(differences.size(), "figure"),
                    difference.mean(),
                    difference.halfWidth(),
                    names.get(0),
                    names.get(1),
                    told
                            ? "it is closer to " + names.get(difference.mean() < 0 ? 0 : 1)
                            : "it does not tell from which of the two it comes"));
        }
        return sentences;
    }

    /** The rows of each setting, by epoch from 1. */
    private static Map<SweepConfiguration, List<SweepRow>> bySetting(Sweeps sweeps) {
        return sweeps.rows().stream()
                .collect(Collectors.groupingBy(SweepRow::setting, TreeMap::new, Collectors.toList()));
    }

    /** A setting in one line. */
    private static String describe(SweepConfiguration setting) {
        return setting.side() + ", " + setting.variant() + ", " + setting.initialWeights() + ", " + setting.shape()
                + ", rate " + Format.exact(setting.rate())
                + (setting.rotation() == 0 ? "" : ", rotated ±" + Format.exact(setting.rotation()) + "°");
    }

    /** Mean and half of the confidence interval in percent, unbroken: 97.35 ± 0.09. */
    static String percent(SeedStatistics accuracy) {
        return accuracy.percent().replace(' ', '\u00a0');
    }

    /** What the book prints, in percent: 97.11, 97.51. */
    static String printed(BookRow row) {
        return row.figure().printed().stream()
                .sorted()
                .map(figure -> String.format(Locale.ROOT, "%.2f", 100 * figure))
                .collect(Collectors.joining(", "));
    }
}
