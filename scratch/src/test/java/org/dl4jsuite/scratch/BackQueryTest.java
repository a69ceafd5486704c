package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** By hand, with L = logit(0.99) = ln 99 and logit(0.01) = -L. */
class BackQueryTest {
    private static final double ROUNDING = 1e-15;

    @Test
    void twoTwoTwoByHand() {
        // W2 = [1 2; 3 5]: s = (-1 + 3, -2 + 5) L = (2, 3) L, rescaled (0.01, 0.99)
        // W1 = [1 4; 2 3]: s = (-1 + 2, -4 + 3) L = (1, -1) L, rescaled (0.99, 0.01)
        Network network = network(false, Activation.SIGMOID, new double[] {1, 4, 2, 3, 1, 2, 3, 5}, 2, 2, 2);
        Matrix input = BackQuery.input(network, Matrix.of(new double[] {0.01, 0.99}));
        assertThat(input.shape()).isEqualTo("1x2");
        assertThat(input.values()).containsExactly(new double[] {0.99, 0.01}, within(ROUNDING));
    }

    @Test
    void valuesInTheMiddleKeepTheirPlace() {
        // W2 = [0 0 0; 0 1 4]: s = (0, 1, 4) L, rescaled (0.01, 0.01 + 0.98 / 4, 0.99), logits (-L, ln(0.255 / 0.745),
        // L)
        // W1 = [-1 0 0; 0 4 2; 1 0 0]: s = (2 L, 4 m, 2 m) with m = ln(0.255 / 0.745) = -1.0721...
        double[] weights = {-1, 0, 0, 0, 4, 2, 1, 0, 0, 0, 0, 0, 0, 1, 4};
        Network network = network(false, Activation.SIGMOID, weights, 3, 3, 2);
        Matrix input = BackQuery.input(network, Matrix.of(new double[] {0.01, 0.99}));
        double m = Math.log(0.255 / 0.745);
        double third = 0.01 + 0.98 * (2 * m - 4 * m) / (2 * Math.log(99) - 4 * m);
        assertThat(input.values()).containsExactly(new double[] {0.99, 0.01, third}, within(ROUNDING));
    }

    @Test
    void signalsThatAreAllEqualGiveTheMiddle() {
        // W2 = [1 1; 3 3] sends the same to both hidden nodes; their logits are then 0, and so is all before them
        Network network = network(false, Activation.SIGMOID, new double[] {1, 4, 2, 3, 1, 1, 3, 3}, 2, 2, 2);
        assertThat(BackQuery.input(network, Matrix.of(new double[] {0.01, 0.99}))
                        .values())
                .containsExactly(0.5, 0.5);
    }

    @Test
    void whatCannotRunBackwardsIsRefused() {
        Matrix outputs = Matrix.of(new double[] {0.01, 0.99});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BackQuery.input(network(true, Activation.SIGMOID, new double[12], 2, 2, 2), outputs))
                .withMessageContaining("layer 1 is SIGMOID with 2 biases");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BackQuery.input(network(false, Activation.TANH, new double[8], 2, 2, 2), outputs))
                .withMessageContaining("layer 1 is TANH");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BackQuery.input(
                        network(false, Activation.SIGMOID, new double[8], 2, 2, 2), Matrix.of(new double[] {0.01, 1})))
                .withMessageContaining("got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BackQuery.input(
                        network(false, Activation.SIGMOID, new double[8], 2, 2, 2), Matrix.of(new double[] {0, 0.5})))
                .withMessageContaining("got 0.0");
    }

    private static Network network(boolean bias, Activation hidden, double[] weights, int... sizes) {
        Network network =
                TestNetworks.random(Variant.TRUE_GRADIENT, Reduction.SUM, hidden, bias, new NumpyRandomState(1), sizes);
        network.setParameters(weights);
        return network;
    }
}
