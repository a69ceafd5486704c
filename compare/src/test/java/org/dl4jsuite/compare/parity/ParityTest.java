package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.CaseParity.GradientCheck;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite's first promise: both sides compute the same, and calculus agrees. */
class ParityTest {
    /** What the suite promises of DOUBLE, whatever the tolerance of a case is. */
    private static final double PROMISED_RELATIVE_DIFFERENCE = 1e-13;

    @Test
    void everyKindOfNetworkIsAmongTheCases() {
        List<NetworkSpec> specs =
                ParityCases.tiny(1).stream().map(ParityCase::spec).toList();
        assertThat(specs).extracting(NetworkSpec::loss).contains(Loss.values());
        assertThat(specs).extracting(NetworkSpec::variant).contains(Variant.values());
        assertThat(specs).extracting(NetworkSpec::reduction).contains(Reduction.values());
        assertThat(specs).extracting(NetworkSpec::precision).contains(Precision.values());
        assertThat(specs).flatExtracting(NetworkSpec::activations).contains(Activation.values());
    }

    static List<ParityCase> cases() {
        return ParityCases.all(1, Mnist.load().train());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theThreeWitnessesAgree(ParityCase parityCase) {
        CaseParity result = ParityRun.run(parityCase, Progress.silent());

        assertThat(result.disagreements()).isEmpty();
        assertThat(result.agrees()).isTrue();
        assertThat(result.tensors())
                .extracting(TensorParity::tensor)
                .containsExactlyElementsOf(parityCase.spec().tensors().stream()
                        .map(tensor -> tensor.name())
                        .toList());
        // a run that is one ulp off is a correct computation too
        assertThat(result.tensors())
                .allSatisfy(tensor -> assertThat(tensor.drift()).isLessThanOrEqualTo(tensor.tolerance()));
        assertThat(result.trajectory())
                .allSatisfy(point -> assertThat(point.drift()).isPositive().isLessThanOrEqualTo(point.tolerance()));
        if (parityCase.spec().precision() == Precision.DOUBLE) {
            assertThat(result.dl4jGradientCheck()).isEqualTo(GradientCheck.PASSED);
            assertThat(result.tensors())
                    .allSatisfy(
                            tensor -> assertThat(tensor.maxRel()).isLessThanOrEqualTo(PROMISED_RELATIVE_DIFFERENCE));
        }
    }

    /** Steps on a thousand inputs at rate 0.1 overshoot, and rounding grows to 1e-10; with one error in the rate it shows. */
    @Test
    void aRunThatMagnifiesRoundingAccusesNobody() {
        NetworkSpec spec = NetworkSpec.of(1000, 1);
        ParityCase parityCase = ParityCases.random(spec, 1000, new NumpyRandomState(7));
        try (Model scratch = new ScratchModel(spec);
                Model dl4j = Dl4jModel.of(spec);
                Model faster = Dl4jModel.of(spec.withRate(0.1 * (1 + 1e-4)))) {
            List<TrajectoryPoint> points = Trajectory.online(parityCase, scratch, dl4j, 500);
            assertThat(points).allMatch(TrajectoryPoint::agrees);
            assertThat(points).anyMatch(point -> point.drift() > 1e-12);
            assertThat(Trajectory.online(parityCase, scratch, faster, 500)).anyMatch(point -> !point.agrees());
        }
    }
}
