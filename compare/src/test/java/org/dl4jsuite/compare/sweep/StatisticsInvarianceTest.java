package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

/** What statistics must not depend on: the order of the figures, their origin and unit, and which side is called first. */
class StatisticsInvarianceTest {
    private static final int ROUNDS = 100;
    private static final SweepConfiguration SETTING = new SweepConfiguration(
            Side.SCRATCH_FAST, Variant.TRUE_GRADIENT, InitialWeights.INCOMING_LINKS, 0, 200, 0.1, 0, 0);

    /** A hundred roundings of figures of size 1. */
    private static final double ROUNDING = 100 * 0x1p-53;

    @Test
    void statisticsFollowAShiftAndAScaleAndNoOrder() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            List<Double> figures = figures(2 + random.nextInt(20), random);
            SeedStatistics of = SeedStatistics.of(figures);
            List<Double> shuffled = new ArrayList<>(figures);
            Collections.shuffle(shuffled, random);
            assertSame(SeedStatistics.of(shuffled), of, value -> value, value -> value);
            assertSame(SeedStatistics.of(mapped(figures, value -> value + 3)), of, value -> value + 3, value -> value);
            // a power of two changes exponents only
            SeedStatistics scaled = SeedStatistics.of(mapped(figures, value -> 4 * value));
            assertThat(scaled)
                    .isEqualTo(new SeedStatistics(
                            of.seeds(), 4 * of.mean(), 4 * of.standardDeviation(), 4 * of.halfWidth()));
            SeedStatistics other = SeedStatistics.of(figures(2 + random.nextInt(5), random));
            assertThat(of.halfWidthOfDifference(other))
                    .isEqualTo(other.halfWidthOfDifference(of), within(ROUNDING))
                    .isGreaterThan(0);
        }
    }

    private static void assertSame(
            SeedStatistics changed, SeedStatistics of, DoubleUnaryOperator mean, DoubleUnaryOperator spread) {
        assertThat(changed.seeds()).isEqualTo(of.seeds());
        assertThat(changed.mean()).isEqualTo(mean.applyAsDouble(of.mean()), within(ROUNDING));
        assertThat(changed.standardDeviation())
                .isEqualTo(spread.applyAsDouble(of.standardDeviation()), within(ROUNDING));
        assertThat(changed.halfWidth()).isEqualTo(spread.applyAsDouble(of.halfWidth()), within(20 * ROUNDING));
    }

    @Test
    void theComparisonIsThatOfRanksAndTheSameFromBothSides() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Map<Long, Double> ours = accuracies(1, 3 + random.nextInt(8), random);
            Map<Long, Double> dl4j = accuracies(101, 2 + random.nextInt(8), random);
            SeedComparison comparison = SeedComparison.of(SETTING, 1, ours, dl4j);
            assertThat(comparison.statistic()).isBetween(0.0, 1.0);
            assertThat(comparison.pValue()).isBetween(comparison.smallestPValue() * (1 - 1e-9), 1.0);
            SeedComparison swapped = SeedComparison.of(SETTING, 1, dl4j, ours);
            assertThat(swapped.statistic()).isEqualTo(comparison.statistic(), within(ROUNDING));
            assertThat(swapped.pValue()).isEqualTo(comparison.pValue(), within(1e-9));
            assertThat(swapped.smallestPValue()).isEqualTo(comparison.smallestPValue(), within(ROUNDING));
            SeedComparison scaled = SeedComparison.of(SETTING, 1, scaled(ours), scaled(dl4j));
            assertThat(scaled.statistic()).isEqualTo(comparison.statistic());
            assertThat(scaled.pValue()).isEqualTo(comparison.pValue());
        }
    }

    /** Never below the p-value nor above 1, rising with it, and the same for every order of the settings. */
    @Test
    void holmsCorrectionKeepsTheOrderOfThePValues() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            List<SeedComparison> comparisons = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                comparisons.add(withPValue(i, random.nextInt(4) == 0 ? 0.01 : Math.pow(random.nextDouble(), 4)));
            }
            int settings = comparisons.size();
            List<SeedComparison> adjusted = SeedComparison.holm(comparisons);
            for (int i = 0; i < settings; i++) {
                SeedComparison each = adjusted.get(i);
                assertThat(each.pValue()).isEqualTo(comparisons.get(i).pValue());
                assertThat(each.epochs()).isEqualTo(comparisons.get(i).epochs());
                assertThat(each.settings()).isEqualTo(settings);
                assertThat(each.adjustedPValue()).isBetween(each.pValue(), Math.min(1, settings * each.pValue()));
            }
            List<SeedComparison> sorted = new ArrayList<>(adjusted);
            sorted.sort(Comparator.comparingDouble(SeedComparison::pValue));
            assertThat(sorted.stream().map(SeedComparison::adjustedPValue)).isSorted();
            assertThat(sorted.get(0).adjustedPValue())
                    .isEqualTo(Math.min(1, settings * sorted.get(0).pValue()));
            // by the definition: the largest of (n - rank) p over this rank and those before it
            double largest = 0;
            for (int rank = 0; rank < settings; rank++) {
                largest = Math.max(largest, (settings - rank) * sorted.get(rank).pValue());
                assertThat(sorted.get(rank).adjustedPValue()).isEqualTo(Math.min(1, largest));
            }
            List<SeedComparison> shuffled = new ArrayList<>(comparisons);
            Collections.shuffle(shuffled, random);
            assertThat(SeedComparison.holm(shuffled)).containsExactlyInAnyOrderElementsOf(adjusted);
        }
    }

    private static SeedComparison withPValue(int epochs, double pValue) {
        SeedStatistics none = new SeedStatistics(5, 0.9, 0.01, 0.01);
        return new SeedComparison(SETTING, epochs, none, none, 0.5, pValue, 1e-9, 1, pValue, null);
    }

    private static List<Double> figures(int n, Random random) {
        return random.doubles(n).boxed().toList();
    }

    private static List<Double> mapped(List<Double> figures, DoubleUnaryOperator change) {
        return figures.stream().map(figure -> change.applyAsDouble(figure)).toList();
    }

    /** With ties: there are ten accuracies only. */
    private static Map<Long, Double> accuracies(long from, int seeds, Random random) {
        Map<Long, Double> accuracies = new TreeMap<>();
        for (long seed = from; seed < from + seeds; seed++) {
            accuracies.put(seed, 0.9 + random.nextInt(10) / 100.0);
        }
        return accuracies;
    }

    private static Map<Long, Double> scaled(Map<Long, Double> accuracies) {
        Map<Long, Double> scaled = new TreeMap<>();
        accuracies.forEach((seed, accuracy) -> scaled.put(seed, accuracy / 2));
        return scaled;
    }
}
