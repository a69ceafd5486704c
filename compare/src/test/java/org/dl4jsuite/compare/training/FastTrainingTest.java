package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast network against the reference on real digits. */
class FastTrainingTest {
    private static final Split SPLIT = Mnist.load().first(2000, 500);

    @ParameterizedTest
    @CsvSource({"TRUE_GRADIENT, 1", "BOOK_RULE, 1", "TRUE_GRADIENT, 16", "BOOK_RULE, 16"})
    void itTakesTheWayOfTheReferenceUpToTheRoundingOfFloats(Variant variant, int batch) {
        NetworkSpec spec =
                NetworkSpec.digits(50, 0.2, variant).withReduction(batch == 1 ? Reduction.SUM : Reduction.MEAN);
        TrainingPlan plan = new TrainingPlan(2, batch, OptionalLong.of(5));
        double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        NetworkSpec floatSpec = spec.withPrecision(Precision.FLOAT);
        List<EpochAccuracy> accuracy = new ArrayList<>();
        InputChecksum none = InputChecksum.none();
        double[] scratch =
                new Training(SPLIT, plan, spec, accuracy::add, Progress.silent(), none).run(Side.SCRATCH, weights);
        double[] fast = new Training(SPLIT, plan, floatSpec, accuracy::add, Progress.silent(), none)
                .run(Side.SCRATCH_FAST, weights);

        // as in Tolerance.ofWeights: four deviations of a random walk of one rounding per step, of weights below 4
        double steps = 2.0 * SPLIT.train().size() / batch;
        double bound = 4 * Precision.FLOAT.unitRoundoff() * Math.sqrt(steps) * 4;
        assertThat(Differences.largest(scratch, fast)).isLessThan(bound);
        for (int epoch = 0; epoch < 2; epoch++) {
            EpochAccuracy expected = accuracy.get(epoch);
            EpochAccuracy actual = accuracy.get(2 + epoch);
            double loss = expected.trainingLoss();
            assertThat(actual.trainingLoss()).isEqualTo(loss, within(1e-5 * loss));
            assertThat(actual.testAccuracy()).isEqualTo(expected.testAccuracy(), within(0.004));
        }
    }
}
