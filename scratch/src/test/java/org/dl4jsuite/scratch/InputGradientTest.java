package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InputGradientTest {
    private static final double H = 1e-5;

    /** As in {@link LossTest}: truncation h²/6 times a third derivative below 1, rounding 2^-53 times the loss over h. */
    private static final double TOLERANCE = 1e-10;

    @Test
    void itIsTheDerivativeOfTheLossByEachInput() {
        NumpyRandomState random = new NumpyRandomState(3);
        Network network =
                TestNetworks.random(Variant.TRUE_GRADIENT, Reduction.SUM, Activation.TANH, true, random, 4, 3, 3, 2);
        Matrix x = TestNetworks.examples(2, 4, random);
        Matrix t = TestNetworks.examples(2, 2, random);
        Matrix gradient = InputGradient.of(network, x, t);
        assertThat(gradient.shape()).isEqualTo("2x4");
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 4; i++) {
                double value = x.get(row, i);
                x.set(row, i, value + H);
                double above = Loss.HALF_SQUARED_ERROR.of(network.query(x), t);
                x.set(row, i, value - H);
                double below = Loss.HALF_SQUARED_ERROR.of(network.query(x), t);
                x.set(row, i, value);
                assertThat(gradient.get(row, i)).isCloseTo((above - below) / (2 * H), within(TOLERANCE));
            }
        }
    }
}
