package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same training on each side, DL4J's among them. */
class SweepSidesTest {
    private static final Split SPLIT = Mnist.load().first(300, 100);

    @ParameterizedTest
    @EnumSource(Side.class)
    void everySideRunsTheSameExperiment(Side side) {
        SweepConfiguration configuration =
                new SweepConfiguration(side, Variant.BOOK_RULE, InitialWeights.OWN_NODES, 10, 10, 0.2, 2, 7);
        SweepResult result = new SweepRun(SPLIT).run(configuration);
        SweepResult reference = new SweepRun(SPLIT)
                .run(new SweepConfiguration(
                        Side.SCRATCH, Variant.BOOK_RULE, InitialWeights.OWN_NODES, 10, 10, 0.2, 2, 7));
        for (int epoch = 1; epoch <= 2; epoch++) {
            double loss = reference.loss().get(epoch - 1);
            assertThat(result.loss().get(epoch - 1)).isCloseTo(loss, within(1e-5 * loss));
        }
        assertThat(result.accuracyAfter(2)).isGreaterThan(0.5);
        assertThat(result.origin().backend().equals("none")).isEqualTo(side != Side.DL4J);
    }
}
