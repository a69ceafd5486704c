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
public final class Crossover {
    private Crossover() {}

    /** Returns one sentence per job and size, as far as both networks were measured. */
    public static List<String> sentences(List<SpeedRow> rows) {
        List<String> sentences = new ArrayList<>();
        for (Operation operation : Operation.values()) {
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
     * Returns the size from which {@code other} is faster than {@code leader}: between two sizes measured for both, where
     * straight lines between them meet. Empty if {@code other} never is.
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

    private static String sentence(Operation operation, Axis axis, List<Point> fast, List<Point> dl4j) {
        OptionalDouble crossing = overtakes(fast, dl4j);
        if (crossing.isPresent()) {
            return "To " + operation + ", DL4J overtakes the fast network from scratch "
                    + at(axis, crossing.getAsDouble()) + ".";
        }
        List<Point> shared =
                fast.stream().filter(point -> at(dl4j, point.x()).isPresent()).toList();
        if (shared.isEmpty()) {
            return "To " + operation + ", the two were not measured at the same "
                    + (axis == Axis.BATCH ? "batch sizes." : "numbers of hidden nodes.");
        }
        Point first = shared.get(0);
        Point last = shared.get(shared.size() - 1);
        return "To " + operation + ", DL4J does not overtake the fast network from scratch: it takes "
                + ratio(dl4j, first) + " times as long " + at(axis, first.x()) + ", " + ratio(dl4j, last) + " times "
                + at(axis, last.x()) + ".";
    }

    private static String at(Axis axis, double size) {
        String whole = String.format(Locale.ROOT, "%.0f", size);
        return axis == Axis.BATCH ? "at batch " + whole : "with " + whole + " hidden nodes";
    }

    private static String ratio(List<Point> other, Point point) {
        double ratio = at(other, point.x()).orElseThrow().micros() / point.micros();
        return String.format(Locale.ROOT, "%.1f", ratio);
    }

    private static Optional<Point> at(List<Point> points, double x) {
        return points.stream().filter(point -> point.x() == x).findFirst();
    }

    private static Optional<SpeedSeries> find(List<SpeedSeries> all, Contestant contestant, Operation operation) {
        return all.stream()
                .filter(series -> series.first().network().equals(contestant.network())
                        && series.first().operation() == operation
                        && series.first().precision() == Precision.FLOAT)
                .findFirst(); // of the two kinds of kernels the vector one comes first
    }
}
