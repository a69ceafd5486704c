package org.dl4jsuite.compare.speed;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of one network doing one job that differ in one size only, ascending: what a line of a chart shows.
 *
 * @param axis the size that differs
 * @param rows at least one; all have the same network, operation, precision and kernels
 */
public record SpeedSeries(Axis axis, List<SpeedRow> rows) {
    /** A size of the grid. */
    public enum Axis {
        /** Samples per step. */
        BATCH,
        /** Hidden nodes. */
        HIDDEN;

        /** Returns the size of a row along this axis. */
        public int of(SpeedRow row) {
            return this == BATCH ? row.batch() : row.hidden();
        }
    }

    /**
     * Returns the series along an axis. The other size is that of most rows: of the batches it is the grid's centre, of the
     * hidden nodes it is batch 1.
     */
    public static List<SpeedSeries> of(List<SpeedRow> rows, Axis axis) {
        Axis other = axis == Axis.BATCH ? Axis.HIDDEN : Axis.BATCH;
        int fixed = mostFrequent(rows, other);
        Map<List<Object>, List<SpeedRow>> series = rows.stream()
                .filter(row -> other.of(row) == fixed)
                .sorted(Comparator.comparingInt(axis::of))
                .collect(Collectors.groupingBy(
                        row -> List.of(row.network(), row.operation(), row.precision(), row.kernels()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return series.values().stream().map(each -> new SpeedSeries(axis, each)).toList();
    }

    private static int mostFrequent(List<SpeedRow> rows, Axis axis) {
        Map<Integer, Long> counts = rows.stream()
                .map(axis::of)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Returns the first row, which tells whose they all are. */
    public SpeedRow first() {
        return rows.get(0);
    }

    /** Returns the microseconds for one sample against the size. */
    public List<LinearFit.Point> points() {
        return rows.stream()
                .map(row ->
                        new LinearFit.Point(axis.of(row), row.microsPerSample().median()))
                .toList();
    }
}
