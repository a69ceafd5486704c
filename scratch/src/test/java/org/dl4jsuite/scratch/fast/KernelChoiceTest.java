package org.dl4jsuite.scratch.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
    @Test
    void aForcedChoiceIsHonoured() {
        assertThat(KernelChoice.of("plain", true).name()).isEqualTo("plain");
        assertThat(KernelChoice.of("vector", true).name()).matches("vector \\(\\d+ bit\\)");
    }

    @Test
    void autoTakesVectorsWhereTheModuleIs() {
        assertThat(KernelChoice.of("auto", true)).isInstanceOf(VectorKernels.class);
        assertThat(KernelChoice.of("auto", false)).isInstanceOf(PlainKernels.class);
    }

    @Test
    void theTestsRunOnVectors() {
        FastNetwork network = new FastNetwork(2, 2, 2, Variant.TRUE_GRADIENT);

        assertThat(network.kernels()).startsWith("vector");
    }

    @Test
    void aChoiceThatCannotBeHonouredFails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> KernelChoice.of("vector", false))
                .withMessage("scratch.kernels=vector needs a JVM started with --add-modules jdk.incubator.vector");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelChoice.of("fastest", true))
                .withMessage("scratch.kernels must be auto, plain or vector: got \"fastest\"");
    }
}
