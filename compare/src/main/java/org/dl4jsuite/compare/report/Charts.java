package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.training.EpochAccuracy;

/** The charts of a report. Each has a table beside it that holds the same numbers. */
public final class Charts {
    private static final int HEIGHT = 380;
    private static final int HEIGHT_OF_A_BAR = 52;
    private static final int HEIGHT_OF_AN_AXIS = 68;
    private static final int CROSSBAR = 10;
    private static final String BAD = "var(--bad)";

    private Charts() {}

    /**
     * Difference and tolerance against the step, both axes logarithmic; a difference of 0 cannot be drawn.
     *
     * <p>The vertical axis gets exponents of ten: ECharts rounds the ticks of its own logarithmic axis to ten decimals,
     * which makes all of these 0.
     */
    public static Chart trajectory(List<TrajectoryPoint> points) {
        ObjectNode option = ChartParts.option();
        ChartParts.legendAndTooltip(option, "@fromExponent");
        ObjectNode x = ChartParts.xAxis(option, "log", "steps");
        x.put("min", 1);
        ChartParts.place(x, "after {value} steps");
        ((ObjectNode) x.get("axisLabel")).put("formatter", "@count");
        ObjectNode y = ChartParts.yAxis(option, "value", "largest weight difference");
        y.put("scale", true).put("minInterval", 1);
        ((ObjectNode) y.get("axisLabel")).put("formatter", "@powerOfTen");
        ArrayNode series = option.putArray("series");
        ObjectNode tolerance = ChartParts.line(series, "tolerance", "var(--muted)", "dashed");
        tolerance.put("symbol", "none");
        ArrayNode tolerances = tolerance.putArray("data");
        ObjectNode difference = ChartParts.line(series, "difference", "var(--accent)", "solid");
        difference.put("symbol", "circle").put("symbolSize", 9).put("showAllSymbol", true);
        ArrayNode differences = difference.putArray("data");
        for (TrajectoryPoint point : points) {
            add(tolerances.addArray().add(point.step()), Math.log10(point.tolerance()));
            ObjectNode item = differences.addObject();
            add(item.putArray("value").add(point.step()), Math.log10(point.maxAbsWeightDifference()));
            if (!point.agrees()) {
                item.putObject("itemStyle").put("color", BAD);
            }
        }
        return new Chart(
                "chart-trajectory",
                "Largest weight difference after so many steps",
                "Line chart, both axes logarithmic: the largest difference between the two networks' weights, and the"
                        + " tolerance, against the number of steps. The table below holds the numbers.",
                HEIGHT,
                option);
    }

    /** Test accuracy against the epoch. */
    public static Chart accuracy(TrainingTable table) {
        return byEpoch(
                table,
                "chart-accuracy",
                "Test accuracy",
                "test images right (%)",
                "@percent",
                result -> 100 * result.testAccuracy());
    }

    /** Training loss against the epoch. */
    public static Chart loss(TrainingTable table) {
        return byEpoch(
                table,
                "chart-loss",
                "Training loss",
                "mean error E of an example",
                "@loss",
                EpochAccuracy::trainingLoss);
    }

    /** One chart a job, that is an operation on batches and networks of one size: medians as bars, quartiles as whiskers. */
    public static List<Chart> speed(List<SpeedRow> rows) {
        Map<String, List<SpeedRow>> jobs = new LinkedHashMap<>();
        rows.forEach(
                row -> jobs.computeIfAbsent(job(row), job -> new ArrayList<>()).add(row));
        List<Chart> charts = new ArrayList<>();
        jobs.forEach((job, ofJob) -> charts.add(speed("chart-speed-" + charts.size(), job, ofJob)));
        return charts;
    }

