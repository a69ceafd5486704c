package org.dl4jsuite.compare.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient at the inputs: both sides, and central differences of the outputs. */
class PixelPushTest {
    private static final int FROM = 1;
    private static final int TO = 0;

    static Stream<NetworkSpec> networks() {
        return Stream.of(
                NetworkSpec.of(5, 2),
                NetworkSpec.of(5, 4, 3),
                NetworkSpec.of(6, 5, 4, 3).withBias(true),
                NetworkSpec.of(5, 4, 3).withHidden(Activation.TANH),
                NetworkSpec.digits(200, 0.1, Variant.TRUE_GRADIENT));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void bothSidesPushAlikeAndAsTheOutputsSay(NetworkSpec spec) {
        NumpyRandomState random = new NumpyRandomState(8);
        double[] parameters = new double[(int) spec.parameterCount()];
        Arrays.setAll(parameters, i -> random.normal(0, spec.inputs() > 100 ? 0.1 : 0.7));
        double[] x = new double[spec.inputs()];
        Arrays.setAll(x, i -> 0.01 + 0.99 * random.randomSample());
        try (InspectableModel scratch = new ScratchModel(spec);
                InspectableModel dl4j = Dl4jModel.of(spec)) {
            scratch.setParameters(parameters);
            dl4j.setParameters(parameters);
            double[] ofScratch = PixelPush.of(scratch, x, FROM, TO);
            double[] ofDl4j = PixelPush.of(dl4j, x, FROM, TO);
            double largest = Arrays.stream(ofScratch).map(Math::abs).max().orElseThrow();
            assertThat(largest).isPositive();
            assertThat(Differences.largest(ofScratch, ofDl4j)).isLessThanOrEqualTo(PixelPush.TOLERANCE * largest);
            for (int i = 0; i < x.length; i += Math.max(1, x.length / 20)) {
                // the error of a central difference is about h² f''' / 6 + 2^-53 / h: below 1e-9
                assertThat(ofScratch[i]).as("pixel %d", i).isCloseTo(difference(scratch, x, i), within(1e-8));
            }
        }
    }

    private static double difference(InspectableModel network, double[] x, int i) {
        double h = 1e-5;
        return (margin(network, x, i, h) - margin(network, x, i, -h)) / (2 * h);
    }

    private static double margin(InspectableModel network, double[] x, int i, double step) {
        double[] moved = x.clone();
        moved[i] += step;
        double[] o = network.outputs(new double[][] {moved})[0];
        return o[TO] - o[FROM];
    }
}
