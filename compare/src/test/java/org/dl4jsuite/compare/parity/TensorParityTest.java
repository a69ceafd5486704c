package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dl4jsuite.compare.model.Tensor;
import org.junit.jupiter.api.Test;

/** Numbers made up so that every figure of a comparison is another one. */
class TensorParityTest {
    /** The middle of a flat vector of seven. */
    private static final Tensor TENSOR = new Tensor("W1", List.of(2, 2), 2);

    private static final double[] SCRATCH = {99, 99, 1, -2, 4, 0.5, 99};
    private static final double[] TOLERANCES = {0, 0, 0.5, 0.25, 2, 1, 0};
    private static final double[] NUMERIC_TOLERANCES = {0, 0, 1, 1, 3, 1, 0};

    @Test
    void everyFigureIsThatOfTheTensorsOwnStretch() {
        double[] dl4j = {0, 0, 1, -2.25, 3, 0.5, 0};
        double[] numeric = {0, 0, 2, -2, 4.75, 0.5, 0}; // the first uses all of its tolerance
        double[] perturbed = {0, 0, 1, -2, 4, 0.375, 0};
        TensorParity parity =
                TensorParity.of(TENSOR, SCRATCH, dl4j, numeric, perturbed, TOLERANCES, NUMERIC_TOLERANCES);
        assertThat(parity.scratch()).containsExactly(1, -2, 4, 0.5);
        assertThat(parity.dl4j()).containsExactly(1, -2.25, 3, 0.5);
        assertThat(parity.numeric()).containsExactly(2, -2, 4.75, 0.5);
        assertThat(parity.worst()).isEqualTo("W1[0][1]"); // uses all of 0.25
        assertThat(parity.worstIndex()).isOne();
        assertThat(parity.maxAbs()).isOne();
        assertThat(parity.maxRel()).isEqualTo(0.25);
        assertThat(parity.maxUlp()).isEqualTo(1 / Math.ulp(4.0));
        assertThat(parity.maxAbsNumeric()).isOne();
        assertThat(parity.tolerance()).isEqualTo(2);
        assertThat(parity.numericTolerance()).isEqualTo(3);
        assertThat(parity.toleranceUsed()).isOne();
        assertThat(parity.drift()).isEqualTo(0.125);
        assertThat(parity.verdict()).isEqualTo(Verdict.AGREE);
        assertThat(parity.agrees()).isTrue();
        assertThat(parity.describe())
                .isEqualTo("W1[0][1]: scratch -2.0, DL4J -2.25, numeric -2.0 (tolerance 0.25, numeric 3.0,"
                        + " drift by rounding 0.125): agree");
    }

    @Test
    void whereTheSidesAgreeTheWorstIsThatAgainstTheDifferences() {
        double[] numeric = {0, 0, 1, -2, 4, 2, 0};
        TensorParity parity =
                TensorParity.of(TENSOR, SCRATCH, SCRATCH, numeric, SCRATCH, TOLERANCES, NUMERIC_TOLERANCES);
        assertThat(parity.worst()).isEqualTo("W1[1][1]");
        assertThat(parity.maxRel()).isZero();
        assertThat(parity.maxUlp()).isZero();
        assertThat(parity.verdict()).isEqualTo(Verdict.NUMERIC);
        assertThat(parity.describe()).endsWith("odd one out: numeric");
    }

    @Test
    void theOddOneOutIsNamedAndWhatIsNotFiniteIsCalledSo() {
        double[] dl4j = {0, 0, 1, -2, 4, 3, 0};
        TensorParity odd = TensorParity.of(TENSOR, SCRATCH, dl4j, SCRATCH, SCRATCH, TOLERANCES, NUMERIC_TOLERANCES);
        assertThat(odd.verdict()).isEqualTo(Verdict.DL4J);
        assertThat(odd.worst()).isEqualTo("W1[1][1]");
        assertThat(odd.describe()).endsWith("odd one out: dl4j");
        assertThat(TensorParity.of(TENSOR, dl4j, SCRATCH, SCRATCH, SCRATCH, TOLERANCES, NUMERIC_TOLERANCES)
                        .verdict())
                .isEqualTo(Verdict.SCRATCH);
        double[] notFinite = {0, 0, 1, -2, Double.NaN, 0.5, 0};
        for (List<double[]> sides : List.of(List.of(SCRATCH, notFinite), List.of(notFinite, SCRATCH))) {
            TensorParity parity = TensorParity.of(
                    TENSOR, sides.get(0), sides.get(1), SCRATCH, SCRATCH, TOLERANCES, NUMERIC_TOLERANCES);
            assertThat(parity.worst()).isEqualTo("W1[1][0]");
            assertThat(parity.agrees()).isFalse();
            assertThat(parity.describe()).endsWith("not finite");
        }
    }
}
