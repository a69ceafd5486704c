package org.dl4jsuite.compare.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.data.LabelledImages;
import org.junit.jupiter.api.Test;

/** The formulas against loops that count. */
class WorkTest {
    private static final int IN = 5;
    private static final int HIDDEN = 4;
    private static final int OUT = 3;
    private static final NetworkSpec NETWORK = NetworkSpec.of(IN, HIDDEN, OUT);

    private int flops;
    private final Set<String> weights = new HashSet<>();

    @Test
    void operationsAreThoseOfTheLoops() {
        forward();
        assertThat(Work.toPredict(NETWORK, 1, ActiveInputs.all(IN)).flops()).isEqualTo(flops);
        outputError();
        update();
        assertThat(Work.toTrain(NETWORK, 1, ActiveInputs.all(IN)).flops()).isEqualTo(flops);
    }

    @Test
    void bytesAreThoseOfTheWeightsOnceAStep() {
        forward();
        double read = 8.0 * weights.size();
        Work train = Work.toTrain(NETWORK, 1, ActiveInputs.all(IN));
        assertThat(train.bytesRead()).isEqualTo(read);
        assertThat(train.bytesUpdated()).isEqualTo(2 * read);
        assertThat(Work.toPredict(NETWORK, 1, ActiveInputs.all(IN)).bytes()).isEqualTo(read);
        assertThat(Work.toTrain(NETWORK, 6, ActiveInputs.all(IN)).bytes()).isEqualTo(train.bytes() / 6);
        NetworkSpec inFloat = NETWORK.withPrecision(Precision.FLOAT);
        assertThat(Work.toTrain(inFloat, 1, ActiveInputs.all(IN)).bytes()).isEqualTo(train.bytes() / 2);
    }

    @Test
    void mnistsNetworkOnPaper() {
        Work train =
                Work.toTrain(NetworkSpec.of(784, 200, 10).withPrecision(Precision.FLOAT), 1, ActiveInputs.all(784));
        assertThat(train.flops()).isEqualTo(2.0 * 784 * 200 * 2 + 2.0 * 200 * 10 * 3);
        assertThat(train.bytes()).isEqualTo(3 * 4.0 * (784 * 200 + 200 * 10));
    }

    @Test
    void onlyWhatDiffersFromTheBackgroundIsTouched() {
        byte[] labels = new byte[5];
        byte[] pixels = new byte[labels.length * LabelledImages.PIXELS];
        int[][] inked = {{3, 4}, {4}, {}, {3, 4, 700}, {9}}; // the last one fills no batch
        for (int n = 0; n < inked.length; n++) {
            for (int pixel : inked[n]) {
                pixels[n * LabelledImages.PIXELS + pixel] = 77;
            }
        }
        LabelledImages images = LabelledImages.of(labels, pixels);
        ActiveInputs touched = ActiveInputs.of(images, 2, (float) 0.01);
        assertThat(touched.entries()).isCloseTo((2 + 1 + 0 + 3) / 4.0 + 2, within(1e-12));
        assertThat(touched.rows()).isCloseTo((2 + 3) / 2.0 + 2, within(1e-12));
        assertThat(ActiveInputs.of(images, 2, 0.5f).rows()).isEqualTo(LabelledImages.PIXELS + 2);
    }

    private void forward() {
        for (int j = 0; j < HIDDEN; j++) {
            for (int i = 0; i < IN; i++) {
                multiplyAdd("W1", j, i);
            }
        }
        for (int k = 0; k < OUT; k++) {
            for (int j = 0; j < HIDDEN; j++) {
                multiplyAdd("W2", k, j);
            }
        }
    }

    private void outputError() {
        for (int k = 0; k < OUT; k++) {
            for (int j = 0; j < HIDDEN; j++) {
                multiplyAdd("W2", k, j);
            }
        }
    }

    /** Each weight takes its step: it is multiplied into and added to once. */
    private void update() {
        forward();
    }

    private void multiplyAdd(String matrix, int row, int column) {
        flops += 2;
        weights.add(matrix + row + "," + column);
    }
}
