package org.dl4jsuite.compare.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides run backwards with the same weights. */
class BackQueryTest {

    static Stream<NetworkSpec> networks() {
        return Stream.of(
                NetworkSpec.of(3, 3),
                NetworkSpec.of(3, 3, 3),
                NetworkSpec.of(5, 7, 2),
                NetworkSpec.of(9, 4, 6, 5, 3),
                NetworkSpec.digits(200, 0.1, Variant.TRUE_GRADIENT),
                NetworkSpec.digits(7, 0.1, Variant.BOOK_RULE));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void randomNetworksGiveTheSameOnBothSides(NetworkSpec spec) {
        NumpyRandomState random = new NumpyRandomState(4);
        double[] weights = new double[(int) spec.parameterCount()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.normal(0, 0.5);
        }
        double[][] outputs = new double[spec.outputs()][spec.outputs()];
        for (double[] row : outputs) {
            for (int k = 0; k < row.length; k++) {
                row[k] = 0.01 + 0.98 * random.randomSample();
            }
        }
        try (InspectableModel scratch = new ScratchModel(spec);
                InspectableModel dl4j = Dl4jModel.of(spec)) {
            scratch.setParameters(weights);
            dl4j.setParameters(weights);
            double[][] ofScratch = scratch.backQuery(outputs);
            double[][] ofDl4j = dl4j.backQuery(outputs);
            assertThat(ofScratch).hasDimensions(spec.outputs(), spec.inputs());
            for (int row = 0; row < outputs.length; row++) {
                assertThat(Arrays.stream(ofScratch[row]).boxed())
                        .contains(0.01)
                        .allMatch(value -> value <= 0.99 + 1e-15);
                assertThat(Differences.largest(ofScratch[row], ofDl4j[row])).isLessThan(BackQueryImage.TOLERANCE);
            }
        }
    }

    /** After some training, the network's own answer to the image of a label is that label. */
    @Test
    void aTrainedNetworkRecognisesMostOfItsOwnImages() {
        NetworkSpec spec = NetworkSpec.digits(50, 0.2, Variant.TRUE_GRADIENT).withReduction(Reduction.SUM);
        double[] initial = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        double[] trained = new FastTraining(
                        Mnist.load().first(5000, 100),
                        new TrainingPlan(2, 1, OptionalLong.empty()),
                        spec.withPrecision(Precision.FLOAT))
                .run(initial, epoch -> {}, Progress.silent(), InputChecksum.none());
        List<BackQueryImage> images = new ArrayList<>();
        try (InspectableModel scratch = new ScratchModel(spec);
                InspectableModel dl4j = Dl4jModel.of(spec)) {
            scratch.setParameters(trained);
            dl4j.setParameters(trained);
            images.addAll(BackQueryImage.ofAllLabels(scratch, dl4j));
        }
        assertThat(images).hasSize(10);
        assertThat(images).allMatch(image -> image.maxDifference() <= BackQueryImage.TOLERANCE);
        assertThat(images).allMatch(image -> image.scratchAnswer() == image.dl4jAnswer());
        assertThat(images)
                .filteredOn(image -> image.scratchAnswer() == image.label())
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void signalsThatAreAllEqualGiveTheMiddleOnBothSides() {
        NetworkSpec spec = NetworkSpec.of(3, 1, 2);
        try (InspectableModel scratch = new ScratchModel(spec);
                InspectableModel dl4j = Dl4jModel.of(spec)) {
            double[] weights = {1, 2, 3, 4, 5};
            scratch.setParameters(weights);
            dl4j.setParameters(weights);
            double[][] outputs = {{0.01, 0.99}};
            assertThat(scratch.backQuery(outputs)[0]).containsExactly(0.5, 0.5, 0.5);
            assertThat(dl4j.backQuery(outputs)[0]).containsExactly(0.5, 0.5, 0.5);
        }
    }

    @Test
    void theTwinRefusesWhatTheOtherRefuses() {
        double[][] outputs = {{0.01, 0.99}};
        for (NetworkSpec spec : List.of(
                NetworkSpec.of(3, 4, 2).withBias(true), NetworkSpec.of(3, 4, 2).withHidden(Activation.TANH))) {
            try (InspectableModel scratch = new ScratchModel(spec);
                    InspectableModel dl4j = Dl4jModel.of(spec)) {
                for (InspectableModel model : List.of(scratch, dl4j)) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> model.backQuery(outputs))
                            .withMessageContaining("sigmoids without biases only: layer 1");
                }
            }
        }
        try (InspectableModel dl4j = Dl4jModel.of(NetworkSpec.of(3, 4, 2))) {
            assertThatIllegalArgumentException().isThrownBy(() -> dl4j.backQuery(new double[][] {{0, 0.5}}));
        }
    }
}
