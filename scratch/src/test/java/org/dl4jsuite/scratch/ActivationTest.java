package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    @ParameterizedTest
    @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void theSlopeIsTheDerivative(Activation activation) {
        double h = 1e-5;
        for (double z = -4.125; z <= 4; z += 0.25) { // never 0, where RELU has no derivative
            double difference = (activation.of(z + h) - activation.of(z - h)) / (2 * h);
            // truncation h^2/6 times a third derivative below 2; rounding 2^-53 times a value up to 4, over h
            assertThat(activation.slope(activation.of(z)))
                    .as("%s at %s", activation, z)
                    .isCloseTo(difference, within(1e-10));
        }
    }

    @Test
    void atItsKinkAReluIsFlat() {
        assertThat(Activation.RELU.of(0)).isZero();
        assertThat(Activation.RELU.slope(0)).isZero();
        assertThat(Activation.RELU.of(-3)).isZero();
        assertThat(Activation.RELU.of(3)).isEqualTo(3);
    }

    @Test
    void aSoftmaxSharesOneAmongTheNodesOfARow() {
        Matrix z = Matrix.of(new double[] {0, Math.log(3)}, new double[] {1000, 1000});
        assertThat(Activation.SOFTMAX.of(z).values())
                .containsExactly(new double[] {0.25, 0.75, 0.5, 0.5}, within(1e-15));
        assertThatThrownBy(() -> Activation.SOFTMAX.slope(0.5)).hasMessageContaining("matrix of slopes");
    }

    @Test
    void knownValues() {
        assertThat(Activation.SIGMOID.of(0)).isEqualTo(0.5);
        assertThat(Activation.SIGMOID.of(-1000)).isZero();
        assertThat(Activation.SIGMOID.of(1000)).isOne();
        assertThat(Activation.TANH.of(0)).isZero();
        assertThat(Activation.IDENTITY.of(-3)).isEqualTo(-3);
    }
}
