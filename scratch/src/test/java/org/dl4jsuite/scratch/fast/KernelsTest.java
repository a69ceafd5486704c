package org.dl4jsuite.scratch.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both implementations of the inner loops against the same sums in double. */
class KernelsTest {
    private static final int[] SIZES = {1, 3, 7, 8, 9, 31, 200, 784, 1021};

    /** Half a unit in the last place of a float near 1: what one rounding does, relatively. */
    private static final double ROUNDING = 0x1p-24;

    /** Values before and after the part worked on, which must stay as they are. */
    private static final int MARGIN = 5;

    /** One size's check; {@code width} is that size filled up to whole vectors. */
    @FunctionalInterface
    private interface Check {
        void of(int size, int width, Random random);
    }

    private static void forAllSizes(Kernels kernels, Check check) {
        for (int size : SIZES) {
            int lanes = kernels.lanes();
            check.of(size, (size + lanes - 1) / lanes * lanes, new Random(size));
        }
    }

    static List<Kernels> kernels() {
        return List.of(KernelChoice.of("plain"), KernelChoice.of("vector"));
    }

    /** n products are rounded and n sums: no term meets more than n + 1 roundings, in whatever order they are added. */
    @ParameterizedTest
    @MethodSource("kernels")
    void weightedSum(Kernels kernels) {
        forAllSizes(kernels, (n, width, random) -> {
            float[] weights = random(MARGIN + 2 * n * width, random);
            int[] rows = random.ints(0, 2 * n).distinct().limit(n).toArray();
            float[] values = random(n, random);
            float[] z = random(MARGIN + width + MARGIN, random);
            float[] before = z.clone();

            kernels.weightedSum(weights, MARGIN, width, rows, values, 0, n, z, MARGIN);

            for (int j = 0; j < width; j++) {
                double sum = 0;
                double size = 0;
                for (int e = 0; e < n; e++) {
                    double product = (double) values[e] * weights[MARGIN + rows[e] * width + j];
                    sum += product;
                    size += Math.abs(product);
                }
                assertThat((double) z[MARGIN + j]).isCloseTo(sum, within((n + 1) * ROUNDING * size));
            }
            assertMarginsAreSame(z, before, MARGIN + width);
        });
    }

    /** A product and a sum are rounded. */
    @ParameterizedTest
    @MethodSource("kernels")
    void addOuterProduct(Kernels kernels) {
        forAllSizes(kernels, (n, width, random) -> {
            float[] weights = random(MARGIN + 2 * n * width, random);
            float[] before = weights.clone();
            int[] rows = random.ints(0, 2 * n).distinct().limit(n).toArray();
            float[] values = random(n, random);
            float[] steps = random(MARGIN + width, random);
            double[] valueOfRow = new double[2 * n];
            for (int e = 0; e < n; e++) {
                valueOfRow[rows[e]] = values[e];
            }

            kernels.addOuterProduct(weights, MARGIN, width, rows, values, 0, n, steps, MARGIN);

            for (int i = 0; i < 2 * n * width; i++) {
                double old = before[MARGIN + i];
                double added = valueOfRow[i / width] * steps[MARGIN + i % width];
                double bound = ROUNDING * (Math.abs(added) + Math.abs(old + added)) * (1 + ROUNDING);
                if (!(Math.abs(weights[MARGIN + i] - (old + added)) <= bound)) {
                    assertThat((double) weights[MARGIN + i])
                            .as("weight %d of size %d", i, n)
                            .isCloseTo(old + added, within(bound));
                }
            }
            assertMarginsAreSame(weights, before, weights.length);
        });
    }

    /** As for the weighted sum. */
    @ParameterizedTest
    @MethodSource("kernels")
    void dots(Kernels kernels) {
        forAllSizes(kernels, (n, width, random) -> {
            int rows = 1 + n % 11;
            float[] weights = random(rows * width, random);
            float[] a = random(MARGIN + width, random);
            float[] z = random(MARGIN + rows + MARGIN, random);
            float[] before = z.clone();

            kernels.dots(weights, width, rows, a, MARGIN, z, MARGIN);

            for (int r = 0; r < rows; r++) {
                double sum = 0;
                double size = 0;
                for (int j = 0; j < width; j++) {
                    double product = (double) weights[r * width + j] * a[MARGIN + j];
                    sum += product;
                    size += Math.abs(product);
                }
                assertThat((double) z[MARGIN + r]).isCloseTo(sum, within((width + 1) * ROUNDING * size));
            }
            assertMarginsAreSame(z, before, MARGIN + rows);
        });
    }

    /** The error of exp, at most as large in 1 / (1 + exp), and two roundings. */
    @ParameterizedTest
    @MethodSource("kernels")
    void sigmoid(Kernels kernels) {
        forAllSizes(kernels, (n, width, random) -> {
            float[] z = random(MARGIN + width + MARGIN, random);
            for (int i = 0; i < z.length; i++) {
                z[i] *= 90;
            }
            float[] before = z.clone();

            kernels.sigmoid(z, MARGIN, width);

            for (int i = MARGIN; i < MARGIN + width; i++) {
                double limited = Math.max(-FloatExp.LIMIT, Math.min(FloatExp.LIMIT, before[i]));
                double expected = 1 / (1 + Math.exp(-limited));
                assertThat((double) z[i])
                        .isCloseTo(expected, within((FloatExp.RELATIVE_ERROR + 2 * ROUNDING) * expected));
            }
            assertMarginsAreSame(z, before, MARGIN + width);
        });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void sigmoidOfTheUnusual(Kernels kernels) {
        float[] z = new float[kernels.lanes()];
        z[0] = Float.POSITIVE_INFINITY;
        z[1] = Float.NEGATIVE_INFINITY;
        z[2] = Float.NaN;

        kernels.sigmoid(z, 0, z.length);

        assertThat(z[0]).isEqualTo(1);
        assertThat(z[1]).isBetween(0f, 2e-38f);
        assertThat(z[2]).isNaN();
        assertThat(z[3]).isEqualTo(0.5f);
    }

    /** A difference and two products are rounded. */
    @ParameterizedTest
    @MethodSource("kernels")
    void timesSlope(Kernels kernels) {
        forAllSizes(kernels, (n, width, random) -> {
            float[] d = random(MARGIN + width + MARGIN, random);
            float[] before = d.clone();
            float[] a = random(MARGIN + width, random);

            kernels.timesSlope(d, a, MARGIN, width);

            for (int i = MARGIN; i < MARGIN + width; i++) {
                double expected = before[i] * (a[i] * (1.0 - a[i]));
                assertThat((double) d[i]).isCloseTo(expected, within(3.1 * ROUNDING * Math.abs(expected)));
            }
            assertMarginsAreSame(d, before, MARGIN + width);
        });
    }

    private static void assertMarginsAreSame(float[] after, float[] before, int end) {
        for (int i = 0; i < after.length; i++) {
            if (i < MARGIN || i >= end) {
                assertThat(after[i]).as("margin [%d]", i).isEqualTo(before[i]);
            }
        }
    }

    /** Uniform in [-1, 1). */
    private static float[] random(int length, Random random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }
}
