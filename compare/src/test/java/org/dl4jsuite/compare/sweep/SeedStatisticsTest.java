package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

class SeedStatisticsTest {
    private static final SweepSetting SETTING =
            new SweepSetting(Side.SCRATCH_FAST, Variant.TRUE_GRADIENT, InitialWeights.INCOMING_LINKS, 0, 200, 0.1);

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
        SeedComparison apart = Objects.requireNonNull(SeedComparison.of(SETTING, 1, accuracies(11, 15, 0.95), dl4j));
        // no overlap: D = 1, and of the C(10, 5) = 252 orders 2 are as extreme
        assertThat(apart.statistic()).isEqualTo(1);
        assertThat(apart.pValue()).isEqualTo(2.0 / 252, within(1e-12));
        assertThat(apart.differs()).isTrue();
        assertThat(apart.paired()).isNull();
        assertThat(apart.answer()).contains("over 5 seeds", "over 5;", "The two distributions differ");

        SeedComparison same = Objects.requireNonNull(SeedComparison.of(SETTING, 1, accuracies(11, 15, 0.90), dl4j));
        assertThat(same.differs()).isFalse();
        assertThat(same.answer()).contains("No difference");
    }

    @Test
    void dl4jKeepsItsSeedsIfThereAreOthersAndSharesThemTurnByTurnIfNot() {
        Map<Long, Double> dl4j = accuracies(1, 8, 0.90);
        SeedComparison others = Objects.requireNonNull(SeedComparison.of(SETTING, 1, accuracies(1, 20, 0.90), dl4j));
        assertThat(others.dl4j().seeds()).isEqualTo(8);
        assertThat(others.ours().seeds()).isEqualTo(12);
        SeedComparison shared = Objects.requireNonNull(SeedComparison.of(SETTING, 1, accuracies(1, 8, 0.91), dl4j));
        assertThat(shared.dl4j().seeds()).isEqualTo(4);
        assertThat(shared.ours().seeds()).isEqualTo(4);
        SeedStatistics paired = Objects.requireNonNull(shared.paired());
        assertThat(paired.seeds()).isEqualTo(8);
        assertThat(paired.mean()).isEqualTo(0.01, within(1e-12));
        assertThat(SeedComparison.of(SETTING, 1, accuracies(1, 5, 0.9), accuracies(1, 5, 0.9)))
                .isNull(); // two seeds a side tell nothing
    }

    private static Map<Long, Double> accuracies(long from, long to, double base) {
        Map<Long, Double> accuracies = new TreeMap<>();
        for (long seed = from; seed <= to; seed++) {
            accuracies.put(seed, base + 0.0001 * (seed % 5));
        }
        return accuracies;
    }
}
