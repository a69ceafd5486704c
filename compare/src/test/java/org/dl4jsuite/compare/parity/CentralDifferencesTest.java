package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.scratch.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the third witness costs, by hand, and that it stays on its side of a kink; ParityTest holds it against the others. */
class CentralDifferencesTest {
    /**
     * Of 2-3-1 a parameter of the first layer costs an activation and three sums, then one sum's activation and its link:
     * 20 + 3 + 1 + 20 = 44; one of the second 20 + 1 = 21.
     */
    @ParameterizedTest
    @CsvSource({"false, 1, 1308", "false, 5, 6540", "true, 1, 1920"})
    void operationsOfAHiddenLayer(boolean bias, int rows, double expected) {
        // 4 losses for each of 3 x 2 weights and 1 x 3, or of 3 x 3 and 1 x 4
        assertThat(CentralDifferences.operations(List.of(2, 3, 1), bias, rows)).isEqualTo(expected);
    }

    /** Of 2-3-4-2: 20 + 3 + 4 (1 + 20) + 2 (4 + 20) = 155, 20 + 4 + 2 (1 + 20) = 66, 20 + 2 = 22. */
    @Test
    void operationsOfTwoHiddenLayers() {
        assertThat(CentralDifferences.operations(List.of(2, 3, 4, 2), false, 1))
                .isEqualTo(4 * (155 * 6 + 66 * 12 + 22 * 8));
    }

    /** In every case, with nothing of DL4J: a witness that knows nothing of back-propagation says what the network says. */
    @Test
    void itsSlopesAreThoseOfBackPropagation() {
        for (ParityCase parityCase : ParityCases.tiny(2)) {
            Model network = new ScratchModel(parityCase.spec());
            network.setParameters(parityCase.parameters());
            Batch batch = new Batch(parityCase.inputs(), parityCase.targets());
            Tolerance tolerance =
                    new Tolerance(parityCase.spec().withPrecision(Precision.DOUBLE), parityCase.parameters(), batch);
            CentralDifferences differences = new CentralDifferences(parityCase);
            LossAndGradient numeric = differences.gradient(Progress.silent());
            LossAndGradient gradient = network.gradient(parityCase.inputs(), parityCase.targets());
            assertThat(Differences.largestShare(
                            numeric.gradient(), gradient.gradient(), tolerance.centralDifferences()))
                    .as(parityCase.name())
                    .isLessThanOrEqualTo(1);
            assertThat(numeric.loss()).isEqualTo(gradient.loss(), within(tolerance.loss()));
            assertThat(Differences.largestShare(
                            Tensor.flat(differences.outputs()),
                            Tensor.flat(network.outputs(parityCase.inputs())),
                            tolerance.outputs()))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aSoftmaxOfLargeSumsDoesNotOverflow() {
        double[] z = {1000, 1000 + Math.log(3)};
        assertThat(CentralDifferences.activate(Activation.SOFTMAX, z, z))
                .containsExactly(new double[] {0.25, 0.75}, within(1e-13));
    }

    @Test
    void aReluStaysOnThePieceItWasOn() {
        double[] z = {1, -1, 2, 0.5};
        double[] unchanged = {1e-9, 1e-9, 0, -1};
        assertThat(CentralDifferences.activate(Activation.RELU, z, unchanged)).containsExactly(1, -1, 0, 0);
    }
}
