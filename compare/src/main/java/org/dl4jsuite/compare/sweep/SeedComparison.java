package org.dl4jsuite.compare.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.dl4jsuite.compare.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * Is DL4J's distribution of accuracies over seeds the same as ours?
 *
 * <p>Two questions. From <em>different</em> seeds the two sides give independent samples, and the two-sample
 * Kolmogorov-Smirnov test asks whether one distribution can have given both. From the <em>same</em> seed both start with
 * the same weights, and the differences seed by seed say more: they show what the rounding of the two does to an accuracy.
 *
 * @param setting ours; DL4J's is the same but for the side
 * @param epochs after how many
 * @param ours over seeds that are not in {@code dl4j}
 * @param dl4j over its seeds
 * @param statistic the largest distance of the two empirical distribution functions
 * @param pValue the chance of at least that distance if both are the same distribution
 * @param paired ours minus DL4J's over the seeds that both ran, or null if there are less than two
 */
public record SeedComparison(
        SweepSetting setting,
        int epochs,
        SeedStatistics ours,
        SeedStatistics dl4j,
        double statistic,
        double pValue,
        @Nullable SeedStatistics paired) {
    private static final double SIGNIFICANT = 0.05;
    /** Fewer than so many seeds a side cannot tell anything. */
    private static final int FEWEST = 3;

    /** One for each of our settings that DL4J ran too, after the longest training that both did. */
    public static List<SeedComparison> of(SweepResults results) {
        Map<SweepSetting, List<SweepResult>> bySetting = SweepRow.bySetting(results);
        List<SeedComparison> comparisons = new ArrayList<>();
        bySetting.forEach((setting, ofOurs) -> {
            List<SweepResult> ofDl4j = bySetting.get(setting.on(Side.DL4J));
            if (setting.side() != Side.DL4J && ofDl4j != null) {
                int epochs = Math.min(shortest(ofOurs), shortest(ofDl4j));
                Map<Long, Double> ours = bySeed(ofOurs, epochs);
                Map<Long, Double> dl4j = bySeed(ofDl4j, epochs);
                SeedComparison comparison = of(setting, epochs, ours, dl4j);
                if (comparison != null) {
                    comparisons.add(comparison);
                }
            }
        });
        return comparisons;
    }

    /** Accuracies by seed; null if there are too few. */
    static @Nullable SeedComparison of(
            SweepSetting setting, int epochs, Map<Long, Double> ours, Map<Long, Double> dl4j) {
        Map<Long, Double> oursAlone = new TreeMap<>(ours);
        Map<Long, Double> dl4jAlone = new TreeMap<>(dl4j);
        Set<Long> shared = new TreeSet<>(ours.keySet());
        shared.retainAll(dl4j.keySet());
        if (ours.size() - shared.size() >= FEWEST) {
            oursAlone.keySet().removeAll(shared); // DL4J's seeds are dear: it keeps all of them
        } else {
            boolean toUs = true; // turn by turn
            for (long seed : shared) {
                (toUs ? dl4jAlone : oursAlone).remove(seed);
                toUs = !toUs;
            }
        }
        if (oursAlone.size() < FEWEST || dl4jAlone.size() < FEWEST) {
            return null;
        }
        KolmogorovSmirnovTest.TwoResult test =
                KolmogorovSmirnovTest.withDefaults().test(array(oursAlone), array(dl4jAlone));
        List<Double> differences = new ArrayList<>();
        ours.forEach((seed, accuracy) -> {
            Double ofDl4j = dl4j.get(seed);
            if (ofDl4j != null) {
                differences.add(accuracy - ofDl4j);
            }
        });
        return new SeedComparison(
                setting,
                epochs,
                SeedStatistics.of(oursAlone.values()),
                SeedStatistics.of(dl4jAlone.values()),
                test.getStatistic(),
                test.getPValue(),
                differences.size() < 2 ? null : SeedStatistics.of(differences));
    }

    /** Whether the test sees a difference, at the level of 5 %. */
    public boolean differs() {
        return pValue < SIGNIFICANT;
    }

    /** What was compared, in words. */
    public String question() {
        return setting.side() + " and dl4j, " + setting.shape() + ", rate " + setting.rate() + ", " + setting.variant()
                + ", after " + epochs + (epochs == 1 ? " epoch" : " epochs");
    }

    /** The outcome in words. */
    public String answer() {
        String independent = String.format(
                Locale.ROOT,
                "From different seeds, %s averages %.4f ± %.4f over %d seeds and DL4J %.4f ± %.4f over %d;"
                        + " Kolmogorov-Smirnov: D = %.3f, p = %.2g. %s",
                setting.side(),
                ours.mean(),
                ours.halfWidth(),
                ours.seeds(),
                dl4j.mean(),
                dl4j.halfWidth(),
                dl4j.seeds(),
                statistic,
                pValue,
                differs()
                        ? "The two distributions differ, at the level of 5 %."
                        : "No difference of the two distributions can be seen, at the level of 5 %.");
        return paired == null
                ? independent
                : independent
                        + String.format(
                                Locale.ROOT,
                                " From the same seeds, %s minus DL4J is %.5f ± %.5f over %d seeds, with a standard"
                                        + " deviation of %.5f.",
                                setting.side(),
                                paired.mean(),
                                paired.halfWidth(),
                                paired.seeds(),
                                paired.standardDeviation());
    }

    private static int shortest(List<SweepResult> results) {
        return results.stream()
                .mapToInt(result -> result.configuration().epochs())
                .min()
                .orElseThrow();
    }

    private static Map<Long, Double> bySeed(List<SweepResult> results, int epochs) {
        Map<Long, Double> bySeed = new TreeMap<>();
        results.forEach(result -> bySeed.put(result.configuration().seed(), result.accuracyAfter(epochs)));
        return bySeed;
    }

    private static double[] array(Map<Long, Double> bySeed) {
        return bySeed.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
