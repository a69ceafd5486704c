package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

class SeedStatisticsTest {
    private static final SweepConfiguration SETTING = new SweepConfiguration(
            Side.SCRATCH_FAST, Variant.TRUE_GRADIENT, InitialWeights.INCOMING_LINKS, 0, 200, 0.1, 0, 0);

    @Test
    void meanDeviationAndIntervalByHand() {
        // 1, 2, 3, 4, 5: mean 3, squares 4 + 1 + 0 + 1 + 4 = 10, over 4 is 2.5; t of 4 degrees of freedom is 2.776445
        SeedStatistics statistics = SeedStatistics.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertThat(statistics.seeds()).isEqualTo(5);
        assertThat(statistics.mean()).isEqualTo(3);
        assertThat(statistics.standardDeviation()).isEqualTo(Math.sqrt(2.5), within(1e-15));
        assertThat(statistics.halfWidth()).isEqualTo(2.776445 * Math.sqrt(2.5 / 5), within(1e-6));
        assertThat(statistics.low()).isEqualTo(3 - 1.963243, within(1e-6));
        assertThat(statistics.high()).isEqualTo(3 + 1.963243, within(1e-6));
    }

    @Test
    void oneSeedHasNoSpread() {
        SeedStatistics statistics = SeedStatistics.of(List.of(0.97));
        assertThat(statistics.mean()).isEqualTo(0.97);
        assertThat(statistics.standardDeviation()).isNaN();
        assertThat(statistics.halfWidth()).isNaN();
    }

    @Test
    void distributionsFarApartDifferAndEqualOnesDoNot() {
        Map<Long, Double> dl4j = accuracies(1, 5, 0.90);
        SeedComparison apart = SeedComparison.of(SETTING, 1, accuracies(11, 15, 0.95), dl4j);
        // no overlap: D = 1, and of the C(10, 5) = 252 orders 2 are as extreme
        assertThat(apart.statistic()).isEqualTo(1);
        assertThat(apart.pValue()).isEqualTo(2.0 / 252, within(1e-12));
        assertThat(apart.differs()).isTrue();
        assertThat(apart.paired()).isNull();
        assertThat(apart.answer()).contains("over 5 seeds", "over 5;", "The two distributions differ");

        SeedComparison same = SeedComparison.of(SETTING, 1, accuracies(11, 15, 0.90), dl4j);
        assertThat(same.differs()).isFalse();
        assertThat(same.answer()).contains("No difference");
    }

    @Test
    void dl4jKeepsItsSeedsIfThereAreOthersAndSharesThemTurnByTurnIfNot() {
        Map<Long, Double> dl4j = accuracies(1, 8, 0.90);
        SeedComparison others = SeedComparison.of(SETTING, 1, accuracies(1, 20, 0.90), dl4j);
        assertThat(others.dl4j().seeds()).isEqualTo(8);
        assertThat(others.ours().seeds()).isEqualTo(12);
        SeedComparison shared = SeedComparison.of(SETTING, 1, accuracies(1, 8, 0.91), dl4j);
        assertThat(shared.dl4j().seeds()).isEqualTo(4);
        assertThat(shared.ours().seeds()).isEqualTo(4);
        SeedStatistics paired = Objects.requireNonNull(shared.paired());
        assertThat(paired.seeds()).isEqualTo(8);
        assertThat(paired.mean()).isEqualTo(0.01, within(1e-12));
    }

