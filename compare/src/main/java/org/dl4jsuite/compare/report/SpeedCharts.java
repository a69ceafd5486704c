package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.speed.Ceilings;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.SpeedSeries;
import org.dl4jsuite.compare.speed.SpeedSeries.Axis;

/** How speed depends on the sizes, and how near it comes to what the machine can do. */
final class SpeedCharts {
    private static final int HEIGHT = 420;
    private static final String NUMBER = "@significant";

    private SpeedCharts() {}

    /** Microseconds for one sample, logarithmic, against a size; one line a network. */
    static Chart curve(Axis axis, String operation, List<SpeedSeries> lines) {
        boolean batch = axis == Axis.BATCH;
        String size = batch ? "samples a step" : "hidden nodes";
        ObjectNode option = ChartParts.option();
        ChartParts.legendAndTooltip(option, NUMBER);
        ObjectNode x = ChartParts.xAxis(option, batch ? "log" : "value", size);
        if (batch) {
            x.put("logBase", 2);
        }
        ChartParts.place(x, "{value} " + size);
        ((ObjectNode) ChartParts.yAxis(option, "log", "microseconds for one sample")
                        .get("axisLabel"))
                .put("formatter", NUMBER);
        ((ObjectNode) option.get("grid")).put("top", 100);
        ArrayNode series = option.putArray("series");
        for (SpeedSeries speeds : lines) {
            NetworkStyle style = NetworkStyle.of(speeds.network(), speeds.precision(), speeds.kernels());
            ArrayNode data = ChartParts.line(series, style.label(), style.color(), style.line())
                    .put("symbol", style.symbol())
                    .put("symbolSize", style.symbolSize())
                    .putArray("data");
            speeds.points().forEach(point -> data.addArray().add(point.x()).add(point.micros()));
        }
        return new Chart(
                "chart-speed-" + operation + "-" + axis.name().toLowerCase(Locale.ROOT),
                "Time to " + operation + " against " + size,
                "Line chart, the vertical axis logarithmic: median microseconds for one sample to " + operation
                        + " against " + size + ", one line a network. The table below holds the numbers.",
                HEIGHT,
                option);
    }

    /** Achieved GFLOP/s against the operations that a byte of weights is used for, both axes logarithmic. */
    static Chart roofline(SpeedResults results) {
        List<SpeedRow> rows = results.rows().stream()
                .filter(row -> row.precision() == Precision.FLOAT)
                .toList();
        ObjectNode option = ChartParts.option();
        ChartParts.legendAndTooltip(option, NUMBER);
        ((ObjectNode) option.get("tooltip")).put("trigger", "item");
        ((ObjectNode) option.get("grid")).put("top", 100);
        ObjectNode x = ChartParts.xAxis(option, "log", "floating-point operations for a byte of weights");
        ((ObjectNode) x.get("axisLabel")).put("formatter", NUMBER);
        ObjectNode y = ChartParts.yAxis(option, "log", "10⁹ floating-point operations a second");
        ((ObjectNode) y.get("axisLabel")).put("formatter", NUMBER);
        ArrayNode series = option.putArray("series");
        Ceilings ceilings = results.ceilings();
        double most = rows.stream().mapToDouble(SpeedCharts::intensity).max().orElse(1);
        double least = rows.stream().mapToDouble(SpeedCharts::intensity).min().orElse(1);
        roof(series, "ceiling: reading", "solid", ceilings.readGigabytesPerSecond(), ceilings, least, most);
        roof(
                series,
                "ceiling: reading and writing",
                "dashed",
                ceilings.updateGigabytesPerSecond(),
                ceilings,
                least,
                most);
        Map<String, ArrayNode> points = new LinkedHashMap<>();
        for (SpeedRow row : rows) {
            NetworkStyle style = NetworkStyle.of(row.network(), row.precision(), row.kernels());
            points.computeIfAbsent(style.label(), label -> scatter(series, style))
                    .addArray()
                    .add(intensity(row))
                    .add(row.gflops());
        }
        return new Chart(
                "chart-speed-roofline",
                "Under the machine's ceilings",
                "Roofline chart, both axes logarithmic: the operations that each network achieves in a second against those"
                        + " that it does for each byte of weights, below the rate at which one core multiplies and adds"
                        + " and the rates at which it moves bytes. The table below holds the numbers.",
                HEIGHT,
                option);
    }

    /** min(multiply-add rate, bandwidth times intensity): two straight pieces on logarithmic axes. */
    private static void roof(
            ArrayNode series,
            String name,
            String line,
            double bandwidth,
            Ceilings ceilings,
            double least,
            double most) {
        double ridge = ceilings.multiplyAddGflops() / bandwidth;
        ObjectNode roof = ChartParts.line(series, name, "var(--muted)", line).put("symbol", "none");
        ArrayNode data = roof.putArray("data");
        double start = Math.min(least, ridge) / 2;
        data.addArray().add(start).add(start * bandwidth);
        data.addArray().add(ridge).add(ceilings.multiplyAddGflops());
        data.addArray().add(Math.max(most, ridge) * 2).add(ceilings.multiplyAddGflops());
    }

    private static ArrayNode scatter(ArrayNode series, NetworkStyle style) {
        ObjectNode points = series.addObject()
                .put("type", "scatter")
                .put("name", style.label())
                .put("color", style.color())
                .put("symbol", style.symbol())
                .put("symbolSize", Math.max(9, style.symbolSize()));
        points.putObject("emphasis").put("disabled", true);
        return points.putArray("data");
    }

    private static double intensity(SpeedRow row) {
        return row.flops() / row.bytes();
    }
}
