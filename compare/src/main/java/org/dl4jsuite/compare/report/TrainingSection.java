package org.dl4jsuite.compare.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;

/** Accuracy and loss of all networks by epoch. */
final class TrainingSection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "training",
                "Accuracy and loss",
                "An epoch shows every training image once. Accuracy is the share of test images that a network gets right after"
                        + " the epoch. Training loss is the mean over the epoch of the error E of an example, taken before"
                        + " the step on it.",
                report.accuracy().isEmpty()
                        ? List.of(Block.note("Nothing was trained."))
                        : List.of(charts(report.accuracy()), table(byEpoch(report.accuracy()))));
    }

    private static Block charts(List<EpochAccuracy> results) {
        return byEpoch(results).size() > 1
                ? new Block.Pair(List.of(accuracy(results), loss(results)))
                : Block.note("One epoch makes no curve: the table holds its figures.");
    }

    static Chart accuracy(List<EpochAccuracy> results) {
        Axis axis = Axis.of("test images right (%)", Scale.LINEAR, "percent");
        return chart(results, "Test accuracy", axis, result -> 100 * result.testAccuracy());
    }

    static Chart loss(List<EpochAccuracy> results) {
        Axis axis = Axis.of("mean error E of an example", Scale.LINEAR, "loss");
        return chart(results, "Training loss", axis, EpochAccuracy::trainingLoss);
    }

    private static Chart chart(
            List<EpochAccuracy> results, String title, Axis y, ToDoubleFunction<EpochAccuracy> value) {
        List<Integer> epochs = List.copyOf(byEpoch(results).keySet());
        Map<Span, Series> lines = new LinkedHashMap<>();
        for (EpochAccuracy result : results) {
            lines.computeIfAbsent(name(result), Series::of)
                    .add(epochs.indexOf(result.epoch()), value.applyAsDouble(result));
        }
        return new Chart(
                Chart.Kind.LINES,
                title,
                "Line chart: " + title + " against the epoch, one line per network: "
                        + lines.keySet().stream().map(Span::text).collect(Collectors.joining(", "))
                        + ". The table below holds the numbers.",
                Axis.of("epoch", epochs.stream().map(String::valueOf).toList()),
                y,
                List.copyOf(lines.values()));
    }

    private static Table table(Map<Integer, Map<Span, EpochAccuracy>> byEpoch) {
        List<Span> networks = byEpoch.values().stream()
                .flatMap(results -> results.keySet().stream())
                .distinct()
                .toList();
        Table.Builder<Map.Entry<Integer, Map<Span, EpochAccuracy>>> table =
                Table.ofNumbers(byEpoch.entrySet()).column("Epoch", Map.Entry::getKey);
        for (Span network : networks) {
            table.column(
                            network,
                            "accuracy",
                            epoch -> cell(
                                    epoch.getValue().get(network), result -> Format.percent(result.testAccuracy())))
                    .column(
                            network,
                            "loss",
                            epoch -> cell(epoch.getValue().get(network), result -> Format.loss(result.trainingLoss())));
        }
        return table.build();
    }

    private static String cell(@Nullable EpochAccuracy result, Function<EpochAccuracy, String> format) {
        return result == null ? "–" : format.apply(result);
    }

    private static Map<Integer, Map<Span, EpochAccuracy>> byEpoch(List<EpochAccuracy> results) {
        Map<Integer, Map<Span, EpochAccuracy>> byEpoch = new TreeMap<>();
        results.forEach(result -> byEpoch.computeIfAbsent(result.epoch(), epoch -> new LinkedHashMap<>())
                .put(name(result), result));
        return byEpoch;
    }

    private static Span name(EpochAccuracy result) {
        return NetworkName.of(result.network(), result.precision());
    }
}