    @Test
    void tooFewSeedsAskForMore() {
        // 3 against 3 have 20 orders, and 2 of them are as extreme as can be
        SeedComparison three = SeedComparison.of(SETTING, 1, accuracies(11, 13, 0.95), accuracies(1, 3, 0.90));
        assertThat(three.statistic()).isEqualTo(1);
        assertThat(three.pValue()).isEqualTo(0.1, within(1e-12)).isEqualTo(three.smallestPValue(), within(1e-12));
        assertThat(three.differs()).isFalse();
        assertThat(three.answer())
                .contains(
                        "p = 0.10 (the smallest attainable is 0.1)", "So few seeds cannot show", "--seeds 1..8 or more")
                .doesNotContain("No difference");
        // 4 against 4 have 70
        SeedComparison four = SeedComparison.of(SETTING, 1, accuracies(1, 8, 0.95), accuracies(1, 8, 0.90));
        assertThat(four.smallestPValue()).isEqualTo(2.0 / 70, within(1e-12));
        assertThat(four.answer()).contains("The two distributions differ");
        for (int seeds = 1; seeds <= 3; seeds++) { // two at most a side
            SeedComparison shared = SeedComparison.of(SETTING, 1, accuracies(1, seeds, 0.9), accuracies(1, seeds, 0.9));
            assertThat(shared.statistic()).isNaN();
            assertThat(shared.answer())
                    .startsWith("Different seeds: " + (seeds + 1) / 2 + " of scratch-fast, " + seeds / 2
                            + " of DL4J. So few")
                    .doesNotContain("NaN ± NaN over");
        }
    }

    @Test
    void severalSettingsAreCorrectedForByHolm() {
        Map<Long, Double> dl4j = accuracies(1, 5, 0.90);
        SeedComparison apart = SeedComparison.of(SETTING, 1, accuracies(11, 15, 0.95), dl4j); // p = 2 / 252
        SeedComparison same = SeedComparison.of(SETTING, 1, accuracies(11, 15, 0.90), dl4j); // p = 1
        List<SeedComparison> all = SeedComparison.holm(List.of(same, apart, apart));
        assertThat(all.stream().map(SeedComparison::pValue)).containsExactly(1.0, apart.pValue(), apart.pValue());
        assertThat(all.get(0).adjustedPValue()).isEqualTo(1);
        assertThat(all.get(1).adjustedPValue()).isEqualTo(3 * 2.0 / 252, within(1e-12));
        assertThat(all.get(2).adjustedPValue()).isEqualTo(3 * 2.0 / 252, within(1e-12)); // not below the one before it
        assertThat(all.get(1).answer())
                .contains("p = 0.0079", "0.024 after Holm's correction for 3 settings", "differ");
        // beside six others, 2 / 252 is nothing any more, and nothing smaller can be had from five seeds
        SeedComparison oneOfSeven =
                SeedComparison.holm(Collections.nCopies(7, apart)).get(0);
        assertThat(oneOfSeven.differs()).isFalse();
        assertThat(oneOfSeven.answer()).contains("So few seeds", "--seeds 1..12 or more"); // 7 * 2 / 924
        assertThat(SeedComparison.holm(List.of())).isEmpty();
    }

    @Test
    void theMeanOfSeveralPrintedRunsHasItsOwnStandardError() {
        SeedStatistics ours = SeedStatistics.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)); // variance 2.5
        // one printed run varies as a seed does: t of 4 degrees of freedom times sqrt(2.5 (1 + 1/5))
        assertThat(ours.halfWidthOfDifference(SeedStatistics.of(List.of(9.0))))
                .isEqualTo(2.776445 * Math.sqrt(3), within(1e-5));
        // 7, 9, 11: variance 4. 2.5/5 + 4/3 = 1.8333; 3.5328 degrees of freedom
        assertThat(ours.halfWidthOfDifference(SeedStatistics.of(List.of(7.0, 9.0, 11.0))))
                .isEqualTo(Math.sqrt(0.5 + 4.0 / 3) * 2.927405, within(1e-5));
        assertThat(SeedStatistics.of(List.of(1.0)).halfWidthOfDifference(ours)).isNaN();
    }

    private static Map<Long, Double> accuracies(long from, long to, double base) {
        Map<Long, Double> accuracies = new TreeMap<>();
        for (long seed = from; seed <= to; seed++) {
            accuracies.put(seed, base + 0.0001 * (seed % 5));
        }
        return accuracies;
    }
}
