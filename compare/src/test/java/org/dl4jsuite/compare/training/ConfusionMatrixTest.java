package org.dl4jsuite.compare.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.dl4jsuite.data.LabelledImages;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    @Test
    void rowsAreLabelsColumnsArePredictions() {
        LabelledImages images = LabelledImages.of(new byte[] {3, 3, 5, 9}, new byte[4 * LabelledImages.PIXELS]);
        ConfusionMatrix matrix = ConfusionMatrix.of(images, new int[] {3, 8, 5, 4});
        assertThat(matrix.counts()[3][3]).isEqualTo(1);
        assertThat(matrix.counts()[3][8]).isEqualTo(1);
        assertThat(matrix.counts()[5][5]).isEqualTo(1);
        assertThat(matrix.counts()[9][4]).isEqualTo(1);
        assertThat(matrix.accuracy()).isEqualTo(0.5);
    }

    @Test
    void theFirstOfSeveralLargestOutputsIsTheAnswer() {
        assertThat(Predictions.largest(new double[] {0.1, 0.7, 0.2, 0.7})).isEqualTo(1);
    }
}
