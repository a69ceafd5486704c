package org.dl4jsuite.compare.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
     * From which initial weights the book's figures may come: how far each printed figure, being that of a single run,
     * lies from the mean, in standard deviations of a single run. One sentence, or none if there is no choice.
     */
    public List<String> closest() {
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
        Set<BookFigure> shared = new LinkedHashSet<>(BookFigure.all());
        distances.values().forEach(figures -> shared.retainAll(figures.keySet()));
        if (distances.size() < 2 || shared.isEmpty()) {
            return List.of();
        }
        distances.values().forEach(figures -> figures.keySet().retainAll(shared));
        return List.of(distances.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%.1f of %s",
                        SeedStatistics.of(entry.getValue().values()).mean(),
                        entry.getKey()))
                .collect(Collectors.joining(
                        ", ",
                        "Over " + Format.counted(shared.size(), "figure")
                                + ", what is printed lies on average so many standard deviations of a single run from the"
                                + " mean: ",
                        ". The smaller one is the likelier origin of the book's figures.")));
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

    /** Mean and half of the confidence interval in percent: 97.35 ± 0.09. */
    public static String percent(SeedStatistics accuracy) {
        String mean = String.format(Locale.ROOT, "%.2f", 100 * accuracy.mean());
        return accuracy.seeds() < 2
                ? mean
                : mean + String.format(Locale.ROOT, "\u00a0±\u00a0%.2f", 100 * accuracy.halfWidth());
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
