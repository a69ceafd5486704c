package org.dl4jsuite.scratch.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FastInputsTest {
    @Test
    void findsTheBackgroundInTheData() {
        assertThat(FastInputs.of(new double[][] {{0.01, 0.5, 0.01}, {0.01, 0.01, 1}})
                        .background())
                .isEqualTo(0.01f);
        assertThat(FastInputs.of(new double[][] {{0, 0.5, 0}, {0, 0, 1}}).background())
                .isZero();
    }

    @Test
    void halfIsNoBackground() {
        assertThat(FastInputs.of(new double[][] {{0.3, 0.5}, {0.3, 0.7}}).background())
                .isZero();
    }

    @Test
    void keepsWhatDiffersFromTheBackground() {
        FastInputs x = FastInputs.of(new double[][] {{0.25, 0.25, 1}, {0.25, 0.75, 0.25}});

        assertThat(rows(x, x.forwardFrom(1), x.forwardTo(1))).containsExactly(3, 4, 1);
        assertThat(values(x, x.forwardFrom(1), x.forwardTo(1))).containsExactly(0.5f, 0.25f, 0.5f);
        assertThat(rows(x, x.learningFrom(1), x.learningTo(1))).containsExactly(1, 3, 4);
        assertThat(values(x, x.learningFrom(1), x.learningTo(1))).containsExactly(0.5f, 0.25f, 1.25f);
    }

    /**
     * To one unit in the last place of a float: bytes as the suite scales them, most of them background or none, in data sets
     * of up to 1,100 samples.
     */
    @Test
    void everySampleIsReadAsItWentIn() {
        Random random = new Random(1);
        for (int n : new int[] {1, 2, 7, 999, 1000, 1001, 1100}) {
            int ink = n % 4;
            int inputs = 1 + random.nextInt(9);
            double[][] samples = new double[n][inputs];
            for (double[] sample : samples) {
                for (int i = 0; i < inputs; i++) {
                    int pixel = ink > 0 && random.nextInt(ink) > 0 ? random.nextInt(256) : 0;
                    sample[i] = pixel / 255.0 * 0.99 + 0.01;
                }
            }
            FastInputs x = FastInputs.of(samples);
            double[] read = new double[inputs];
            for (int sample = 0; sample < n; sample++) {
                x.read(sample, read);
                for (int i = 0; i < inputs; i++) {
                    assertThat(read[i])
                            .isEqualTo(samples[sample][i], within((double) Math.ulp((float) samples[sample][i])));
                }
            }
        }
    }

    @Test
    void inAnotherOrderASampleHasTheSameEntries() {
        double[][] samples = {{0.25, 0.25, 1}, {0.25, 0.75, 0.25}, {0.25, 0.25, 0.25}, {0.5, 1, 0.25}};
        FastInputs x = FastInputs.of(samples).permuted(new int[] {2, 0, 3, 1});
        FastInputs expected = FastInputs.of(new double[][] {samples[2], samples[0], samples[3], samples[1]});

        assertThat(x.size()).isEqualTo(4);
        assertThat(x.inputs()).isEqualTo(3);
        assertThat(x.background()).isEqualTo(0.25f);
        for (int sample = 0; sample < 4; sample++) {
            assertThat(rows(x, x.forwardFrom(sample), x.forwardTo(sample)))
                    .isEqualTo(rows(expected, expected.forwardFrom(sample), expected.forwardTo(sample)));
            assertThat(values(x, x.learningFrom(sample), x.learningTo(sample)))
                    .isEqualTo(values(expected, expected.learningFrom(sample), expected.learningTo(sample)));
        }
    }

    private static int[] rows(FastInputs x, int from, int to) {
        return Arrays.copyOfRange(x.rows(), from, to);
    }

    private static float[] values(FastInputs x, int from, int to) {
        return Arrays.copyOfRange(x.values(), from, to);
    }

    @Test
    void makesRoomWhereTheSamplesLookedAtHaveFewerEntries() {
        int size = 3000; // every third is looked at
        FastInputs x = FastInputs.of(size, 20, (n, into) -> Arrays.fill(into, n % 3 == 0 ? 0 : n));

        double[] read = new double[20];
        for (int n = 0; n < size; n++) {
            x.read(n, read);
            assertThat(read).containsOnly(n % 3 == 0 ? 0 : n);
        }
    }

    @Test
    void takesNoSamples() {
        assertThat(FastInputs.of(new double[0][]).size()).isZero();
    }

    @Test
    void refusesSamplesOfDifferentLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FastInputs.of(new double[][] {{1, 2}, {1}}))
                .withMessage("All samples must have the same length: sample 0 has 2 values, sample 1 has 1");
    }
}
