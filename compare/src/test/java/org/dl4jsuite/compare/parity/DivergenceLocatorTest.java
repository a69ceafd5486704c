package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Trace;
import org.dl4jsuite.compare.parity.Divergence.Quantity;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.junit.jupiter.api.Test;

/** Two networks from scratch, the second with a fault in one number of one step: that number is found. */
class DivergenceLocatorTest {
    private static final NetworkSpec SPEC = NetworkSpec.of(3, 4, 2).withBias(true);
    private static final ParityCase CASE = ParityCases.random(SPEC, 2, new NumpyRandomState(5));
    /** Far above rounding, far below what the eye would see. */
    private static final double FAULT = 1e-9;

    @Test
    void everyQuantityOfEveryLayerIsLookedAt() {
        for (int l = 0; l < 2; l++) {
            int layer = l;
            assertFound(
                    Quantity.Z, layer, "[0][1]", trace(of -> of.weightedSums().get(layer)[1] += FAULT));
            assertFound(
                    Quantity.ACTIVATION,
                    layer,
                    "[0][1]",
                    trace(of -> of.activations().get(layer)[1] += FAULT));
            assertFound(Quantity.DELTA, layer, "[0][1]", trace(of -> of.deltas().get(layer)[1] += FAULT));
            for (String kind : new String[] {"W", "b"}) {
                int element = SPEC.tensors().stream()
                                .filter(tensor -> tensor.name().equals(kind + (layer + 1)))
                                .findFirst()
                                .orElseThrow()
                                .from()
                        + 1;
                String name = kind + (layer + 1) + (kind.equals("W") ? "[0][1]" : "[1]");
                assertFound(Quantity.GRADIENT, layer, name, faulty().withGradient(plus(element)));
                int after = CASE.parameters().length + element;
                assertFound(Quantity.WEIGHT, layer, name, faulty().withStep(plus(after)));
            }
        }
    }

    @Test
    void backPropagationIsLookedAtFromTheOutputsAndTheRestFromTheInputs() {
        Divergence delta = locate(trace(of -> {
                    of.deltas().get(0)[0] += FAULT;
                    of.deltas().get(1)[0] += FAULT;
                }))
                .orElseThrow();
        assertThat(delta.layer()).isEqualTo(2);
        Divergence z = locate(trace(of -> {
                    of.weightedSums().get(0)[0] += FAULT;
                    of.weightedSums().get(1)[0] += FAULT;
                }))
                .orElseThrow();
        assertThat(z.layer()).isEqualTo(1);
    }

    @Test
    void theFirstStepIsNamedAndTheLastIsTheLast() {
        assertThat(locate(faulty().withGradient(plus(0)).fromStep(7))
                        .orElseThrow()
                        .step())
                .isEqualTo(7);
        assertThat(locate(faulty().withGradient(plus(0)).fromStep(10))
                        .orElseThrow()
                        .step())
                .isEqualTo(10);
        assertThat(locate(faulty().withGradient(plus(0)).fromStep(11))).isEmpty();
        assertThat(locate(faulty())).isEmpty();
    }

    @Test
    void everyStepHasItsOwnBatch() {
        List<Long> asked = new ArrayList<>();
        new DivergenceLocator(SPEC, new ScratchModel(SPEC), faulty())
                .locate(
                        CASE.parameters(),
                        step -> {
                            asked.add(step);
                            return CASE.row(step);
                        },
                        4);
        assertThat(asked).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aRunThatPartsTellsWhere() {
        CaseParity parity = ParityRun.run(
                CASE, new ScratchModel(SPEC), faulty().withStep(plus(CASE.parameters().length)), Progress.silent());
        assertThat(parity.agrees()).isFalse();
        assertThat(Objects.requireNonNull(parity.divergence()).element()).isEqualTo("W1[0][0]");
        assertThat(parity.trajectory().get(parity.trajectory().size() - 1).step())
                .isEqualTo(500);
        assertThat(parity.disagreements()).hasSize(2);
    }

    private static void assertFound(Quantity quantity, int layer, String element, FaultyModel faulty) {
        Divergence found = locate(faulty).orElseThrow();
        assertThat(found.quantity()).isEqualTo(quantity);
        assertThat(found.layer()).isEqualTo(layer + 1);
        assertThat(found.element()).isEqualTo(element);
        assertThat(found.step()).isOne();
        assertThat(Math.abs(found.dl4j() - found.scratch()))
                .isGreaterThan(found.tolerance())
                .isBetween(0.99 * FAULT, 1.01 * FAULT);
    }

    private static Optional<Divergence> locate(FaultyModel faulty) {
        return new DivergenceLocator(SPEC, new ScratchModel(SPEC), faulty).locate(CASE.parameters(), CASE::row, 10);
    }

    private static FaultyModel faulty() {
        return new FaultyModel(new ScratchModel(SPEC));
    }

    private static FaultyModel trace(Consumer<Trace> fault) {
        return faulty().withTrace(trace -> {
            fault.accept(trace);
            return trace;
        });
    }

    private static UnaryOperator<double[]> plus(int element) {
        return values -> {
            double[] changed = values.clone();
            changed[element] += FAULT;
            return changed;
        };
    }
}
