package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {
    private final Network network = new Network(
            List.of(new Layer(3, 2, true, Activation.SIGMOID), new Layer(2, 1, true, Activation.SIGMOID)),
            Loss.HALF_SQUARED_ERROR,
            Variant.TRUE_GRADIENT,
            Reduction.SUM);

    @Test
    void weightsAreNumpysNormalStreamScaledByTheIncomingLinks() {
        NumpyRandomState random = new NumpyRandomState(5);
        double[] expected = new double[11];
        for (int i = 0; i < 6; i++) {
            expected[i] = random.normal(0, Math.pow(3, -0.5));
        }
        for (int i = 8; i < 10; i++) { // 6 and 7 are the first layer's biases
            expected[i] = random.normal(0, Math.pow(2, -0.5));
        }
        assertThat(InitialWeights.INCOMING_LINKS.draw(network, new NumpyRandomState(5)))
                .containsExactly(expected);
    }

    @Test
    void earlyPrintingsScaleByTheLayersOwnNodes() {
        double[] incoming = InitialWeights.INCOMING_LINKS.draw(network, new NumpyRandomState(5));
        double[] own = InitialWeights.OWN_NODES.draw(network, new NumpyRandomState(5));
        assertThat(own[0] / incoming[0]).isEqualTo(Math.sqrt(1.5), org.assertj.core.api.Assertions.within(1e-15));
        assertThat(own[9] / incoming[9]).isEqualTo(Math.sqrt(2), org.assertj.core.api.Assertions.within(1e-15));
    }
}
