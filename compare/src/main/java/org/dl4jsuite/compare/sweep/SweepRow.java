package org.dl4jsuite.compare.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A setting after so many epochs, over its seeds.
 *
 * @param setting all but epochs and seed
 * @param epochs after how many
 * @param accuracy the share of test images right
 */
public record SweepRow(SweepSetting setting, int epochs, SeedStatistics accuracy) {

    /** One row for each setting and each epoch of a setting that all its seeds reached. */
    public static List<SweepRow> of(SweepResults results) {
        List<SweepRow> rows = new ArrayList<>();
        bySetting(results).forEach((setting, seeds) -> {
            int epochs = seeds.stream()
                    .mapToInt(result -> result.configuration().epochs())
                    .min()
                    .orElse(0);
            for (int epoch = 1; epoch <= epochs; epoch++) {
                int after = epoch;
                rows.add(new SweepRow(
                        setting,
                        epoch,
                        SeedStatistics.of(seeds.stream()
                                .map(result -> result.accuracyAfter(after))
                                .toList())));
            }
        });
        return rows;
    }

    /** The results of each setting, one a seed. */
    static Map<SweepSetting, List<SweepResult>> bySetting(SweepResults results) {
        Map<SweepSetting, List<SweepResult>> bySetting = new TreeMap<>();
        for (SweepResult result : results.results()) {
            bySetting
                    .computeIfAbsent(SweepSetting.of(result.configuration()), setting -> new ArrayList<>())
                    .add(result);
        }
        return bySetting;
    }
}