    private static Chart byEpoch(
            TrainingTable table,
            String id,
            String title,
            String unit,
            String format,
            ToDoubleFunction<EpochAccuracy> value) {
        ObjectNode option = ChartParts.option();
        ChartParts.legendAndTooltip(option, format);
        ObjectNode x = ChartParts.xAxis(option, "category", "epoch");
        ChartParts.place(x, "epoch {value}");
        ArrayNode epochs = x.putArray("data");
        table.epochs().forEach(epoch -> epochs.add(String.valueOf(epoch)));
        ChartParts.yAxis(option, "value", unit).put("scale", true);
        ArrayNode series = option.putArray("series");
        for (TrainingTable.Network network : table.networks()) {
            NetworkStyle style = network.style();
            ObjectNode line = ChartParts.line(series, style.label(), style.color(), style.line());
            line.put("symbol", style.symbol())
                    .put("symbolSize", style.symbolSize())
                    .put("showAllSymbol", true);
            ArrayNode data = line.putArray("data");
            for (int epoch : table.epochs()) {
                EpochAccuracy result = table.result(network, epoch);
                add(data, result == null ? Double.NaN : value.applyAsDouble(result));
            }
        }
        String networks = table.networks().stream()
                .map(network -> network.style().label())
                .collect(Collectors.joining(", "));
        return new Chart(
                id,
                title,
                "Line chart: " + title + " against the epoch, one line a network: " + networks
                        + ". The table below holds the numbers.",
                HEIGHT,
                option);
    }

    private static Chart speed(String id, String job, List<SpeedRow> rows) {
        ObjectNode option = ChartParts.option();
        ((ObjectNode) option.get("grid")).put("top", 4).put("right", 64);
        ChartParts.xAxis(option, "value", "microseconds for one sample").put("min", 0);
        ObjectNode y = ChartParts.yAxis(option, "category", "");
        y.put("inverse", true);
        ((ObjectNode) y.get("axisLabel")).put("color", "var(--ink)").put("interval", 0);
        y.putObject("axisTick").put("show", false);
        ArrayNode labels = y.putArray("data");
        ArrayNode series = option.putArray("series");
        ObjectNode bars =
                series.addObject().put("type", "bar").put("barWidth", "52%").put("silent", true);
        ArrayNode medians = bars.putArray("data");
        ArrayNode whiskers = ChartParts.whiskers(bars, "var(--ink)", "solid", CROSSBAR);
        // points without a body, at the whiskers' ends, carry the figures: on the bars they would cover the whiskers
        ObjectNode figures = series.addObject()
                .put("type", "scatter")
                .put("symbolSize", 1)
                .put("silent", true)
                .put("color", "transparent");
        ArrayNode ends = figures.putArray("data");
        for (int i = 0; i < rows.size(); i++) {
            SpeedRow row = rows.get(i);
            SpeedRow.Spread spread = row.microsPerSample();
            NetworkStyle style = NetworkStyle.of(row.network(), row.precision(), row.kernels());
            labels.add(style.label() + "\n" + Format.counted(row.threads(), "thread"));
            medians.addObject()
                    .put("value", spread.median())
                    .putObject("itemStyle")
                    .put("color", style.color());
            ArrayNode span = whiskers.addArray();
            span.addObject().putArray("coord").add(spread.p25()).add(i);
            span.addObject().putArray("coord").add(spread.p75()).add(i);
            ObjectNode end = ends.addObject();
            end.putArray("value").add(Math.max(spread.p75(), spread.median())).add(i);
            end.putObject("label")
                    .put("show", true)
                    .put("position", "right")
                    .put("distance", 8)
                    .put("color", "var(--ink)")
                    .put("fontSize", 13)
                    .put("formatter", Format.significant(spread.median()));
        }
        return new Chart(
                id,
                "Time to " + job,
                "Bar chart: median microseconds for one sample to " + job
                        + "; one bar a network, with whiskers from the lower to the upper quartile. The table below"
                        + " holds the numbers.",
                HEIGHT_OF_AN_AXIS + HEIGHT_OF_A_BAR * rows.size(),
                option);
    }

    private static String job(SpeedRow row) {
        return row.operation() + ", batch " + row.batch() + ", " + Format.counted(row.hidden(), "hidden node");
    }

    /** Adds a number, or null for one that has no place in the chart. */
    private static void add(ArrayNode data, double value) {
        if (Double.isFinite(value)) {
            data.add(value);
        } else {
            data.addNull();
        }
    }
}
