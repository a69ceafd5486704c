package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.SeedStatistics;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepRow;
import org.dl4jsuite.scratch.Variant;

/** Mean accuracy with its confidence interval against each setting that a sweep varies, and the book's figures. */
final class SweepCharts {
    /** The settings of a sweep, in the order in which titles name them; those with a title can be an axis. */
    private enum Setting {
        RATE("learning rate"),
        EPOCHS("epochs"),
        HIDDEN("hidden nodes"),
        ROTATION("degrees of rotation either way, 0 for no rotated copies"),
        SIDE(""),
        VARIANT(""),
        WEIGHTS("");

        private final String title;

        Setting(String title) {
            this.title = title;
        }

        private static Map<Setting, Object> of(SweepRow row) {
            SweepConfiguration setting = row.setting();
            return new EnumMap<>(Map.<Setting, Object>of(
                    RATE, setting.rate(),
                    EPOCHS, (double) row.epochs(),
                    HIDDEN, (double) setting.hidden(),
                    ROTATION, setting.rotation(),
                    SIDE, setting.side(),
                    VARIANT, setting.variant(),
                    WEIGHTS, setting.initialWeights()));
        }

        private static Map<Setting, Object> of(BookFigure figure) {
            return Map.of(
                    RATE,
                    figure.rate(),
                    EPOCHS,
                    figure.epochs() == null ? Double.NaN : figure.epochs().doubleValue(),
                    HIDDEN,
                    (double) figure.hidden(),
                    ROTATION,
                    figure.rotation(),
                    VARIANT,
                    Variant.BOOK_RULE);
        }

        private String describe(Object value) {
            return switch (this) {
                case RATE -> "rate " + Format.exact((double) value);
                case EPOCHS -> Format.counted(Math.round((double) value), "epoch");
                case HIDDEN -> Format.counted(Math.round((double) value), "hidden node");
                case ROTATION -> (double) value == 0 ? "no rotation" : "rotated ±" + Format.exact((double) value) + "°";
                case SIDE, VARIANT, WEIGHTS -> value.toString();
            };
        }
    }

    /**
     * A line of a chart.
     *
     * @param fixed the settings that all its points share
     * @param points by the value of the setting that varies
     */
    private record Curve(Map<Setting, Object> fixed, Map<Double, SeedStatistics> points) {
        Map<Setting, Object> without(Setting... settings) {
            Map<Setting, Object> rest = new EnumMap<>(fixed);
            rest.keySet().removeAll(Set.of(settings));
            return rest;
        }

        boolean holds(BookFigure figure) {
            return Setting.of(figure).entrySet().stream()
                    .allMatch(entry -> entry.getValue().equals(fixed.getOrDefault(entry.getKey(), entry.getValue())));
        }

        boolean isPrinted() {
            return BookFigure.all().stream().anyMatch(this::holds);
        }
    }

    private SweepCharts() {}

    /** Returns the charts: one for each setting that varies, and for each number of hidden nodes and rotation. */
    static List<Chart> of(List<SweepRow> rows) {
        List<Chart> charts = new ArrayList<>();
        for (Setting axis : List.of(Setting.RATE, Setting.EPOCHS, Setting.HIDDEN, Setting.ROTATION)) {
            grouped(
                            curves(rows, axis),
                            curve -> List.of(
                                    curve.fixed().getOrDefault(Setting.HIDDEN, ""),
                                    curve.fixed().getOrDefault(Setting.ROTATION, "")))
                    .forEach(panel -> charts.add(chart(axis, panel)));
        }
        return charts;
    }

