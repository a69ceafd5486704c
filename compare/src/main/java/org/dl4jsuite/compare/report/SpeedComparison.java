package org.dl4jsuite.compare.report;

import java.util.Comparator;
import java.util.List;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.jspecify.annotations.Nullable;

/**
 * A speed beside that of the network from scratch in the same job.
 *
 * @param row what was measured
 * @param ratio the median over that of scratch, or null if scratch did not do this job
 */
public record SpeedComparison(SpeedRow row, @Nullable Double ratio) {
    private static final String REFERENCE = "scratch";

    /** All rows, in their order. */
    public static List<SpeedComparison> of(List<SpeedRow> rows) {
        return rows.stream()
                .map(row -> new SpeedComparison(row, ratio(row, rows)))
                .toList();
    }

    /** The colour and name of the network. */
    public NetworkStyle style() {
        return NetworkStyle.of(row.network(), row.precision(), row.kernels());
    }

    private static @Nullable Double ratio(SpeedRow row, List<SpeedRow> rows) {
        return rows.stream()
                .filter(other -> other.network().equals(REFERENCE)
                        && other.operation().equals(row.operation())
                        && other.batch() == row.batch()
                        && other.hidden() == row.hidden())
                .min(Comparator.comparing(other -> other.precision() != row.precision()))
                .map(reference -> row.microsPerSample().median()
                        / reference.microsPerSample().median())
                .orElse(null);
    }
}
