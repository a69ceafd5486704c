package org.dl4jsuite.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.parity.ParityCases;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FastModelTest {
    @ParameterizedTest
    @EnumSource(Reduction.class)
    void aStepFollowsTheReductionOfTheBatch(Reduction reduction) {
        NetworkSpec spec = NetworkSpec.of(4, 5, 3).withReduction(reduction).withRate(0.5);
        ParityCase batch = ParityCases.random(spec, 6, new NumpyRandomState(1));
        try (Learner scratch = new ScratchModel(spec);
                Learner fast = new FastModel(spec)) {
            scratch.setParameters(batch.parameters());
            fast.setParameters(batch.parameters());
            double loss = scratch.train(batch.inputs(), batch.targets());
            assertThat(Math.abs(fast.train(batch.inputs(), batch.targets()) - loss))
                    .isLessThan(1e-5);
            assertThat(Differences.largest(scratch.parameters(), batch.parameters()))
                    .isGreaterThan(0.01);
            assertThat(Differences.largest(scratch.parameters(), fast.parameters()))
                    .isLessThan(1e-6);
        }
    }

    @Test
    void trainingByTheSumOverABatchIsRefused() {
        NetworkSpec spec = NetworkSpec.digits(5, 0.1, Variant.TRUE_GRADIENT).withReduction(Reduction.SUM);
        TrainingPlan plan = new TrainingPlan(1, 4, OptionalLong.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FastTraining(Mnist.load().first(8, 8), plan, spec))
                .withMessageContaining("SUM with a batch of 4");
    }
}
