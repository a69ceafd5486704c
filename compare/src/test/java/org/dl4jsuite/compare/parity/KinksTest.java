package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.scratch.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a change of one parameter by a millionth reaches. */
class KinksTest {
    private static final double STEP = 1e-6;

    /** z = w x moves by the step times x, and by no less than the step, which a bias may add. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 3, -3})
    void inTheFirstLayerAsFarAsTheInput(double x) {
        double reach = Math.max(1, Math.abs(x));
        for (int sign = -1; sign <= 1; sign += 2) {
            double near = sign * 0.99 * reach * STEP / x;
            double away = sign * 1.01 * reach * STEP / x;
            NetworkSpec spec = NetworkSpec.of(1, 1, 1).withHidden(Activation.RELU);
            assertThat(away(spec, new double[] {near, 1}, new double[][] {{x}})).isEmpty();
            assertThat(away(spec, new double[] {away, 1}, new double[][] {{x}})).containsExactly(0);
            assertThat(away(spec, new double[] {sign * STEP, 1}, new double[][] {{1}}))
                    .isEmpty();
            // a sigmoid has no kink
            assertThat(away(NetworkSpec.of(1, 1, 1), new double[] {near, 1}, new double[][] {{x}}))
                    .containsExactly(0);
        }
    }

    /** z2 = -3 a + 2 a with a = w1: the reach of the first layer times 3 + 2. */
    @Test
    void inTheSecondLayerTimesTheWeightsBetween() {
        NetworkSpec spec =
                NetworkSpec.of(1, 2, 2, 1).withActivations(Activation.IDENTITY, Activation.RELU, Activation.IDENTITY);
        NetworkSpec withBias = spec.withBias(true);
        for (double share : new double[] {0.99, 1.01}) {
            double w = share * 5 * STEP;
            double[] parameters = {w, w, 1, 1, -3, 2, 1, 1};
            double[] alsoBiases = {w, w, 0, 0, 1, 1, -3, 2, 0, 0, 1, 1, 0};
            int[] expected = share > 1 ? new int[] {0} : new int[0];
            assertThat(away(spec, parameters, new double[][] {{1}})).isEqualTo(expected);
            assertThat(away(withBias, alsoBiases, new double[][] {{1}})).isEqualTo(expected);
        }
    }

    @Test
    void rowsAreLookedAtOneByOne() {
        NetworkSpec spec = NetworkSpec.of(2, 2, 1).withHidden(Activation.RELU);
        double[] parameters = {1, 0, 0, 1, 1, 1};
        double[][] x = {{1, 1}, {0, 1}, {1, 5e-7}, {-0.5, 2}, {1e-5, -1e-5}};
        assertThat(away(spec, parameters, x)).containsExactly(0, 3, 4);
        double[][] large = {{5, 4e-6}, {5, 6e-6}};
        assertThat(away(spec, parameters, large)).containsExactly(1);
    }

    private static int[] away(NetworkSpec spec, double[] parameters, double[][] x) {
        return Kinks.rowsAwayFromThem(
                new ParityCase("kinks", spec, parameters, x, new double[x.length][spec.outputs()]), STEP);
    }
}
