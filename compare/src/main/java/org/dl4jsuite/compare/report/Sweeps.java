package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SeedComparison;
import org.dl4jsuite.compare.sweep.SweepData;
import org.dl4jsuite.compare.sweep.SweepResults;
import org.dl4jsuite.compare.sweep.SweepRow;

/**
 * Stored results of sweeps, summed up over seeds.
 *
 * @param from where they are stored
 * @param data what was learned from
 * @param origins the machines and runs that they come from
 * @param rows one a setting and epoch
 * @param book the book's figures beside those of many seeds
 * @param comparisons DL4J's distributions over seeds against ours
 */
public record Sweeps(
        String from,
        SweepData data,
        List<Provenance> origins,
        List<SweepRow> rows,
        List<BookRow> book,
        List<SeedComparison> comparisons) {

    /** Returns the results summed up. */
    public static Sweeps of(String from, SweepResults results) {
        return new Sweeps(
                from,
                results.data(),
                List.copyOf(results.origins()),
                SweepRow.of(results),
                BookRow.of(results),
                SeedComparison.of(results));
    }
}
