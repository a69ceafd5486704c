package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.SeedStatistics;
import org.dl4jsuite.compare.sweep.SweepRow;
import org.dl4jsuite.compare.sweep.SweepSetting;
import org.jspecify.annotations.Nullable;

/** The book's curves: mean accuracy with its confidence interval, and the printed figures as points. */
public final class SweepCharts {
    private static final int HEIGHT = 440;
    private static final int CROSSBAR = 9;
    private static final List<String> COLORS = List.of(
            "var(--accent)",
            "var(--scratch-fast)",
            "var(--dl4j)",
            "var(--dl4j-stock)",
            "var(--dl4j-float)",
            "var(--scratch-float)",
            "var(--other)");

    /** A line: which rows lie on it, and which figures of the book. */
    private record Curve(String name, Predicate<SweepRow> rows, Predicate<BookFigure> figures) {}

    private final List<SweepRow> rows;

    private SweepCharts(List<SweepRow> rows) {
        this.rows = rows;
    }

    /** A chart for each of the book's questions that the results answer. */
    public static List<Chart> of(Sweeps sweeps) {
        SweepCharts charts = new SweepCharts(sweeps.rows());
        return charts.all().stream()
                .filter(chart -> !chart.option().get("series").isEmpty())
                .toList();
    }

    private List<Chart> all() {
        return List.of(
                chart(
                        "chart-sweep-rate",
                        "Learning rate (100 hidden nodes, 1 epoch)",
                        "learning rate",
                        row -> row.setting().rate(),
                        BookFigure::rate,
                        List.of(curve("", 0, 100, null, 1))),
                chart(
                        "chart-sweep-epochs",
                        "Epochs (100 hidden nodes)",
                        "epochs",
                        row -> (double) row.epochs(),
                        figure -> figure.epochs() == null ? null : (double) figure.epochs(),
                        List.of(curve("rate 0.1, ", 0, 100, 0.1, null), curve("rate 0.2, ", 0, 100, 0.2, null))),
                chart(
                        "chart-sweep-hidden",
                        "Hidden nodes (rate 0.1, 5 epochs)",
                        "hidden nodes",
                        row -> (double) row.setting().hidden(),
                        figure -> (double) figure.hidden(),
                        List.of(curve("", 0, null, 0.1, 5))),
                chart(
                        "chart-sweep-rotation",
                        "Rotated copies of the training images (200 hidden nodes)",
                        "degrees either way, 0 for no copies",
                        row -> row.setting().rotation(),
                        BookFigure::rotation,
                        List.of(
                                curve("rate 0.1, 1 epoch, ", null, 200, 0.1, 1),
                                curve("rate 0.1, 5 epochs, ", null, 200, 0.1, 5),
                                curve("rate 0.01, 10 epochs, ", null, 200, 0.01, 10))));
    }

    /** The curve on which all but the nulls is fixed. */
    private static Curve curve(
            String name,
            @Nullable Integer rotation,
            @Nullable Integer hidden,
            @Nullable Double rate,
            @Nullable Integer epochs) {
        return new Curve(
                name,
                row -> fits(rotation, row.setting().rotation())
                        && fits(hidden, row.setting().hidden())
                        && fits(rate, row.setting().rate())
                        && fits(epochs, row.epochs()),
                figure -> fits(rotation, figure.rotation())
                        && fits(hidden, figure.hidden())
                        && fits(rate, figure.rate())
                        && figure.epochs() != null
                        && fits(epochs, figure.epochs()));
    }

    private static boolean fits(@Nullable Number wanted, double value) {
        return wanted == null || wanted.doubleValue() == value;
    }

