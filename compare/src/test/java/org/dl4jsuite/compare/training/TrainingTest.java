package org.dl4jsuite.compare.training;

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
import org.dl4jsuite.compare.model.Side;
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
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class TrainingTest {
    private static final Split SPLIT = Mnist.load().first(1000, 300);

    @ParameterizedTest
    @CsvSource({"TRUE_GRADIENT, 1", "BOOK_RULE, 1", "TRUE_GRADIENT, 7", "BOOK_RULE, 7"})
    void bothSidesTakeTheSameWayOnRealDigits(Variant variant, int batch) {
        NetworkSpec spec =
                NetworkSpec.digits(30, 0.2, variant).withReduction(batch == 1 ? Reduction.SUM : Reduction.MEAN);
        TrainingPlan plan = new TrainingPlan(2, batch, OptionalLong.of(3));
        Split split = SPLIT.first(400, 200);
        try (ScratchModel scratch = new ScratchModel(spec);
                Dl4jModel dl4j = Dl4jModel.of(spec)) {
            double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
            scratch.setParameters(weights);
            dl4j.setParameters(weights);
            InputChecksum seenByScratch = new InputChecksum();
            InputChecksum seenByDl4j = new InputChecksum();
            Lockstep training = new Lockstep(split, plan, spec, scratch, dl4j, seenByScratch, seenByDl4j);
            Trajectory trajectory = new Trajectory(spec, scratch, dl4j);
            List<EpochAccuracy> accuracy = new ArrayList<>();
            training.run(trajectory, accuracy::add, Progress.silent());
            trajectory.note();

            assertThat(seenByDl4j.sums()).isEqualTo(seenByScratch.sums());
            assertThat(trajectory.points()).allMatch(TrajectoryPoint::agrees);
            int steps = 2 * ((400 + batch - 1) / batch);
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

    /** So that a report may have parity, whose gradient check wants DOUBLE for all, beside the training. */
    @ParameterizedTest
    @CsvSource({"TRUE_GRADIENT, FLOAT", "BOOK_RULE, FLOAT", "TRUE_GRADIENT, DOUBLE"})
    void nd4jsDefaultTypeChangesNoBit(Variant variant, Precision precision) {
        Split split = SPLIT.first(100, 50);
        NetworkSpec spec = NetworkSpec.digits(20, 0.2, variant).withPrecision(precision);
        TrainingPlan plan = new TrainingPlan(1, 1, OptionalLong.of(3));
        double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        DataType before = Nd4j.dataType();
        List<double[]> trained = new ArrayList<>();
        try {
            for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
                Nd4j.setDefaultDataTypes(type, type);
                trained.add(new Training(split, plan, spec, epoch -> {}, Progress.silent(), InputChecksum.none())
                        .run(Side.DL4J, weights));
            }
        } finally {
            Nd4j.setDefaultDataTypes(before, before);
        }
        assertThat(trained.get(1)).containsExactly(trained.get(0));
    }

    /** Alone, each side ends where it does in lockstep, and gets the numbers that it gets there; rounded, all get the same. */
    @ParameterizedTest
    @CsvSource({"TRUE_GRADIENT, 1", "BOOK_RULE, 1", "TRUE_GRADIENT, 7"})
    void aloneEachSideTrainsAsInLockstep(Variant variant, int batch) {
        Split split = SPLIT.first(200, 100);
        NetworkSpec spec =
                NetworkSpec.digits(20, 0.2, variant).withReduction(batch == 1 ? Reduction.SUM : Reduction.MEAN);
        TrainingPlan plan = new TrainingPlan(2, batch, OptionalLong.of(3));
        double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        try (ScratchModel scratch = new ScratchModel(spec);
                Dl4jModel dl4j = Dl4jModel.of(spec)) {
            scratch.setParameters(weights);
            dl4j.setParameters(weights);
            InputChecksum seenByScratch = new InputChecksum();
            Lockstep lockstep = new Lockstep(split, plan, spec, scratch, dl4j, seenByScratch, new InputChecksum());
            List<EpochAccuracy> together = new ArrayList<>();
            lockstep.run(new Trajectory(spec, scratch, dl4j), together::add, Progress.silent());
            for (Side side : Side.values()) {
                InputChecksum checksum = new InputChecksum();
                List<EpochAccuracy> alone = new ArrayList<>();
                NetworkSpec own = side == Side.SCRATCH_FAST ? spec.withPrecision(Precision.FLOAT) : spec;
                double[] trained =
                        new Training(split, plan, own, alone::add, Progress.silent(), checksum).run(side, weights);
                assertThat(checksum.sums().floats())
                        .isEqualTo(seenByScratch.sums().floats());
                if (side != Side.SCRATCH_FAST) {
                    Model model = side == Side.SCRATCH ? scratch : dl4j;
                    assertThat(trained).containsExactly(model.parameters());
                    assertThat(checksum.sums()).isEqualTo(seenByScratch.sums());
                    assertThat(alone)
                            .containsExactlyElementsOf(together.stream()
                                    .filter(epoch -> epoch.network().equals(side.label()))
                                    .toList());
                }
            }
        }
    }

    @Test
    void everyStepOfEveryEpochCanBeHadAgain() {
        TrainingPlan plan = new TrainingPlan(2, 300, OptionalLong.of(8));
        NetworkSpec spec = NetworkSpec.digits(1, 0.1, Variant.TRUE_GRADIENT);
        Lockstep training = new Lockstep(
                SPLIT,
                plan,
                spec,
                new ScratchModel(spec),
                Dl4jModel.of(spec),
                InputChecksum.none(),
                InputChecksum.none());
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
