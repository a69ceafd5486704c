package org.dl4jsuite.compare.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NativeArgumentsTest {
    @Test
    void argumentsAreFreedAndWhatIsKeptIsNot() {
        try (LongPointer before = new LongPointer(1, 2)) {
            LongPointer first;
            LongPointer second;
            PointerPointer<LongPointer> kept;
            try (NativeArguments arguments = new NativeArguments()) {
                first = new LongPointer(3, 4);
                kept = new PointerPointer<>(first);
                assertThat(first.isNull()).isFalse();
                arguments.free();
                assertThat(first.isNull()).isTrue();
                second = new LongPointer(5, 6);
            }
            assertThat(second.isNull()).isTrue();
            assertThat(kept.isNull()).isFalse();
            assertThat(before.get(1)).isEqualTo(2);
            kept.close();
        }
    }

    /** In the other tests' JVM, JavaCPP registers nothing. */
    @Test
    @Tag("long")
    void aStepLeavesNoneBehind() {
        NetworkSpec spec = NetworkSpec.digits(200, 0.1, Variant.TRUE_GRADIENT).withPrecision(Precision.DOUBLE);
        try (Model network = Dl4jModel.of(spec)) {
            double[][] x = new double[1][spec.inputs()];
            double[][] t = new double[1][spec.outputs()];
            network.train(x, t);
            network.outputs(x);
            long registered = Pointer.totalBytes();
            assertThat(registered).isPositive();
            for (int step = 0; step < 100; step++) {
                network.train(x, t);
                network.outputs(x);
            }
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(registered);
        }
    }
}
