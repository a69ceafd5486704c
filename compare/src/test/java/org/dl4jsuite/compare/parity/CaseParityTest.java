package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.CaseParity.GradientCheck;
import org.dl4jsuite.compare.parity.Divergence.Quantity;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.junit.jupiter.api.Test;

class CaseParityTest {
    private static final NetworkSpec SPEC = NetworkSpec.of(2, 3, 2).withBias(true);
    private static final ParityCase CASE = ParityCases.random(SPEC, 3, new NumpyRandomState(4));
    private static final Divergence DIVERGENCE = new Divergence(2, 1, Quantity.Z, "[0][1]", 1, 2, 0.5);

    private final Model scratch = new ScratchModel(SPEC);
    private final CaseParity parity = ParityRun.run(CASE, scratch, new ScratchModel(SPEC), 10, Progress.silent());

    @Test
    void theJsonHasAllThatTheCaseWasComputedFrom() throws IOException {
        JsonNode json = Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(parity));
        scratch.setParameters(CASE.parameters());
        assertThat(numbers(json.get("parameters"))).isEqualTo(CASE.parameters());
        double[][] outputs = scratch.outputs(CASE.inputs());
        for (int row = 0; row < 3; row++) {
            assertThat(numbers(json.get("inputs").get(row))).isEqualTo(CASE.inputs()[row]);
            assertThat(numbers(json.get("targets").get(row))).isEqualTo(CASE.targets()[row]);
            assertThat(numbers(json.at("/outputs/scratch/" + row))).isEqualTo(outputs[row]);
            assertThat(numbers(json.at("/outputs/dl4j/" + row))).isEqualTo(outputs[row]);
        }
        assertThat(json.at("/outputs/scratch")).hasSize(3);
        double loss = scratch.gradient(CASE.inputs(), CASE.targets()).loss();
        assertThat(json.at("/loss/scratch").doubleValue()).isEqualTo(loss);
        assertThat(json.at("/loss/dl4j").doubleValue()).isEqualTo(loss);
        assertThat(json.get("case").textValue()).isEqualTo(CASE.name());
        assertThat(json.get("bias").booleanValue()).isTrue();
        assertThat(json.get("tensors")).hasSize(4);
        assertThat(json.get("trajectory")).hasSize(2);
        assertThat(json.get("divergence").isNull()).isTrue();
        assertThat(json.get("agrees").booleanValue()).isTrue();
    }

    @Test
    void dl4jsOwnCheckAndAPlaceAreDisagreementsToo() {
        assertThat(parity.agrees()).isTrue();
        assertThat(parity.disagreements()).isEmpty();
        CaseParity failed = new CaseParity(
                CASE,
                parity.loss(),
                parity.outputs(),
                parity.tensors(),
                GradientCheck.FAILED,
                parity.trajectory(),
                null);
        assertThat(failed.agrees()).isFalse();
        assertThat(failed.with(DIVERGENCE).disagreements())
                .containsExactly(
                        CASE.name() + ": DL4J's own GradientCheckUtil fails on DL4J's network",
                        CASE.name() + ": The runs part in step 2, layer 1, at the z [0][1]: scratch 1.0, DL4J 2.0"
                                + " (tolerance 0.5).");
    }

    @Test
    void onlyWhereNeitherSideIsFiniteBothDiverge() {
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(new Divergence(1, 1, Quantity.Z, "[0][0]", infinite, 1, 0).describe())
                .startsWith("The runs part");
        assertThat(new Divergence(1, 1, Quantity.Z, "[0][0]", 1, Double.NaN, 0).describe())
                .startsWith("The runs part");
        assertThat(new Divergence(1, 1, Quantity.Z, "[0][0]", infinite, Double.NaN, 0).describe())
                .startsWith("Both sides diverge");
    }

    /** Of the loss, of an output and of a gradient: each alone makes the case disagree, and has its line. */
    @Test
    void everyTensorCounts() {
        FaultyModel[] faulty = {
            new FaultyModel(new ScratchModel(SPEC)).withLoss(2),
            new FaultyModel(new ScratchModel(SPEC)).withOutputs(row -> new double[] {row[0], row[1] + 1e-9}),
            new FaultyModel(new ScratchModel(SPEC)).withGradient(all -> {
                double[] changed = all.clone();
                changed[7] += 1e-9; // b1[1]
                return changed;
            })
        };
        String[] named = {"loss[0]: ", "outputs[", "b1[1]: "};
        for (int i = 0; i < faulty.length; i++) {
            CaseParity wrong = ParityRun.run(CASE, scratch, faulty[i], 10, Progress.silent());
            assertThat(wrong.agrees()).isFalse();
            assertThat(wrong.disagreements()).singleElement().asString().startsWith(CASE.name() + ": " + named[i]);
        }
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }
}
