package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StochasticGradientDescentTest {
    private static final double RATE = 0.3;
    private static final int EXAMPLES = 7;

    private final double[][] inputs =
            TestNetworks.examples(EXAMPLES, 4, new NumpyRandomState(1)).toRows();
    private final double[][] targets =
            TestNetworks.examples(EXAMPLES, 3, new NumpyRandomState(2)).toRows();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 10})
    void anEpochTakesEveryExampleOnceInOrder(int batch) {
        Network byHand = network();
        for (int from = 0; from < EXAMPLES; from += batch) {
            int to = Math.min(EXAMPLES, from + batch);
            byHand.train(
                    Matrix.of(Arrays.copyOfRange(inputs, from, to)),
                    Matrix.of(Arrays.copyOfRange(targets, from, to)),
                    RATE);
        }
        Network byEpoch = network();
        new StochasticGradientDescent(RATE, batch).epoch(byEpoch, inputs, targets);
        assertThat(byEpoch.parameters()).containsExactly(byHand.parameters());
    }

    @Test
    void trainingLowersTheLoss() {
        Network network = network();
        Matrix x = Matrix.of(inputs);
        Matrix t = Matrix.of(targets);
        double before = network.gradient(x, t).loss();
        for (int epoch = 0; epoch < 20; epoch++) {
            new StochasticGradientDescent(RATE, 1).epoch(network, inputs, targets);
        }
        assertThat(network.gradient(x, t).loss()).isLessThan(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateThatIsNoPositiveNumberIsRefused(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StochasticGradientDescent(rate, 1))
                .withMessageContaining(Double.toString(rate));
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StochasticGradientDescent(0.1, 0))
                .withMessageContaining("got 0");
    }

    private static Network network() {
        return TestNetworks.random(
                Variant.TRUE_GRADIENT, Reduction.MEAN, Activation.SIGMOID, true, new NumpyRandomState(3), 4, 5, 3);
    }
}
