package org.dl4jsuite.compare.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A little network on real digits, with parts taken away. */
class DamagedNetworkTest {
    private static final int HIDDEN = 20;
    private static final Split SPLIT = Mnist.load().first(3000, 300);
    private static final LabelledImages TEST = SPLIT.test();
    private static final NetworkSpec SPEC =
            NetworkSpec.digits(HIDDEN, 0.2, Variant.TRUE_GRADIENT).withReduction(Reduction.SUM);
    private static final double[] TRAINED = train();

    private static double[] train() {
        double[] initial = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(SPEC), new NumpyRandomState(1));
        return new FastTraining(
                        SPLIT, new TrainingPlan(2, 1, OptionalLong.empty()), SPEC.withPrecision(Precision.FLOAT))
                .run(initial, epoch -> {}, Progress.silent(), InputChecksum.none());
    }

    @ParameterizedTest
    @EnumSource(
            value = Side.class,
            names = {"SCRATCH", "DL4J"})
    void aNodeWithoutOutgoingWeightsIsANodeLess(Side side) {
        NetworkSpec smaller = NetworkSpec.digits(HIDDEN - 1, 0.2, Variant.TRUE_GRADIENT);
        double[][] x = TEST.inputs(0, TEST.size());
        try (Learner zeroed = side.build(SPEC);
                Learner without = side.build(smaller);
                DamagedNetwork network = new DamagedNetwork(side, SPEC, TRAINED, TEST)) {
            double[] lost = network.accuracyLost();
            for (int node = 0; node < HIDDEN; node++) {
                double[] zeros = TRAINED.clone();
                List<Double> left = new ArrayList<>();
                for (int i = 0; i < TRAINED.length; i++) {
                    boolean incoming = i / 784 == node && i < HIDDEN * 784;
                    boolean outgoing = i >= HIDDEN * 784 && (i - HIDDEN * 784) % HIDDEN == node;
                    zeros[i] = outgoing ? 0 : TRAINED[i];
                    if (!incoming && !outgoing) {
                        left.add(TRAINED[i]);
                    }
                }
                zeroed.setParameters(zeros);
                without.setParameters(
                        left.stream().mapToDouble(Double::doubleValue).toArray());
                double[][] ofZeroed = zeroed.outputs(x);
                double[][] ofSmaller = without.outputs(x);
                for (int n = 0; n < x.length; n++) {
                    // the same 19 products, added in another order
                    assertThat(Differences.largest(ofZeroed[n], ofSmaller[n])).isLessThan(1e-14);
                }
                double accuracy =
                        ConfusionMatrix.of(TEST, Predictions.of(without, TEST)).accuracy();
                assertThat(network.accuracyWithoutNodes(new int[] {node})).isEqualTo(accuracy);
                assertThat(lost[node]).as("node %s", node).isEqualTo(network.accuracy() - accuracy, within(1e-15));
            }
            assertThat(Arrays.stream(lost).max().orElseThrow()).isGreaterThan(0.01);
        }
    }

    @Test
    void linksWithoutWeightAreLinksLess() {
        try (Learner scratch = Side.SCRATCH.build(SPEC);
                DamagedNetwork network = new DamagedNetwork(Side.SCRATCH, SPEC, TRAINED, TEST)) {
            scratch.setParameters(TRAINED);
            double whole =
                    ConfusionMatrix.of(TEST, Predictions.of(scratch, TEST)).accuracy();
            assertThat(whole).isGreaterThan(0.7);
            assertThat(network.accuracy()).isEqualTo(whole);

            // every third link of both layers
            int[] links =
                    IntStream.range(0, TRAINED.length).filter(i -> i % 3 == 1).toArray();
            double[] damaged = TRAINED.clone();
            for (int link : links) {
                damaged[link] = 0;
            }
            scratch.setParameters(damaged);
            double without =
                    ConfusionMatrix.of(TEST, Predictions.of(scratch, TEST)).accuracy();
            assertThat(without).isLessThan(whole - 0.02);
            assertThat(network.accuracyWithoutLinks(links)).isEqualTo(without);
            assertThat(network.accuracy()).as("whole again").isEqualTo(whole);
        }
    }

    @Test
    void bothSidesBearTheSameDamage() {
        InsideView scratch = InsideView.of(Side.SCRATCH, SPEC, TRAINED, TEST, 1, Progress.silent());
        InsideView dl4j = InsideView.of(Side.DL4J, SPEC, TRAINED, TEST, 1, Progress.silent());
        assertThat(dl4j.withoutNodes()).isEqualTo(scratch.withoutNodes());
        assertThat(dl4j.withoutLinks()).isEqualTo(scratch.withoutLinks());
        assertThat(dl4j.accuracyLost()).containsExactly(scratch.accuracyLost());
        assertThat(Differences.largest(dl4j.contributions(), scratch.contributions()))
                .isLessThan(1e-12);

        for (DamageCurve curve : List.of(scratch.withoutNodes(), scratch.withoutLinks())) {
            DamageCurve.Point none = curve.points().get(0);
            assertThat(none.mean()).isEqualTo(scratch.accuracy(), within(1e-15));
            assertThat(none.standardDeviation()).isZero();
            DamageCurve.Point most = curve.points().get(curve.points().size() - 1);
            assertThat(most.share()).isEqualTo(0.9);
            assertThat(most.removed()).isEqualTo((int) Math.round(0.9 * curve.parts()));
            assertThat(most.mean()).isBetween(0.05, 0.5);
            assertThat(most.standardDeviation()).isPositive();
        }
        InsideView otherSeed = InsideView.of(Side.SCRATCH, SPEC, TRAINED, TEST, 2, Progress.silent());
        assertThat(otherSeed.withoutNodes()).isNotEqualTo(scratch.withoutNodes());
    }

    @Test
    void nodesStandByImportance() {
        InsideView view = InsideView.of(Side.SCRATCH, SPEC, TRAINED, TEST, 1, Progress.silent());
        assertThat(view.nodes()).hasSize(2 * InsideView.SHOWN);
        assertThat(view.nodes())
                .isSortedAccordingTo((a, b) -> a.accuracyLost() == b.accuracyLost()
                        ? Double.compare(b.contribution(), a.contribution())
                        : Double.compare(b.accuracyLost(), a.accuracyLost()));
        InsideView.HiddenNode first = view.nodes().get(0);
        assertThat(view.accuracyLost()[first.node()]).isEqualTo(first.accuracyLost());
        assertThat(first.weights()).hasSize(784);
        assertThat(first.weights()[300]).isEqualTo(TRAINED[first.node() * 784 + 300]);
        assertThat(first.accuracyLost())
                .isGreaterThan(view.nodes().get(view.nodes().size() - 1).accuracyLost());
    }

    @Test
    void theLastShareBeforeTheFirstFallCounts() {
        DamageCurve curve = new DamageCurve(
                100,
                List.of(
                        DamageCurve.Point.of(0, 0, new double[] {0.95, 0.95}),
                        DamageCurve.Point.of(0.1, 10, new double[] {0.92, 0.9}),
                        DamageCurve.Point.of(0.2, 20, new double[] {0.8, 0.9}),
                        DamageCurve.Point.of(0.3, 30, new double[] {0.93, 0.93})));
        DamageCurve.Point last = Objects.requireNonNull(curve.lastAtLeast(0.9));
        assertThat(last.share()).isEqualTo(0.1);
        assertThat(last.mean()).isEqualTo(0.91, within(1e-15));
        assertThat(last.standardDeviation()).isEqualTo(0.02 / Math.sqrt(2), within(1e-15));
        assertThat(curve.lastAtLeast(0.96)).isNull();
    }
}