    private Chart chart(
            String id,
            String title,
            String axis,
            Function<SweepRow, Double> place,
            Function<BookFigure, @Nullable Double> placeOfFigure,
            List<Curve> curves) {
        Map<String, Map<Double, SeedStatistics>> lines = new LinkedHashMap<>();
        TreeSet<Double> places = new TreeSet<>();
        List<double[]> printed = new ArrayList<>();
        for (Curve curve : curves) {
            for (SweepRow row : rows) {
                if (curve.rows().test(row)) {
                    lines.computeIfAbsent(curve.name() + network(row.setting()), name -> new TreeMap<>())
                            .put(place.apply(row), row.accuracy());
                }
            }
            for (BookFigure figure : BookFigure.all()) {
                Double at = placeOfFigure.apply(figure);
                if (at != null && curve.figures().test(figure)) {
                    figure.printed().forEach(accuracy -> printed.add(new double[] {at, accuracy}));
                }
            }
        }
        lines.values().removeIf(points -> points.size() < 2); // a point makes no curve
        lines.values().forEach(points -> places.addAll(points.keySet()));
        ObjectNode option = ChartParts.option();
        ((ObjectNode) option.get("grid")).put("top", 72 + 22 * lines.size());
        ChartParts.legendAndTooltip(option, "@percent");
        ((ObjectNode) option.get("legend")).put("orient", "vertical");
        ObjectNode x = ChartParts.xAxis(option, "category", axis);
        List<Double> categories = List.copyOf(places);
        ArrayNode labels = x.putArray("data");
        categories.forEach(each -> labels.add(Format.exact(each)));
        fit(ChartParts.yAxis(option, "value", "test images right (%)"), lines.values(), printed);
        ArrayNode series = option.putArray("series");
        lines.forEach((name, points) -> line(series, name, points, categories));
        if (!lines.isEmpty()) {
            points(series, printed, categories);
        }
        return new Chart(
                id,
                title,
                "Line chart: mean test accuracy over seeds against " + axis
                        + ", with 95 % confidence intervals, and the"
                        + " figures that the book prints as points. The tables below hold the numbers.",
                HEIGHT,
                option);
    }

    /** ECharts looks only at a line's points, and leaves out a whisker that does not fit. */
    private static void fit(ObjectNode axis, Collection<Map<Double, SeedStatistics>> lines, List<double[]> printed) {
        DoubleSummaryStatistics range = new DoubleSummaryStatistics();
        for (Map<Double, SeedStatistics> points : lines) {
            for (SeedStatistics accuracy : points.values()) {
                boolean single = accuracy.seeds() < 2;
                range.accept(single ? accuracy.mean() : accuracy.low());
                range.accept(single ? accuracy.mean() : accuracy.high());
            }
        }
        printed.forEach(point -> range.accept(point[1]));
        axis.put("min", Math.floor(100 * range.getMin()));
        axis.put("max", Math.ceil(100 * range.getMax()));
    }

    private static String network(SweepSetting setting) {
        return setting.side() + ", " + setting.variant() + ", " + setting.initialWeights();
    }

    private static void line(
            ArrayNode series, String name, Map<Double, SeedStatistics> points, List<Double> categories) {
        String color = COLORS.get(series.size() % COLORS.size());
        ObjectNode line = ChartParts.line(series, name, color, "solid");
        line.put("symbol", "circle").put("symbolSize", 6).put("showAllSymbol", true);
        line.put("connectNulls", true);
        ArrayNode whiskers = ChartParts.whiskers(line, color, "solid", CROSSBAR);
        ArrayNode data = line.putArray("data");
        for (int i = 0; i < categories.size(); i++) {
            SeedStatistics accuracy = points.get(categories.get(i));
            if (accuracy == null) {
                data.addNull();
                continue;
            }
            data.add(100 * accuracy.mean());
            if (accuracy.seeds() > 1) {
                ChartParts.whisker(whiskers, i, 100 * accuracy.low(), 100 * accuracy.high());
            }
        }
    }

    private static void points(ArrayNode series, List<double[]> printed, List<Double> categories) {
        ObjectNode points = series.addObject()
                .put("type", "scatter")
                .put("name", "printed in the book")
                .put("symbol", "diamond")
                .put("symbolSize", 11)
                .put("color", "var(--ink)");
        points.putObject("emphasis").put("disabled", true);
        ArrayNode data = points.putArray("data");
        for (double[] point : printed) {
            int at = categories.indexOf(point[0]);
            if (at >= 0) {
                data.addArray().add(at).add(100 * point[1]);
            }
        }
    }
}
