package org.dl4jsuite.compare.report;

import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.jspecify.annotations.Nullable;

/**
 * Accuracy and loss with one row an epoch and one column a network.
 *
 * @param networks in the order of their first results
 * @param epochs ascending
 * @param results of all networks and epochs
 */
public record TrainingTable(List<Network> networks, List<Integer> epochs, List<EpochAccuracy> results) {

    /** A column. */
    public record Network(String name, Precision precision) {
        /** How it is named and drawn. */
        public NetworkStyle style() {
            return NetworkStyle.of(name, precision);
        }
    }

    /** The table of these results. */
    public static TrainingTable of(List<EpochAccuracy> results) {
        return new TrainingTable(
                results.stream()
                        .map(result -> new Network(result.network(), result.precision()))
                        .distinct()
                        .toList(),
                results.stream().map(EpochAccuracy::epoch).distinct().sorted().toList(),
                results);
    }

    /** A network's result after an epoch, or null if there is none. */
    public @Nullable EpochAccuracy result(Network network, int epoch) {
        return results.stream()
                .filter(result -> result.epoch() == epoch
                        && result.precision() == network.precision()
                        && Objects.equals(result.network(), network.name()))
                .findFirst()
                .orElse(null);
    }
}
