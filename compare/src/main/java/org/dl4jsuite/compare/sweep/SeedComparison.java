package org.dl4jsuite.compare.sweep;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
 * @param statistic the largest distance of the two empirical distribution functions; NaN if a side has less than two seeds
 * @param pValue the chance of at least that distance if both are the same distribution; 1 if there is no statistic
 * @param smallestPValue what {@code pValue} is when all seeds of one side are better than all of the other: so few seeds
 *     cannot give less
 * @param settings how many are compared beside each other
 * @param adjustedPValue {@code pValue} after Holm's correction for that many settings
 * @param paired ours minus DL4J's over the seeds that both ran, or null if there are less than two
 */
public record SeedComparison(
        @JsonIgnoreProperties({"epochs", "seed"}) SweepConfiguration setting,
        int epochs,
        SeedStatistics ours,
        SeedStatistics dl4j,
        double statistic,
        double pValue,
        double smallestPValue,
        int settings,
        double adjustedPValue,
        @Nullable SeedStatistics paired) {
    private static final double SIGNIFICANT = 0.05;
    /** With fewer seeds of our own than this beside DL4J's, the shared ones are dealt out. */
    private static final int MIN_OTHER_SEEDS = 3;

    /** Returns one for each of our settings that DL4J ran too, after the longest training that both did. */
    public static List<SeedComparison> of(SweepResults results) {
        Map<SweepConfiguration, List<SweepResult>> bySetting = SweepRow.bySetting(results);
        List<SeedComparison> comparisons = new ArrayList<>();
        bySetting.forEach((setting, ofOurs) -> {
            List<SweepResult> ofDl4j = bySetting.get(setting.on(Side.DL4J));
            if (setting.side() != Side.DL4J && ofDl4j != null) {
                int epochs = Math.min(SweepRow.commonEpochs(ofOurs), SweepRow.commonEpochs(ofDl4j));
                comparisons.add(of(setting, epochs, bySeed(ofOurs, epochs), bySeed(ofDl4j, epochs)));
            }
        });
        return holm(comparisons);
    }

    /** Corrects for the number of comparisons, n, by Holm: the smallest p-value counts n times, the next n - 1 times. */
    static List<SeedComparison> holm(List<SeedComparison> comparisons) {
        int settings = comparisons.size();
        SeedComparison[] adjusted = new SeedComparison[settings];
        List<Integer> byPValue = IntStream.range(0, settings)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> comparisons.get(i).pValue))
                .toList();
        double largest = 0;
        for (int rank = 0; rank < settings; rank++) {
            SeedComparison each = comparisons.get(byPValue.get(rank));
            largest = Math.max(largest, Math.min(1, (settings - rank) * each.pValue));
            adjusted[byPValue.get(rank)] = each.among(settings, largest);
        }
        return List.of(adjusted);
    }

    private SeedComparison among(int comparedSettings, double adjusted) {
        return new SeedComparison(
                setting, epochs, ours, dl4j, statistic, pValue, smallestPValue, comparedSettings, adjusted, paired);
    }

    /** Compares accuracies by seed. */
    static SeedComparison of(SweepConfiguration setting, int epochs, Map<Long, Double> ours, Map<Long, Double> dl4j) {
        Map<Long, Double> oursAlone = new TreeMap<>(ours);
        Map<Long, Double> dl4jAlone = new TreeMap<>(dl4j);
        Set<Long> shared = new TreeSet<>(ours.keySet());
        shared.retainAll(dl4j.keySet());
        if (ours.size() - shared.size() >= MIN_OTHER_SEEDS) {
            oursAlone.keySet().removeAll(shared); // DL4J's seeds are dear: it keeps all of them
        } else {
            boolean toUs = true; // turn by turn
            for (long seed : shared) {
                (toUs ? dl4jAlone : oursAlone).remove(seed);
                toUs = !toUs;
            }
        }
        double statistic = Double.NaN;
        double pValue = 1;
        if (oursAlone.size() > 1 && dl4jAlone.size() > 1) {
            KolmogorovSmirnovTest.TwoResult test =
                    KolmogorovSmirnovTest.withDefaults().test(array(oursAlone), array(dl4jAlone));
            statistic = test.getStatistic();
            pValue = test.getPValue();
        }
        List<Double> differences = shared.stream()
                .map(seed -> ours.getOrDefault(seed, Double.NaN) - dl4j.getOrDefault(seed, Double.NaN))
                .toList();
        return new SeedComparison(
                setting,
                epochs,
                SeedStatistics.of(oursAlone.values()),
                SeedStatistics.of(dl4jAlone.values()),
                statistic,
                pValue,
                smallestPValue(oursAlone.size(), dl4jAlone.size()),
                1,
                pValue,
                differences.size() < 2 ? null : SeedStatistics.of(differences));
    }

    /** Of the (n + m)! / (n! m!) equally likely orders of n and m seeds, two have D = 1. */
    private static double smallestPValue(int n, int m) {
        double orders = 1;
        for (int i = 1; i <= n; i++) {
            orders *= (double) (m + i) / i;
        }
        return Math.min(1, 2 / orders);
    }

    /** Returns whether the test sees a difference, at the level of 5 % for all settings together. */
    public boolean differs() {
        return adjustedPValue < SIGNIFICANT;
    }

    /** Returns whether no difference, however large, would be seen beside so many settings. */
    boolean hasTooFewSeeds() {
        return !differs() && settings * smallestPValue >= SIGNIFICANT;
    }

    /** Returns what was compared, in words. */
    public String question() {
        return setting.side() + " and dl4j, " + setting.shape() + ", rate " + setting.rate() + ", " + setting.variant()
                + ", after " + epochs + (epochs == 1 ? " epoch" : " epochs");
    }

    /** Returns the outcome in words. */
    public String answer() {
        return independent() + " " + verdict() + (paired == null ? "" : " " + fromTheSameSeeds(paired));
    }

    private String independent() {
        if (Double.isNaN(statistic)) {
            return "Different seeds: " + ours.seeds() + " of " + setting.side() + ", " + dl4j.seeds() + " of DL4J.";
        }
        return String.format(
                Locale.ROOT,
                "From different seeds, %s averages %.4f ± %.4f over %d seeds and DL4J %.4f ± %.4f over %d;"
                        + " Kolmogorov-Smirnov: D = %.3f, p = %.2g (the smallest attainable is %.1g)%s.",
                setting.side(),
                ours.mean(),
                ours.halfWidth(),
                ours.seeds(),
                dl4j.mean(),
                dl4j.halfWidth(),
                dl4j.seeds(),
                statistic,
                pValue,
                smallestPValue,
                settings == 1
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %.2g after Holm's correction for %d settings",
                                adjustedPValue,
                                settings));
    }

    private String verdict() {
        if (hasTooFewSeeds()) {
            int enough = 2;
            while (settings * smallestPValue(enough, enough) >= SIGNIFICANT) {
                enough++;
            }
            return "So few seeds cannot show a difference at the level of 5 %, however large it is: give both sides --seeds 1.."
                    + 2 * enough + " or more.";
        }
        return differs()
                ? "The two distributions differ, at the level of 5 %."
                : "No difference of the two distributions can be seen, at the level of 5 %.";
    }

    private String fromTheSameSeeds(SeedStatistics differences) {
        return String.format(
                Locale.ROOT,
                "From the same seeds, %s minus DL4J is %.5f ± %.5f over %d seeds, with a standard deviation of %.5f.",
                setting.side(),
                differences.mean(),
                differences.halfWidth(),
                differences.seeds(),
                differences.standardDeviation());
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
