package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.scratch.fast.FastInputs;
import org.junit.jupiter.api.Test;

/** A number that one network is handed otherwise changes its checksum; how it is packed for the network does not. */
class InputChecksumTest {
    private static final LabelledImages IMAGES = Mnist.load().train().first(30);

    @Test
    void allNetworksHaveTheSameChecksumOfTheSameNumbers() {
        InputChecksum.Sums scratch = scratch(IMAGES, 1);
        InputChecksum dl4j = new InputChecksum();
        dl4j.watch(IMAGES, 7).forEachRemaining(batch -> {});
        assertThat(dl4j.sums()).isEqualTo(scratch);
        assertThat(fast(1, 1)).isEqualTo(scratch.floats());
    }

    @Test
    void aThousandthMoreIsSeen() {
        InputChecksum.Sums right = scratch(IMAGES, 1);
        assertThat(scratch(IMAGES, 1.001).doubles()).isNotEqualTo(right.doubles());
        assertThat(scratch(IMAGES, 1.001).floats()).isNotEqualTo(right.floats());
        assertThat(fast(1.001, 1)).isNotEqualTo(right.floats());
        assertThat(fast(1, 1.001f)).isNotEqualTo(right.floats());
    }

    @Test
    void aLastBitAndTheOrderAreSeen() {
        InputChecksum.Sums right = scratch(IMAGES, 1);
        assertThat(scratch(IMAGES, Math.nextUp(1.0)).doubles()).isNotEqualTo(right.doubles());
        int[] order = new int[IMAGES.size()];
        Arrays.setAll(order, i -> order.length - 1 - i);
        assertThat(scratch(IMAGES.permuted(order), 1).floats()).isNotEqualTo(right.floats());
    }

    private static InputChecksum.Sums scratch(LabelledImages images, double factor) {
        InputChecksum checksum = new InputChecksum();
        checksum.add(inputs(images, factor), images.targets(0, images.size()));
        return checksum.sums();
    }

    private static String fast(double factor, float ofTargets) {
        float[] targets = FastTraining.targets(IMAGES);
        for (int k = 0; k < targets.length; k++) {
            targets[k] *= ofTargets;
        }
        InputChecksum checksum = new InputChecksum();
        checksum.add(new FastTraining.Images(FastInputs.of(inputs(IMAGES, factor)), targets));
        return checksum.sums().floats();
    }

    private static double[][] inputs(LabelledImages images, double factor) {
        return Arrays.stream(images.inputs(0, images.size()))
                .map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
                .toArray(double[][]::new);
    }
}
