package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.junit.jupiter.api.Test;

class ParityCasesTest {
    @Test
    void namesTellWhatIsUnusual() {
        List<String> names = ParityCases.tiny(1).stream().map(ParityCase::name).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSize(28)
                .contains(
                        "2-3-1, 1 row",
                        "2-3-1, 1 row, bias",
                        "3-4-1, 4 rows, sum",
                        "4-5-3, 3 rows, tanh, mean",
                        "4-5-3, 3 rows, tanh to identity, bias, mean",
                        "3-3-3, 1 row, the book's weights",
                        "3-3-3, 1 row, book rule, the book's weights",
                        "4-5-3, 3 rows, mean, float",
                        "4-5-3, 3 rows, mean, squared error",
                        "4-8-6-5-2, 7 rows, relu/tanh to identity, bias, mean",
                        "4-8-6-3, 3 rows, relu to softmax, bias, mean, cross entropy, float");
        assertThat(ParityCases.random(NetworkSpec.of(3, 2), 1, new NumpyRandomState(1))
                        .name())
                .isEqualTo("3-2, 1 row");
    }

    /** Parameters first, tensor by tensor, each as wide as its incoming links say; then each row's inputs and its target. */
    @Test
    void everythingIsDrawnFromTheSeedInOrder() {
        NetworkSpec spec = NetworkSpec.of(4, 5, 3).withBias(true);
        ParityCase drawn = ParityCases.random(spec, 2, new NumpyRandomState(3));
        NumpyRandomState random = new NumpyRandomState(3);
        int at = 0;
        for (int[] tensor : new int[][] {{20, 4}, {5, 5}, {15, 5}, {3, 3}}) {
            for (int i = 0; i < tensor[0]; i++) {
                assertThat(drawn.parameters()[at++]).isEqualTo(random.normal(0, Math.pow(tensor[1], -0.5)));
            }
        }
        assertThat(drawn.parameters()).hasSize(at);
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 4; i++) {
                assertThat(drawn.inputs()[row][i]).isEqualTo(0.01 + 0.98 * random.randomSample(), within(1e-16));
            }
            int on = (int) (4 * random.randomSample());
            for (int k = 0; k < 3; k++) {
                assertThat(drawn.targets()[row][k]).isEqualTo(k == on ? 0.99 : 0.01);
            }
        }
    }

    @Test
    void atMostOneTargetOfARowIsOnAndOfASoftmaxExactlyOne() {
        NetworkSpec spec = NetworkSpec.of(1, 3);
        NetworkSpec softmax = spec.withOutput(Activation.SOFTMAX).withLoss(Loss.CROSS_ENTROPY);
        Set<Integer> on = new HashSet<>();
        for (double[] row :
                ParityCases.random(spec, 200, new NumpyRandomState(1)).targets()) {
            assertThat(Arrays.stream(row).filter(t -> t == 0.99).count()
                            + Arrays.stream(row).filter(t -> t == 0.01).count())
                    .isEqualTo(3);
            assertThat(Arrays.stream(row).filter(t -> t == 0.99).count()).isLessThan(2);
            on.add(indexOfLargest(row, 0.99));
        }
        assertThat(on).containsExactlyInAnyOrder(-1, 0, 1, 2);
        on.clear();
        for (double[] row :
                ParityCases.random(softmax, 200, new NumpyRandomState(1)).targets()) {
            assertThat(Arrays.stream(row).sum()).isEqualTo(1, within(1e-15));
            on.add(indexOfLargest(row, 1 - 0.02));
        }
        assertThat(on).containsExactlyInAnyOrder(0, 1, 2);
    }

    private static int indexOfLargest(double[] row, double whenOn) {
        for (int k = 0; k < row.length; k++) {
            if (row[k] == whenOn) {
                return k;
            }
        }
        return -1;
    }
}
