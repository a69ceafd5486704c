package org.dl4jsuite.compare.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.model.Precision;

/**
 * The rows of one network doing one job that differ in one size only, ascending: what a line of a chart shows.
 *
 * @param network of all rows
 * @param operation of all rows
 * @param precision of all rows
 * @param kernels of all rows
 * @param axis the size that differs
 * @param rows at least one
 */
public record SpeedSeries(
        String network, String operation, Precision precision, String kernels, Axis axis, List<SpeedRow> rows) {

    /** A size of the grid. */
    public enum Axis {
        /** Samples a step. */
        BATCH,
        /** Hidden nodes. */
        HIDDEN;

        /** The size of a row along this axis. */
        public int of(SpeedRow row) {
            return switch (this) {
                case BATCH -> row.batch();
                case HIDDEN -> row.hidden();
            };
        }

        private Axis other() {
            return this == BATCH ? HIDDEN : BATCH;
        }
    }

    private record Key(String network, String operation, Precision precision, String kernels) {}

    /**
     * The series along an axis. The other size is that of most rows: of the batches it is the grid's centre, of the hidden
     * nodes it is batch 1.
     */
    public static List<SpeedSeries> of(List<SpeedRow> rows, Axis axis) {
        Axis other = axis.other();
        int fixed = mostFrequent(rows, other);
        Map<Key, List<SpeedRow>> series = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> other.of(row) == fixed)
                .sorted(Comparator.comparingInt(axis::of))
                .forEach(row -> series.computeIfAbsent(
                                new Key(row.network(), row.operation(), row.precision(), row.kernels()),
                                key -> new ArrayList<>())
                        .add(row));
        return series.entrySet().stream()
                .map(entry -> new SpeedSeries(
                        entry.getKey().network(),
                        entry.getKey().operation(),
                        entry.getKey().precision(),
                        entry.getKey().kernels(),
                        axis,
                        entry.getValue()))
                .toList();
    }

    private static int mostFrequent(List<SpeedRow> rows, Axis axis) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(axis.of(row), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Microseconds for one sample against the size. */
    public List<LinearFit.Point> points() {
        return rows.stream()
                .map(row ->
                        new LinearFit.Point(axis.of(row), row.microsPerSample().median()))
                .toList();
    }
}