    /** Returns the curves over one setting that are long enough; of those that differ in epochs only, the telling ones. */
    private static List<Curve> curves(List<SweepRow> rows, Setting axis) {
        Map<Map<Setting, Object>, Curve> curves = new LinkedHashMap<>();
        for (SweepRow row : rows) {
            Map<Setting, Object> fixed = Setting.of(row);
            double place = (double) Objects.requireNonNull(fixed.remove(axis));
            curves.computeIfAbsent(fixed, key -> new Curve(key, new TreeMap<>()))
                    .points()
                    .put(place, row.accuracy());
        }
        int longest = curves.values().stream()
                .mapToInt(curve -> curve.points().size())
                .max()
                .orElse(0);
        // with and without rotated copies are a comparison already; a few epochs of many are no curve of their own
        int fewest = switch (axis) {
            case ROTATION -> 2;
            case EPOCHS -> longest / 2 + 1;
            default -> Math.min(3, longest);
        };
        List<Curve> longEnough = curves.values().stream()
                .filter(curve -> curve.points().size() >= Math.max(2, fewest))
                .toList();
        return grouped(longEnough, curve -> curve.without(Setting.EPOCHS)).stream()
                .flatMap(family -> telling(family).stream())
                .toList();
    }

    /** Returns those for which the book prints a figure; if it prints none, the longest one after the most epochs. */
    private static List<Curve> telling(List<Curve> family) {
        List<Curve> printed = family.stream().filter(Curve::isPrinted).toList();
        // they come by ascending epochs, so the last of the longest ones wins
        return printed.isEmpty()
                ? family.stream()
                        .reduce((one, other) ->
                                other.points().size() >= one.points().size() ? other : one)
                        .stream()
                        .toList()
                : printed;
    }

    private static <K> Collection<List<Curve>> grouped(List<Curve> curves, Function<Curve, K> key) {
        return curves.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Chart chart(Setting axis, List<Curve> curves) {
        List<Double> places = curves.stream()
                .flatMap(curve -> curve.points().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Series> series = new ArrayList<>();
        for (Curve curve : curves) {
            String name = parts(curve, curves, false);
            series.add(line(name.isEmpty() ? "mean" : name, series.size() + 1, curve.points(), places));
        }
        Series printed = printed(axis, curves, places);
        if (!printed.points().isEmpty()) {
            series.add(printed);
        }
        return new Chart(
                Chart.Kind.LINES,
                axis.title.substring(0, 1).toUpperCase(Locale.ROOT) + axis.title.substring(1) + " ("
                        + parts(curves.get(0), curves, true) + ")",
                "Line chart: mean test accuracy over seeds against " + axis.title
                        + ", with 95 % confidence intervals, and the figures that the book prints as points. The tables"
                        + " below hold the numbers.",
                Axis.of(axis.title, places.stream().map(Format::exact).toList()),
                Axis.of("test images right (%)", Scale.LINEAR, "percent"),
                series);
    }

    /** Returns the settings that are fixed on a curve and are, or are not, the same on all. */
    private static String parts(Curve curve, List<Curve> all, boolean shared) {
        return curve.fixed().entrySet().stream()
                .filter(entry -> shared
                        == all.stream()
                                .allMatch(other ->
                                        entry.getValue().equals(other.fixed().get(entry.getKey()))))
                .map(entry -> entry.getKey().describe(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Series line(String name, int number, Map<Double, SeedStatistics> points, List<Double> places) {
        Series line = Series.of(Span.ofSeries(name, String.valueOf(number)));
        points.forEach((place, accuracy) ->
                line.add(places.indexOf(place), 100 * accuracy.mean(), 100 * accuracy.low(), 100 * accuracy.high()));
        return line;
    }

    private static Series printed(Setting axis, List<Curve> curves, List<Double> places) {
        Series printed = Series.of(Span.ofSeries("printed in the book", "printed"));
        for (BookFigure figure : BookFigure.all()) {
            int place = places.indexOf(Setting.of(figure).get(axis));
            if (place >= 0 && curves.stream().anyMatch(curve -> curve.holds(figure))) {
                figure.printed().forEach(accuracy -> printed.add(place, 100 * accuracy));
            }
        }
        return printed;
    }
}
