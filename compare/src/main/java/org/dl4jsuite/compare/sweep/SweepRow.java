package org.dl4jsuite.compare.sweep;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A setting after so many epochs, over its seeds.
 *
 * @param setting what was trained; all but its epochs and seed
 * @param epochs after how many
 * @param accuracy the share of test images right
 */
public record SweepRow(
        @JsonIgnoreProperties({"epochs", "seed"}) SweepConfiguration setting, int epochs, SeedStatistics accuracy) {

    /** Returns one row for each setting and each epoch of a setting that all its seeds reached. */
    public static List<SweepRow> of(SweepResults results) {
        List<SweepRow> rows = new ArrayList<>();
        bySetting(results).forEach((setting, seeds) -> {
            for (int epoch = 1; epoch <= commonEpochs(seeds); epoch++) {
                int after = epoch;
                List<Double> accuracies = seeds.stream()
                        .map(result -> result.accuracyAfter(after))
                        .toList();
                rows.add(new SweepRow(setting, epoch, SeedStatistics.of(accuracies)));
            }
        });
        return rows;
    }

    /** Returns the results of each setting, one per seed. */
    static Map<SweepConfiguration, List<SweepResult>> bySetting(SweepResults results) {
        return results.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.configuration().setting(), TreeMap::new, Collectors.toList()));
    }

    /** Returns the epochs that all results reached. */
    static int commonEpochs(List<SweepResult> results) {
        return results.stream()
                .mapToInt(result -> result.configuration().epochs())
                .min()
                .orElse(0);
    }
}
