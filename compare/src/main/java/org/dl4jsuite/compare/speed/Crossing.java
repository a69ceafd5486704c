package org.dl4jsuite.compare.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.speed.LinearFit.Point;
import org.dl4jsuite.compare.speed.SpeedSeries.Axis;

/** Where DL4J overtakes the fast from-scratch network, if ever. */
public final class Crossing {
    private Crossing() {}

    /** One sentence for each job and size, as far as both networks were measured; each figure is computed from the rows. */
    public static List<String> sentences(List<SpeedRow> rows) {
        List<String> sentences = new ArrayList<>();
        for (String operation : List.of(SpeedRow.TRAIN, SpeedRow.PREDICT)) {
            for (Axis axis : Axis.values()) {
                List<SpeedSeries> all = SpeedSeries.of(rows, axis);
                Optional<SpeedSeries> fast = find(all, Contestant.SCRATCH_FAST_VECTOR, operation);
                Optional<SpeedSeries> dl4j = find(all, Contestant.DL4J_TUNED, operation);
                if (fast.isPresent() && dl4j.isPresent()) {
                    sentences.add(sentence(
                            operation, axis, fast.get().points(), dl4j.get().points()));
                }
            }
        }
        return sentences;
    }

    /**
     * The size from which {@code other} is faster than {@code leader}, between two sizes measured for both: where straight
     * lines between them meet. Empty if {@code other} never is.
     */
    static OptionalDouble overtakes(List<Point> leader, List<Point> other) {
        double lastX = Double.NaN;
        double lastGap = Double.NaN;
        for (Point point : leader) {
            Optional<Point> rival = at(other, point.x());
            if (rival.isEmpty()) {
                continue;
            }
            double gap = rival.get().micros() - point.micros();
            if (gap < 0) {
                return OptionalDouble.of(
                        Double.isNaN(lastGap) ? point.x() : lastX + (point.x() - lastX) * lastGap / (lastGap - gap));
            }
            lastX = point.x();
            lastGap = gap;
        }
        return OptionalDouble.empty();
    }

    private static String sentence(String operation, Axis axis, List<Point> fast, List<Point> dl4j) {
        String size = axis == Axis.BATCH ? "samples a step" : "hidden nodes";
        OptionalDouble crossing = overtakes(fast, dl4j);
        if (crossing.isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "To %s, DL4J overtakes the fast network from scratch at about %.0f %s.",
                    operation,
                    crossing.getAsDouble(),
                    size);
        }
        List<Point> shared =
                fast.stream().filter(point -> at(dl4j, point.x()).isPresent()).toList();
        if (shared.isEmpty()) {
            return String.format(
                    Locale.ROOT, "To %s, no number of %s was measured for both networks.", operation, size);
        }
        Point first = shared.get(0);
        Point last = shared.get(shared.size() - 1);
        return String.format(
                Locale.ROOT,
                "To %s, DL4J does not overtake the fast network from scratch: it takes %.1f times as long with %.0f %s, %.1f"
                        + " times with %.0f.",
                operation,
                ratio(dl4j, first),
                first.x(),
                size,
                ratio(dl4j, last),
                last.x());
    }

    private static double ratio(List<Point> other, Point point) {
        return at(other, point.x()).orElseThrow().micros() / point.micros();
    }

    private static Optional<Point> at(List<Point> points, double x) {
        return points.stream().filter(point -> point.x() == x).findFirst();
    }

    private static Optional<SpeedSeries> find(List<SpeedSeries> all, Contestant contestant, String operation) {
        return all.stream()
                .filter(series -> series.network().equals(contestant.network())
                        && series.operation().equals(operation)
                        && series.precision() == Precision.FLOAT)
                .findFirst(); // of the two kinds of kernels the vector one comes first
    }
}
