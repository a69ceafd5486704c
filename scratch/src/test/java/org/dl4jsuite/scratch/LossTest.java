package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {
    private static final double H = 1e-5;
    private static final Matrix T = Matrix.of(new double[] {0.2, 0.7, 0.1}, new double[] {0, 1, 0});

    /** Truncation h²/6 times a third derivative below 5; rounding 2^-53 times a loss below 5, over h. */
    private static final double TOLERANCE = 2e-10;

    @ParameterizedTest
    @CsvSource({
        "HALF_SQUARED_ERROR, TANH",
        "SQUARED_ERROR, SIGMOID",
        "CROSS_ENTROPY, SIGMOID",
        "CROSS_ENTROPY, SOFTMAX",
    })
    void deltaIsTheDerivativeByTheWeightedSum(Loss loss, Activation output) {
        Matrix z = Matrix.of(new double[] {0.3, -0.8, 1.5}, new double[] {-0.2, 0.4, 0.1});
        Matrix delta = loss.delta(output, output.of(z), T);
        for (int row = 0; row < z.rows(); row++) {
            for (int k = 0; k < z.columns(); k++) {
                double value = z.get(row, k);
                z.set(row, k, value + H);
                double above = loss.of(output, output.of(z), T);
                z.set(row, k, value - H);
                double below = loss.of(output, output.of(z), T);
                z.set(row, k, value);
                assertThat(delta.get(row, k)).isCloseTo((above - below) / (2 * H), within(TOLERANCE));
            }
        }
    }

    /** Outputs that are exactly 0 and 1: no logarithm of 0 and no division by it where the targets say the same. */
    @Test
    void crossEntropyOfSaturatedOutputsIsFinite() {
        Matrix z = Matrix.of(new double[] {-800, 800});
        Matrix t = Matrix.of(new double[] {0, 1});
        for (Activation output : List.of(Activation.SIGMOID, Activation.SOFTMAX)) {
            assertThat(Loss.CROSS_ENTROPY.of(output, output.of(z), t)).isZero();
            assertThat(Loss.CROSS_ENTROPY.delta(output, output.of(z), t).values())
                    .containsExactly(0, 0);
        }
    }

    @Test
    void lossesAndOutputsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(Loss.CROSS_ENTROPY, Activation.SIGMOID, Activation.TANH))
                .withMessageContaining("got CROSS_ENTROPY of TANH outputs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(Loss.HALF_SQUARED_ERROR, Activation.SIGMOID, Activation.SOFTMAX))
                .withMessageContaining("got HALF_SQUARED_ERROR of SOFTMAX outputs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(Loss.CROSS_ENTROPY, Activation.SOFTMAX, Activation.SOFTMAX))
                .withMessageContaining("hidden layer of SOFTMAX");
    }

    private static Network network(Loss loss, Activation hidden, Activation output) {
        return new Network(
                List.of(new Layer(2, 3, true, hidden), new Layer(3, 3, true, output)),
                loss,
                Variant.TRUE_GRADIENT,
                Reduction.SUM);
    }
}
