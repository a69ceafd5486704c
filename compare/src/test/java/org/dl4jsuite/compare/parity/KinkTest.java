package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.CaseParity.GradientCheck;
import org.dl4jsuite.scratch.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A RELU node at its kink, or nearer to it than the central differences step. */
class KinkTest {
    /** 2-2-1; node 0 of the hidden layer has z = 2 (0.5 + {@code above}) - 1 in the first row. */
    private static ParityCase parityCase(double above, int rows) {
        NetworkSpec spec = NetworkSpec.of(2, 2, 1).withHidden(Activation.RELU);
        double[] parameters = {2, -1, 0.5, 0.25, 1.5, -0.75};
        double[][] inputs = {{0.5 + above, 1}, {0.9, 0.1}};
        double[][] targets = {{0.99}, {0.01}};
        int[] some = rows == 1 ? new int[] {0} : new int[] {0, 1};
        return new ParityCase("at the kink", spec, parameters, inputs, targets).withRows(some);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, -1e-9, 1e-4, -1e-4, 1e-3})
    void nobodyIsAccused(double above) {
        for (int rows = 1; rows <= 2; rows++) {
            CaseParity parity = run(parityCase(above, rows));
            assertThat(parity.disagreements()).isEmpty();
            // node 0 of the first row learns only above its kink, and is not left out
            double ofFirstWeight = parity.tensors().get(0).scratch()[0];
            assertThat(ofFirstWeight == 0).isEqualTo(rows == 1 && above <= 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, NOT_APPLICABLE", "1e-7, 1, NOT_APPLICABLE", "0, 2, PASSED", "0.1, 1, PASSED"})
    void dl4jsOwnCheckLeavesOutOnlyTheRowsThatComeNear(double above, int rows, GradientCheck expected) {
        CaseParity parity = run(parityCase(above, rows));
        assertThat(parity.dl4jGradientCheck()).isEqualTo(expected);
    }

    /** It can fail: at a kink its own step measures a mixture of two slopes. */
    @Test
    void dl4jsOwnCheckFailsOnARowThatIsNotLeftOut() {
        DataType before = Nd4j.dataType();
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            for (double above : new double[] {0, 0.1}) {
                ParityCase parityCase = parityCase(above, 1);
                assertThat(Dl4jGradientCheck.passes(
                                Dl4jModel.settings(parityCase.spec().withRate(1)), parityCase))
                        .isEqualTo(above > 0);
            }
        } finally {
            Nd4j.setDefaultDataTypes(before, before);
        }
    }

    /** A few steps are enough to cross the kink. */
    private static CaseParity run(ParityCase parityCase) {
        try (Model scratch = new ScratchModel(parityCase.spec());
                Model dl4j = Dl4jModel.of(parityCase.spec())) {
            return ParityRun.run(parityCase, scratch, dl4j, 50, Progress.silent());
        }
    }
}
