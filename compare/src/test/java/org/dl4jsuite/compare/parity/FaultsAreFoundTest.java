package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.model.Trace;
import org.dl4jsuite.compare.parity.Divergence.Quantity;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake on either side is found, and the message says where it is. */
class FaultsAreFoundTest {
    private static final NetworkSpec SPEC = NetworkSpec.of(4, 5, 3).withBias(true);
    private static final ParityCase CASE = ParityCases.random(SPEC, 3, new NumpyRandomState(9));

    @Test
    void aWrongFactorFromScratchNamesTensorElementAndSide() {
        CaseParity parity = run(faultyScratch().withGradient(scale("W1", 1 + 1e-10)), dl4j());
        assertThat(parity.disagreements())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("4-5-3, 3 rows, bias, mean: W1[")
                .contains("scratch ", "DL4J ", "numeric ");
    }

    @Test
    void aMissingSlopeFromScratchIsBlamedOnScratch() {
        CaseParity parity = run(faultyScratch().withGradient(scale("W2", 4)), dl4j());
        assertThat(verdictOf(parity, "W2")).isEqualTo(Verdict.SCRATCH);
        assertThat(verdictOf(parity, "W1")).isEqualTo(Verdict.AGREE);
        assertThat(parity.agrees()).isFalse();
    }

    @Test
    void aSignInDl4jIsBlamedOnDl4j() {
        CaseParity parity = run(faultyScratch(), new FaultyModel(dl4j()).withGradient(scale("b2", -1)));
        assertThat(verdictOf(parity, "b2")).isEqualTo(Verdict.DL4J);
    }

    @Test
    void aMistakeThatBothSidesShareIsSeenByTheCentralDifferences() {
        UnaryOperator<double[]> fault = scale("b1", 0.5);
        CaseParity parity = run(faultyScratch().withGradient(fault), new FaultyModel(dl4j()).withGradient(fault));
        assertThat(verdictOf(parity, "b1")).isEqualTo(Verdict.NUMERIC);
    }

