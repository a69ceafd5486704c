package org.dl4jsuite.compare.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.Trajectory;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTest {
    private static final Split SPLIT = Mnist.load().first(1000, 300);

    @ParameterizedTest
    @CsvSource({"TRUE_GRADIENT, 1", "BOOK_RULE, 1", "TRUE_GRADIENT, 7", "BOOK_RULE, 7"})
    void bothSidesTakeTheSameWayOnRealDigits(Variant variant, int batch) {
        NetworkSpec spec =
                NetworkSpec.digits(30, 0.2, variant).withReduction(batch == 1 ? Reduction.SUM : Reduction.MEAN);
        TrainingPlan plan = new TrainingPlan(2, batch, OptionalLong.of(3));
        try (Model scratch = new ScratchModel(spec);
                Model dl4j = Dl4jModel.of(spec)) {
            double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
            scratch.setParameters(weights);
            dl4j.setParameters(weights);
            Training training = new Training(
                    SPLIT,
                    plan,
                    spec.reduction(),
                    List.of(
                            new Contestant("scratch", Precision.DOUBLE, scratch),
                            new Contestant("dl4j", Precision.DOUBLE, dl4j)));
            Trajectory trajectory = new Trajectory(spec, scratch, dl4j);
            List<EpochAccuracy> accuracy = new ArrayList<>();
            training.run(trajectory::afterStep, accuracy::add, Progress.silent());
            trajectory.note();

            assertThat(trajectory.points()).allMatch(TrajectoryPoint::agrees);
            int steps = 2 * ((1000 + batch - 1) / batch);
            assertThat(trajectory.points().get(trajectory.points().size() - 1).step())
                    .isEqualTo(steps);
            assertThat(accuracy).hasSize(4);
            for (int epoch = 0; epoch < 2; epoch++) {
                EpochAccuracy ofScratch = accuracy.get(2 * epoch);
                EpochAccuracy ofDl4j = accuracy.get(2 * epoch + 1);
                assertThat(ofScratch.epoch()).isEqualTo(epoch + 1);
                assertThat(ofDl4j.testAccuracy()).isEqualTo(ofScratch.testAccuracy());
                assertThat(ofDl4j.trainingLoss() / ofScratch.trainingLoss())
                        .isEqualTo(1, org.assertj.core.api.Assertions.within(1e-12));
            }
            assertThat(accuracy.get(2).trainingLoss())
                    .isLessThan(accuracy.get(0).trainingLoss());
        }
    }

    @Test
    void everyStepOfEveryEpochCanBeHadAgain() {
        TrainingPlan plan = new TrainingPlan(2, 300, OptionalLong.of(8));
        Training training = new Training(SPLIT, plan, Reduction.MEAN, List.of());
        Split second = SPLIT.shuffledTraining(9); // seed 8 + the epoch before it
        Batch lastOfSecondEpoch = training.batch(7);
        assertThat(lastOfSecondEpoch.size()).isEqualTo(100);
        assertThat(lastOfSecondEpoch.inputs()).isDeepEqualTo(second.train().inputs(900, 1000));
        assertThat(lastOfSecondEpoch.targets()).isDeepEqualTo(second.train().targets(900, 1000));
        assertThat(Arrays.deepEquals(
                        training.batch(0).inputs(), training.batch(4).inputs()))
                .isFalse();
    }

    @Test
    void withoutAShuffleSeedTheOrderIsTheDataSets() {
        TrainingPlan plan = new TrainingPlan(2, 1, OptionalLong.empty());
        assertThat(plan.order(SPLIT, 2)).isSameAs(SPLIT.train());
        assertThat(plan.samples(SPLIT)).isEqualTo(2000);
    }
}
