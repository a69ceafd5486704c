package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.speed.Ceilings;
import org.dl4jsuite.compare.speed.Operation;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.SpeedSeries;

/** Speed in pictures: side by side, against the sizes, and below what the machine can do. */
final class SpeedCharts {
    private static final String NUMBER = "significant";
    private static final String TABLE = ". The table below holds the numbers.";

    private SpeedCharts() {}

    /** Returns a bar chart for each job at batch 1 with the report's own number of hidden nodes. */
    static List<Chart> bars(List<SpeedRow> rows) {
        Map<String, List<SpeedRow>> jobs = SpeedSeries.of(rows, SpeedSeries.Axis.BATCH).stream()
                .map(SpeedSeries::first)
                .collect(Collectors.groupingBy(SpeedCharts::job, LinkedHashMap::new, Collectors.toList()));
        List<Chart> charts = new ArrayList<>();
        jobs.forEach((job, ofJob) -> charts.add(bars(job, ofJob)));
        return charts;
    }

    private static Chart bars(String job, List<SpeedRow> rows) {
        List<Series> bars = new ArrayList<>();
        for (SpeedRow row : rows) {
            Span name = name(row);
            SpeedRow.Spread spread = row.microsPerSample();
            bars.add(Series.of(name.withText(name.text() + "\n" + Format.counted(row.threads(), "thread")))
                    .add(bars.size(), spread.median(), spread.p25(), spread.p75()));
        }
        return new Chart(
                Chart.Kind.BARS,
                "Time to " + job,
                "Bar chart: median microseconds per sample to " + job
                        + "; one bar a network, with whiskers from the lower to the upper quartile" + TABLE,
                Axis.of("microseconds per sample", Scale.LINEAR, NUMBER),
                Axis.of("", bars.stream().map(Series::name).toList()),
                bars);
    }

    /** Returns the cost against batch size and hidden nodes, for each job of which there is more than one size. */
    static List<Chart> curves(List<SpeedRow> rows) {
        List<Chart> charts = new ArrayList<>();
        for (SpeedSeries.Axis axis : SpeedSeries.Axis.values()) {
            for (Operation operation : Operation.values()) {
                List<Series> lines = SpeedSeries.of(rows, axis).stream()
                        .filter(series -> series.first().operation() == operation
                                && series.rows().size() > 1)
                        .map(SpeedCharts::line)
                        .toList();
                if (!lines.isEmpty()) {
                    charts.add(curve(axis, operation, lines));
                }
            }
        }
        return charts;
    }

    private static Chart curve(SpeedSeries.Axis axis, Operation operation, List<Series> lines) {
        boolean batch = axis == SpeedSeries.Axis.BATCH;
        String size = batch ? "samples per step" : "hidden nodes";
        return new Chart(
                Chart.Kind.LINES,
                "Time to " + operation + " against " + size,
                "Line chart, the vertical axis logarithmic: median microseconds per sample to " + operation
                        + " against " + size + ", one line a network" + TABLE,
                Axis.of(size, batch ? Scale.LOG2 : Scale.LINEAR, "count"),
                Axis.of("microseconds per sample", Scale.LOG, NUMBER),
                lines);
    }

    private static Series line(SpeedSeries speeds) {
        Series line = Series.of(name(speeds.first()));
        speeds.points().forEach(point -> line.add(point.x(), point.micros()));
        return line;
    }

    /** Returns the achieved GFLOP/s of every FLOAT row against the operations per byte of weights. */
    static Chart roofline(SpeedResults results) {
        List<SpeedRow> rows = results.rows().stream()
                .filter(row -> row.precision() == Precision.FLOAT)
                .toList();
        Ceilings ceilings = results.ceilings();
        Map<String, Series> points = new LinkedHashMap<>();
        rows.forEach(row -> points.computeIfAbsent(name(row).text(), label -> Series.of(name(row)))
                .add(intensity(row), row.gflops()));
        List<Series> series = new ArrayList<>();
        series.add(roof("ceiling: reading", "ceiling", ceilings.readGigabytesPerSecond(), ceilings, rows));
        series.add(roof(
                "ceiling: reading and writing", "ceiling-update", ceilings.updateGigabytesPerSecond(), ceilings, rows));
        series.addAll(points.values());
        return new Chart(
                Chart.Kind.POINTS,
                "Under the machine's ceilings",
                "Roofline chart, both axes logarithmic: the operations per second of each network against those that it"
                        + " does for each byte of weights, below the rate at which one core multiplies and adds and the"
                        + " rates at which it moves bytes" + TABLE,
                Axis.of("floating-point operations per byte of weights", Scale.LOG, NUMBER),
                Axis.of("10⁹ floating-point operations per second", Scale.LOG, NUMBER),
                series);
    }

    /** min(multiply-add rate, bandwidth times intensity): two straight pieces on logarithmic axes. */
    private static Series roof(String name, String style, double bandwidth, Ceilings ceilings, List<SpeedRow> rows) {
        double ridge = ceilings.multiplyAddGflops() / bandwidth;
        double least = rows.stream().mapToDouble(SpeedCharts::intensity).min().orElse(1);
        double most = rows.stream().mapToDouble(SpeedCharts::intensity).max().orElse(1);
        double start = Math.min(least, ridge) / 2;
        return Series.of(Span.ofSeries(name, style))
                .add(start, start * bandwidth)
                .add(ridge, ceilings.multiplyAddGflops())
                .add(Math.max(most, ridge) * 2, ceilings.multiplyAddGflops());
    }

    private static Span name(SpeedRow row) {
        return NetworkName.of(row.network(), row.precision(), row.kernels());
    }

    private static String job(SpeedRow row) {
        return row.operation() + ", batch " + row.batch() + ", " + Format.counted(row.hidden(), "hidden node");
    }

    private static double intensity(SpeedRow row) {
        return row.flops() / row.bytes();
    }
}
