package org.dl4jsuite.compare.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.Origin;
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SeedComparison;
import org.dl4jsuite.compare.sweep.SeedStatistics;
import org.dl4jsuite.compare.sweep.SweepData;
import org.dl4jsuite.compare.sweep.SweepResults;
import org.dl4jsuite.compare.sweep.SweepRow;
import org.dl4jsuite.compare.sweep.SweepSetting;

/**
 * Stored results of sweeps, summed up over seeds.
 *
 * @param from where they are stored
 * @param data what was learned from
 * @param origins the machines and runs that they come from
 * @param rows one a setting and epoch
 * @param book the book's figures beside those of many seeds
 * @param comparisons DL4J's distributions over seeds against ours
 */
public record Sweeps(
        String from,
        SweepData data,
        List<Origin> origins,
        List<SweepRow> rows,
        List<BookRow> book,
        List<SeedComparison> comparisons) {

    /** Sums up. */
    public static Sweeps of(String from, SweepResults results) {
        return new Sweeps(
                from,
                results.data(),
                List.copyOf(results.origins()),
                SweepRow.of(results),
                BookRow.of(results),
                SeedComparison.of(results));
    }

    /** What is shown, in one sentence. */
    public String stored() {
        int trainings = rowsBySetting().values().stream()
                .mapToInt(rows -> rows.get(0).accuracy().seeds())
                .sum();
        return "These results were not computed in this run; they come from " + from + ": "
                + Format.counted(trainings, "training") + " on " + data.describe() + ".";
    }

    /** Each machine and software in one line, with the time of its first and last run. */
    public List<String> originLines() {
        Map<String, TreeSet<Instant>> begun = new LinkedHashMap<>();
        for (Origin origin : origins) {
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

    private static String machine(Origin origin) {
        return origin.cpu() + ", " + Format.counted(origin.cores(), "core") + ", " + origin.os() + ", JDK "
                + origin.jdk()
                + (origin.backend().equals("none") ? "" : ", DL4J on " + origin.backend())
                + origin.configuration().entrySet().stream()
                        .map(option -> ", " + option.getKey() + " " + option.getValue())
                        .collect(Collectors.joining());
    }

    /**
     * What the table of the book's figures cannot say itself: how to read its last column and, of two networks, to which
     * one the printed figures lie closer, in standard deviations of a single run, if that can be told at all.
     */
    public List<String> closest() {
        if (book.isEmpty()) {
            return List.of();
        }
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

    /** The longest row of epochs. */
    public int epochs() {
        return rows.stream().mapToInt(SweepRow::epochs).max().orElse(0);
    }

    /** The rows of each setting, by epoch from 1. */
    public Map<SweepSetting, List<SweepRow>> rowsBySetting() {
        Map<SweepSetting, List<SweepRow>> bySetting = new TreeMap<>();
        rows.forEach(row -> bySetting
                .computeIfAbsent(row.setting(), setting -> new ArrayList<>())
                .add(row));
        return bySetting;
    }

    /** A setting in one line. */
    public static String describe(SweepSetting setting) {
        return setting.side() + ", " + setting.variant() + ", " + setting.initialWeights() + ", " + setting.shape()
                + ", rate " + Format.exact(setting.rate())
                + (setting.rotation() == 0 ? "" : ", rotated ±" + Format.exact(setting.rotation()) + "°");
    }

    /** Mean and half of the confidence interval in percent, unbroken: 97.35 ± 0.09. */
    public static String percent(SeedStatistics accuracy) {
        return accuracy.percent().replace(' ', '\u00a0');
    }

    /** What the book prints, in percent: 97.11 to 97.51. */
    public static String printed(BookRow row) {
        return row.figure().printed().stream()
                .sorted()
                .map(figure -> String.format(Locale.ROOT, "%.2f", 100 * figure))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
