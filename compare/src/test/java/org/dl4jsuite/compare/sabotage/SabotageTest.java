package org.dl4jsuite.compare.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.compare.parity.ParityRun;
import org.dl4jsuite.compare.sabotage.SabotageResult.Check;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every mistake on purpose is caught and named; without a mistake nothing is. */
class SabotageTest {
    @Test
    @Tag("long")
    void allMistakesAreCaughtAndNamed() {
        List<SabotageResult> results = SabotageRun.all(Mnist.load());
        assertThat(results).hasSizeGreaterThanOrEqualTo(20).allMatch(SabotageResult::isCaught);
        for (Mistake mistake : Mistake.values()) {
            SabotageResult result = of(results, mistake);
            if (mistake.isInCatalogue()) {
                assertThat(result.diagnosis()).as(result.mistake()).contains(result.mistake());
            } else {
                assertThat(result.diagnosis()).as(result.mistake()).isEmpty();
            }
            assertThat(result.says()).as(result.mistake()).startsWith("5-4-4, 3 rows, bias, ");
            // guessing has 0.1
            assertThat(result.accuracyWithout()).as(result.mistake()).isGreaterThan(0.6);
        }
        assertThat(of(results, Mistake.SOFTMAX_OUTPUT).caughtBy()).isEqualTo(Check.OUTPUTS);
        assertThat(of(results, Mistake.HALF_MISSING).caughtBy()).isEqualTo(Check.LOSS);
        assertThat(of(results, Mistake.HIDDEN_SLOPE_MISSING).caughtBy()).isEqualTo(Check.GRADIENT);
        assertThat(of(results, Mistake.WEIGHT_DECAY).caughtBy()).isEqualTo(Check.WEIGHTS);
        // many a wrong network still learns
        assertThat(results.stream()
                        .filter(r -> r.accuracy() > r.accuracyWithout() - 0.02)
                        .count())
                .isGreaterThanOrEqualTo(5);
    }

    /** The network that the mistakes are made in is right but for them: with a mistake that the case cannot show, it agrees. */
    @Test
    void theNetworkIsRightButForItsMistake() {
        ParityCase oneRow =
                ParityCases.random(NetworkSpec.of(5, 4, 4).withBias(true).withRate(0.3), 1, new NumpyRandomState(1));
        try (Model network = new SabotagedNetwork(oneRow.spec(), Mistake.ROWS_SHUFFLED);
                Model dl4j = Dl4jModel.of(oneRow.spec())) {
            assertThat(ParityRun.run(oneRow, network, dl4j, 500, Progress.silent())
                            .disagreements())
                    .isEmpty();
        }
    }

    private static SabotageResult of(List<SabotageResult> results, Mistake mistake) {
        return results.stream()
                .filter(result -> result.mistake().equals(mistake.id()))
                .findFirst()
                .orElseThrow();
    }
}
