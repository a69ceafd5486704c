package org.dl4jsuite.scratch.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both implementations of the inner loops against the same sums in double. */
class KernelsTest {
    /** Every width up to several vectors of any processor, and some large ones. */
    private static final int[] SIZES = IntStream.concat(IntStream.rangeClosed(1, 70), IntStream.of(200, 784, 1021))
            .toArray();

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
        // every way to cut a layer into bands of 13, 7, 4 and 1 vectors, the last of them full or not
        IntStream widths = IntStream.rangeClosed(1, 27).map(vectors -> vectors * kernels.lanes() - vectors % 3);
        IntStream.concat(Arrays.stream(SIZES), widths)
                .forEach(size -> check.of(size, kernels.wholeVectors(size), new Random(size)));
    }

    static List<Kernels> kernels() {
        return List.of(KernelChoice.of("plain"), KernelChoice.of("vector"));
    }

    /** n products are rounded and n sums: no term meets more than n + 1 roundings, in whatever order they are added. */
    @ParameterizedTest
    @MethodSource("kernels")
    void weightedSum(Kernels kernels) {
        forAllSizes(kernels, (n, width, random) -> {
            Kernels.Weights weights = random(kernels, 2 * n, n, random);
            int[] rows = random.ints(0, 2 * n).distinct().limit(n).toArray();
            float[] values = random(n, random);
            float[] z = random(MARGIN + width + MARGIN, random);
            float[] before = z.clone();

            weights.weightedSum(rows, values, 0, n, z, MARGIN);

            for (int j = 0; j < n; j++) {
                double sum = 0;
                double size = 0;
                for (int e = 0; e < n; e++) {
                    double product = (double) values[e] * weights.get(rows[e], j);
                    sum += product;
                    size += Math.abs(product);
                }
                assertThat((double) z[MARGIN + j]).isCloseTo(sum, within((n + 1) * ROUNDING * size));
            }
            assertMarginsAreSame(z, before, MARGIN + width);
        });
    }

    /** A product and a sum are rounded; rows without an entry stay as they are. */
    @ParameterizedTest
    @MethodSource("kernels")
    void addOuterProduct(Kernels kernels) {
        forAllSizes(kernels, (n, width, random) -> {
            Kernels.Weights weights = random(kernels, 2 * n, n, random);
            int[] rows = random.ints(0, 2 * n).distinct().limit(n).toArray();
            float[] values = random(n, random);
            float[] steps = random(MARGIN + width, random);
            double[] valueOfRow = new double[2 * n];
            for (int e = 0; e < n; e++) {
                valueOfRow[rows[e]] = values[e];
            }
            float[][] before = copy(weights, 2 * n, n);

            weights.addOuterProduct(rows, values, 0, n, steps, MARGIN);

            for (int i = 0; i < 2 * n; i++) {
                for (int j = 0; j < n; j++) {
                    double added = valueOfRow[i] * steps[MARGIN + j];
                    double expected = before[i][j] + added;
                    double bound = ROUNDING * (Math.abs(added) + Math.abs(expected)) * (1 + ROUNDING);
                    if (!(Math.abs(weights.get(i, j) - expected) <= bound)) {
                        assertThat((double) weights.get(i, j))
                                .as("weight [%d][%d] of size %d", i, j, n)
                                .isCloseTo(expected, within(bound));
                    }
                }
            }
        });
    }

    /** As for the weighted sum. */
    @ParameterizedTest
    @MethodSource("kernels")
    void dots(Kernels kernels) {
        forAllSizes(kernels, (n, width, random) -> {
            int rows = 1 + n % 11;
            Kernels.Weights weights = random(kernels, rows, n, random);
            float[] a = random(MARGIN + width, random);
            Arrays.fill(a, MARGIN + n, a.length, 0);
            float[] z = random(MARGIN + rows + MARGIN, random);
            float[] before = z.clone();

            weights.dots(a, MARGIN, z, MARGIN);

            for (int r = 0; r < rows; r++) {
                double sum = 0;
                double size = 0;
                for (int j = 0; j < n; j++) {
                    double product = (double) weights.get(r, j) * a[MARGIN + j];
                    sum += product;
                    size += Math.abs(product);
                }
                assertThat((double) z[MARGIN + r]).isCloseTo(sum, within((n + 1) * ROUNDING * size));
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

    private static Kernels.Weights random(Kernels kernels, int rows, int columns, Random random) {
        Kernels.Weights weights = kernels.weights(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                weights.set(i, j, 2 * random.nextFloat() - 1);
            }
        }
        return weights;
    }

    private static float[][] copy(Kernels.Weights weights, int rows, int columns) {
        float[][] copy = new float[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                copy[i][j] = weights.get(i, j);
            }
        }
        return copy;
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