    @Test
    void aMistakeInASmallElementIsNotHiddenByItsLargeNeighbours() {
        double[][] x = {{1e-9, 0.9, 0.5, 0.7}, {1e-9, 0.2, 0.8, 0.4}};
        ParityCase withASmallInput = new ParityCase(
                "a small input", SPEC, CASE.parameters(), x, new double[][] {{0.99, 0.01, 0.01}, {0.01, 0.99, 0.01}});
        int small = 2 * SPEC.inputs(); // W1[2][0]
        InspectableModel faulty = faultyScratch().withGradient(change(small, value -> value * (1 + 1e-9)));
        CaseParity parity = ParityRun.run(withASmallInput, faulty, dl4j(), Progress.silent());
        assertThat(parity.disagreements()).hasSize(1).first().asString().startsWith("a small input: W1[2][0]: ");
        assertThat(ParityRun.run(withASmallInput, faultyScratch(), dl4j(), Progress.silent())
                        .disagreements())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300 * 1e300, Double.MAX_VALUE})
    void whatIsNotFiniteNeverAgrees(double value) {
        int element = tensor("W2").from() + 1;
        UnaryOperator<double[]> gradient = change(element, right -> value);
        UnaryOperator<double[]> outputs = change(2, right -> value);
        for (CaseParity parity : List.of(
                runBriefly(faultyScratch().withGradient(gradient), dl4j()),
                runBriefly(faultyScratch(), new FaultyModel(dl4j()).withGradient(gradient)),
                runBriefly(faultyScratch().withGradient(gradient), new FaultyModel(dl4j()).withGradient(gradient)))) {
            assertThat(parity.agrees()).isFalse();
            assertThat(parity.disagreements()).hasSize(1).first().asString().contains("mean: W2[0][1]: ");
        }
        for (CaseParity parity : List.of(
                runBriefly(faultyScratch().withOutputs(outputs), dl4j()),
                runBriefly(faultyScratch(), new FaultyModel(dl4j()).withOutputs(outputs)),
                runBriefly(faultyScratch().withOutputs(outputs), new FaultyModel(dl4j()).withOutputs(outputs)))) {
            assertThat(parity.disagreements()).hasSize(1).first().asString().contains("mean: outputs[0][2]: ");
        }
        for (CaseParity parity : List.of(
                runBriefly(faultyScratch().withLoss(value), dl4j()),
                runBriefly(faultyScratch(), new FaultyModel(dl4j()).withLoss(value)),
                runBriefly(faultyScratch().withLoss(value), new FaultyModel(dl4j()).withLoss(value)))) {
            assertThat(parity.disagreements()).hasSize(1).first().asString().contains("mean: loss[0]: ");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aTrajectoryThatLeavesTheFiniteNumbersDisagreesOnOneSideAndOnBoth(double value) {
        UnaryOperator<double[]> fault = change(CASE.parameters().length + 3, right -> value);
        CaseParity ofScratch = run(faultyScratch().withStep(fault).fromStep(4), dl4j());
        assertThat(ofScratch.agrees()).isFalse();
        Divergence divergence = Objects.requireNonNull(ofScratch.divergence());
        assertThat(divergence.step()).isEqualTo(4);
        assertThat(divergence.element()).isEqualTo("W1[0][3]");
        assertThat(run(faultyScratch(), new FaultyModel(dl4j()).withStep(fault)).agrees())
                .isFalse();

        CaseParity ofBoth = run(faultyScratch().withStep(fault), new FaultyModel(dl4j()).withStep(fault));
        assertThat(ofBoth.agrees()).isFalse();
        assertThat(Objects.requireNonNull(ofBoth.divergence()).describe())
                .startsWith("Both sides diverge in step 1, layer 1, at the weight W1[0][3]: ")
                .endsWith("Use a smaller rate.");
    }

    @Test
    void theLocatorFindsWhatIsInfiniteOnBothSides() {
        UnaryOperator<Trace> fault = trace -> {
            trace.weightedSums().get(1)[2] = Double.POSITIVE_INFINITY;
            return trace;
        };
        Divergence divergence = new DivergenceLocator(
                        SPEC, faultyScratch().withTrace(fault), new FaultyModel(dl4j()).withTrace(fault))
                .locate(CASE.parameters(), CASE::row, 1)
                .orElseThrow();
        assertThat(divergence.quantity()).isEqualTo(Quantity.Z);
        assertThat(divergence.element()).isEqualTo("[0][2]");
    }

    @Test
    void aBiasLeftOutOfTheUpdateIsNamedAndLocated() {
        UnaryOperator<double[]> biasStays = both -> {
            double[] changed = both.clone();
            int n = both.length / 2;
            Tensor bias = tensor("b1");
            System.arraycopy(both, bias.from(), changed, n + bias.from(), bias.size());
            return changed;
        };
        CaseParity result = run(faultyScratch().withStep(biasStays), dl4j());
        assertThat(result.agrees()).isFalse();
        assertThat(result.disagreements().get(0)).contains("after step 1 ", "b1[");
        Divergence divergence = Objects.requireNonNull(result.divergence());
        assertThat(divergence.quantity()).isEqualTo(Quantity.WEIGHT);
        assertThat(divergence.element()).startsWith("b1[");
        assertThat(divergence.layer()).isEqualTo(1);
    }

    @Test
    void theLocatorNamesTheFirstStepLayerQuantityAndElement() {
        FaultyModel faulty = faultyScratch()
                .withTrace(trace -> {
                    trace.deltas().get(0)[3] += 1e-9;
                    return trace;
                })
                .withGradient(scale("W1", 2))
                .fromStep(5);
        Divergence divergence = new DivergenceLocator(SPEC, faulty, dl4j())
                .locate(CASE.parameters(), CASE::row, 20)
                .orElseThrow();
        assertThat(divergence.step()).isEqualTo(5);
        assertThat(divergence.layer()).isEqualTo(1);
        assertThat(divergence.quantity()).isEqualTo(Quantity.DELTA);
        assertThat(divergence.element()).isEqualTo("[0][3]");
        assertThat(divergence.describe()).contains("step 5, layer 1, at the delta [0][3]");
    }

    @Test
    void whatIsComputedFirstIsReportedFirst() {
        FaultyModel faulty = faultyScratch().withTrace(trace -> {
            trace.activations().get(0)[1] *= 1.001;
            trace.deltas().get(1)[0] *= 2;
            return trace;
        });
        Divergence divergence = new DivergenceLocator(SPEC, faulty, dl4j())
                .locate(CASE.parameters(), CASE::row, 1)
                .orElseThrow();
        assertThat(divergence.quantity()).isEqualTo(Quantity.ACTIVATION);
        assertThat(divergence.layer()).isEqualTo(1);
    }

    @Test
    void twoEqualRunsDoNotPart() {
        assertThat(new DivergenceLocator(SPEC, faultyScratch(), dl4j()).locate(CASE.parameters(), CASE::row, 50))
                .isEmpty();
    }

    private static UnaryOperator<double[]> change(int element, DoubleUnaryOperator fault) {
        return right -> {
            double[] changed = right.clone();
            changed[element] = fault.applyAsDouble(right[element]);
            return changed;
        };
    }

    private static FaultyModel faultyScratch() {
        return new FaultyModel(new ScratchModel(SPEC));
    }

    private static InspectableModel dl4j() {
        return Dl4jModel.of(SPEC);
    }

    /** A fault that is there from the first step on needs no more than a few. */
    private static CaseParity runBriefly(InspectableModel scratch, InspectableModel dl4j) {
        return ParityRun.run(CASE, scratch, dl4j, 10, Progress.silent());
    }

    private static CaseParity run(InspectableModel scratch, InspectableModel dl4j) {
        return ParityRun.run(CASE, scratch, dl4j, Progress.silent());
    }

    private static Verdict verdictOf(CaseParity parity, String tensor) {
        return parity.tensors().stream()
                .filter(t -> t.tensor().equals(tensor))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static UnaryOperator<double[]> scale(String tensor, double factor) {
        return gradient -> {
            double[] changed = gradient.clone();
            for (int i = tensor(tensor).from(); i < tensor(tensor).to(); i++) {
                changed[i] *= factor;
            }
            return changed;
        };
    }

    private static Tensor tensor(String name) {
        return SPEC.tensors().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
