package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.ErrorPropagation.Values;
import org.dl4jsuite.scratch.Activation;
import org.junit.jupiter.api.Test;

/** Each estimate by its formula, with errors of the size of roundings and above. */
class ErrorPropagationTest {
    private static final double U = 4 * 0x1p-53;
    private static final double TINY = 1e-150;

    private final ErrorPropagation errors = new ErrorPropagation(Precision.DOUBLE);

    @Test
    void aRoundingCountsFourTimes() {
        assertThat(errors.unit()).isEqualTo(U);
        assertThat(new ErrorPropagation(Precision.FLOAT).unit()).isEqualTo(4 * 0x1p-24);
    }

    @Test
    void smoothActivationsPassErrorsOnByTheirSlope() {
        Values z = values(new double[] {0.3, -2}, 1e-12, 3e-16);
        Values sigmoid = errors.activate(Activation.SIGMOID, z);
        Values tanh = errors.activate(Activation.TANH, z);
        for (int j = 0; j < 2; j++) {
            double a = 1 / (1 + Math.exp(-z.value()[j]));
            assertThat(sigmoid.value()[j]).isEqualTo(a);
            assertClose(sigmoid.error()[j], root(a * (1 - a) * z.error()[j], Math.sqrt(10) * U * a));
            double b = Math.tanh(z.value()[j]);
            assertClose(tanh.error()[j], root((1 - b * b) * z.error()[j], Math.sqrt(10) * U * b));
        }
    }

    @Test
    void aReluPassesErrorsOnAboveItsKinkAndWhereRoundingMayCarryItOver() {
        Values z =
                values(new double[] {2, -1, 5e-13, -5e-13, -1e-12, 0, 0}, 1e-12, 1e-12, 1e-12, 1e-12, 1e-12, 0, TINY);
        Values a = errors.activate(Activation.RELU, z);
        assertThat(a.value()).containsExactly(2, 0, 5e-13, 0, 0, 0, 0);
        assertThat(a.error()).containsExactly(1e-12, 0, 1e-12, 1e-12, 1e-12, 0, 0);
    }

    @Test
    void aSoftmaxMixesTheErrorsOfAllNodes() {
        double[] z = {0.5, -1, 1.5};
        double[] dz = {1e-12, 2e-12, 3e-12};
        Values a = errors.activate(Activation.SOFTMAX, values(z, dz));
        double sum = Math.exp(-1) + Math.exp(-2.5) + 1;
        for (int k = 0; k < 3; k++) {
            double share = Math.exp(z[k] - 1.5) / sum;
            assertThat(a.value()[k]).isEqualTo(share, within(1e-15));
            double squares = 13 * square(U * share); // three terms and ten roundings
            for (int m = 0; m < 3; m++) {
                double slope = share * ((m == k ? 1 : 0) - Math.exp(z[m] - 1.5) / sum);
                squares += square(slope) * (square(dz[m]) + square(U * (z[m] - 1.5)));
            }
            assertClose(a.error()[k], Math.sqrt(squares));
        }
        // without errors, what is left are the roundings
        Values exact = errors.activate(Activation.SOFTMAX, values(new double[] {40, 0}, 0, 0));
        double small = exact.value()[1];
        assertClose(exact.error()[1], Math.sqrt(12 * square(U * small) + square(small * (1 - small) * U * 40)));
    }

    @Test
    void slopesHaveErrorsOfTheirOwn() {
        Values a = values(new double[] {0.3, -0.6}, 1e-12, 1e-17);
        Values sigmoid = errors.slopes(Activation.SIGMOID, a);
        Values tanh = errors.slopes(Activation.TANH, a);
        Values identity = errors.slopes(Activation.IDENTITY, a);
        for (int j = 0; j < 2; j++) {
            double value = a.value()[j];
            double error = a.error()[j];
            double s = value * (1 - value);
            assertThat(sigmoid.value()[j]).isEqualTo(s);
            assertClose(sigmoid.error()[j], root((1 - 2 * value) * error, Math.sqrt(2) * U * s));
            double t = 1 - value * value;
            assertThat(tanh.value()[j]).isEqualTo(t);
            assertClose(tanh.error()[j], root(2 * value * error, Math.sqrt(2) * U * t));
            assertThat(identity.value()[j]).isOne();
            assertClose(identity.error()[j], Math.sqrt(2) * U);
        }
        assertThatThrownBy(() -> errors.slopes(Activation.SOFTMAX, a)).hasMessageContaining("matrix of slopes");
    }

    @Test
    void aReluNearItsKinkMayHaveEitherSlope() {
        Values slopes = errors.slopes(Activation.RELU, values(new double[] {2, 1e-12, 0, 0}, 1e-12, 1e-12, 1e-12, 0));
        assertThat(slopes.value()).containsExactly(1, 1, 0, 0);
        assertClose(slopes.error()[0], Math.sqrt(2) * U);
        assertThat(slopes.error()[1]).isOne();
        assertThat(slopes.error()[2]).isOne();
        assertThat(slopes.error()[3]).isEqualTo(TINY);
    }

    @Test
    void theDeltaOfTheCrossEntropyIsADifferenceThatDl4jRoundsMoreOften() {
        Values o = values(new double[] {0.8, 0.25}, 1e-15, 2e-15);
        double[] t = {1, 0};
        Values sigmoid = errors.crossEntropyDelta(Activation.SIGMOID, o, t);
        Values softmax = errors.crossEntropyDelta(Activation.SOFTMAX, o, t);
        for (int k = 0; k < 2; k++) {
            double e = o.value()[k] - t[k];
            assertThat(sigmoid.value()[k]).isEqualTo(e);
            assertThat(softmax.value()[k]).isEqualTo(e);
            double known = square(o.error()[k]) + square(U * t[k]) + 10 * square(U * e);
            assertClose(softmax.error()[k], Math.sqrt(known));
            assertClose(sigmoid.error()[k], Math.sqrt(known + square(U * e / (1 - o.value()[k]))));
        }
    }

    @Test
    void productsAndSums() {
        Values product =
                errors.times(values(new double[] {3, 0.5}, 1e-15, 0), values(new double[] {-2, 4}, 2e-15, 1e-18));
        assertThat(product.value()).containsExactly(-6, 2);
        assertClose(product.error()[0], Math.sqrt(square(3 * 2e-15) + square(2 * 1e-15) + square(U * 6)));
        assertClose(product.error()[1], Math.sqrt(square(0.5 * 1e-18) + square(U * 2)));
        assertClose(errors.ofSum(9e-30, 5, 0.5), Math.sqrt(9e-30 + 7 * square(U * 0.5)));
        assertThat(errors.root(4)).isEqualTo(2);
        assertThat(errors.root(0)).isEqualTo(TINY);
        assertThat(new ErrorPropagation(Precision.FLOAT).root(0)).isEqualTo(Float.MIN_NORMAL);
    }

    private static Values values(double[] value, double... error) {
        return new Values(value, error);
    }

    private static double root(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static double square(double value) {
        return value * value;
    }

    /** The test's own roundings apart. */
    private static void assertClose(double actual, double expected) {
        assertThat(actual).isEqualTo(expected, within(1e-12 * expected));
    }
}
