package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dl4jsuite.compare.model.Side;
import org.junit.jupiter.api.Test;

/** What is compared of a sweep, and the sentences about it; {@link SeedStatisticsTest} has the figures. */
class SeedComparisonTest {
    private static final SweepConfiguration OURS = SweepExamples.byTheBook(200);
    private static final SweepConfiguration DL4J = OURS.on(Side.DL4J);

    private static List<SeedComparison> of(List<SweepResult> results) {
        return SeedComparison.of(SweepResults.of(SweepExamples.DATA, results));
    }

    @Test
    void theLongestTrainingThatBothSidesDidIsCompared() {
        SeedComparison comparison = onlyOne(List.of(
                SweepExamples.result(OURS, 1, 0.90, 0.93, 0.99),
                SweepExamples.result(OURS, 2, 0.91, 0.94, 0.99),
                SweepExamples.result(DL4J, 1, 0.80, 0.92),
                SweepExamples.result(DL4J, 2, 0.80, 0.92, 0.95)));
        assertThat(comparison.epochs()).isEqualTo(2);
        assertThat(comparison.setting()).isEqualTo(OURS);
        assertThat(comparison.question())
                .isEqualTo("scratch-fast and dl4j, 784-200-10, rate 0.1, BOOK_RULE, after 2 epochs");
        // 0.93 - 0.92 and 0.94 - 0.92
        assertThat(Objects.requireNonNull(comparison.paired()).mean()).isEqualTo(0.015, within(1e-12));
    }

    private static SeedComparison onlyOne(List<SweepResult> results) {
        List<SeedComparison> comparisons = of(results);
        assertThat(comparisons).hasSize(1);
        return comparisons.get(0);
    }

    @Test
    void whatOneSideAloneRanIsNotCompared() {
        List<SweepResult> results = new ArrayList<>(SweepExamples.seeds(OURS, 0.95, 0.96));
        results.addAll(SweepExamples.seeds(SweepExamples.byTheBook(100).on(Side.DL4J), 0.95, 0.96));
        assertThat(of(results)).isEmpty();
    }

    @Test
    void settingsBesideEachOtherAreCorrectedFor() {
        List<SweepResult> results = new ArrayList<>();
        for (int hidden : List.of(100, 200)) {
            results.addAll(SweepExamples.seeds(SweepExamples.byTheBook(hidden), 0.95, 0.96));
            results.addAll(SweepExamples.seeds(SweepExamples.byTheBook(hidden).on(Side.DL4J), 0.95, 0.96));
        }
        assertThat(of(results)).hasSize(2).allMatch(comparison -> comparison.settings() == 2);
    }

    /**
     * Seeds 1 and 3 are ours then, 2 and 4 DL4J's: 0.96, 0.97 and 0.96, 0.99. One of their distribution functions is at 1/2
     * between 0.97 and 0.99 where the other is at 1, and all six orders have at least that distance.
     */
    @Test
    void theAnswerIsInWords() {
        List<SweepResult> results = new ArrayList<>(SweepExamples.seeds(OURS, 0.96, 0.96, 0.97, 0.98));
        results.addAll(SweepExamples.seeds(DL4J, 0.94, 0.96, 0.97, 0.99));
        SeedComparison comparison = onlyOne(results);
        assertThat(comparison.question())
                .isEqualTo("scratch-fast and dl4j, 784-200-10, rate 0.1, BOOK_RULE, after 1 epoch");
        // t of 1 degree of freedom is 12.706, of 3 degrees 3.1824; the differences 0.02, 0, 0, -0.01 have a variance of
        // 475e-6 / 3
        assertThat(comparison.answer())
                .isEqualTo("From different seeds, scratch-fast averages 0.9650 ± 0.0635 over 2 seeds and DL4J 0.9750 ±"
                        + " 0.1906 over 2; Kolmogorov-Smirnov: D = 0.500, p = 1.0 (the smallest attainable is 0.3). So"
                        + " few seeds cannot show a difference at the level of 5 %, however large it is: give both"
                        + " sides --seeds 1..8 or more. From the same seeds, scratch-fast minus DL4J is 0.00250 ±"
                        + " 0.02002 over 4 seeds, with a standard deviation of 0.01258.");
    }

    @Test
    void threeOtherSeedsAreEnoughToLeaveDl4jItsOwn() {
        SeedComparison three = SeedComparison.of(OURS, 1, equal(7), equal(4));
        assertThat(three.ours().seeds()).isEqualTo(3);
        assertThat(three.dl4j().seeds()).isEqualTo(4);
        SeedComparison two = SeedComparison.of(OURS, 1, equal(6), equal(4)); // of the four shared ones each gets two
        assertThat(two.ours().seeds()).isEqualTo(4);
        assertThat(two.dl4j().seeds()).isEqualTo(2);
    }

    @Test
    void aSingleSeedOnOneSideIsNoDistribution() {
        assertThat(SeedComparison.of(OURS, 1, Map.of(11L, 0.95), equal(5)).statistic())
                .isNaN();
        assertThat(SeedComparison.of(OURS, 1, equal(5), Map.of(11L, 0.95)).statistic())
                .isNaN();
    }

    private static Map<Long, Double> equal(int seeds) {
        Map<Long, Double> accuracies = new TreeMap<>();
        for (long seed = 1; seed <= seeds; seed++) {
            accuracies.put(seed, 0.95);
        }
        return accuracies;
    }

    /** A p-value of exactly 5 % is no significant one. */
    @Test
    void theLevelItselfIsNotBelowTheLevel() {
        assertThat(withPValue(0.05).differs()).isFalse();
        assertThat(withPValue(Math.nextDown(0.05)).differs()).isTrue();
        assertThat(withPValue(0.05).hasTooFewSeeds()).isTrue(); // 0.05 is the least that these seeds can give
    }

    private static SeedComparison withPValue(double pValue) {
        SeedStatistics none = new SeedStatistics(5, 0.9, 0.01, 0.01);
        return new SeedComparison(OURS, 1, none, none, 0.5, pValue, 0.05, 1, pValue, null);
    }

    @Test
    void aRowIsThereForEachEpochThatAllSeedsReached() {
        List<SweepRow> rows = SweepRow.of(SweepResults.of(
                SweepExamples.DATA,
                List.of(SweepExamples.result(OURS, 1, 0.90, 0.92, 0.99), SweepExamples.result(OURS, 2, 0.94, 0.95))));
        assertThat(rows).extracting(SweepRow::epochs).containsExactly(1, 2);
        assertThat(rows).extracting(row -> row.accuracy().percent()).containsExactly("92.00 ± 25.41", "93.50 ± 19.06");
        assertThat(SeedStatistics.of(List.of(0.9735)).percent()).isEqualTo("97.35");
    }
}
