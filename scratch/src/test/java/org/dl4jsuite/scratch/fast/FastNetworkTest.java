package org.dl4jsuite.scratch.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast network against the reference: the same parameters and outputs, before and after many steps. */
class FastNetworkTest {
    private static final float RATE = 0.1f;

    /** inputs, hidden, outputs. */
    private static final int[][] SIZES = {
        {1, 1, 1}, {3, 2, 1}, {2, 3, 5}, {7, 31, 3}, {31, 33, 10}, {20, 65, 17}, {100, 200, 10}
    };

    /** The constant of half, or most, of the inputs; none where NaN. */
    private static final double[] BACKGROUNDS = {0, 0.01, 0.5, Double.NaN};

    static List<Kernels> kernels() {
        return KernelsTest.kernels();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void computesWhatTheReferenceComputes(Kernels kernels) {
        for (int[] sizes : SIZES) {
            for (double background : BACKGROUNDS) {
                for (Variant variant : Variant.values()) {
                    for (int batch : new int[] {1, 3, 7}) {
                        assertSameAfterTraining(kernels, sizes, background, variant, batch, 40, 4);
                    }
                }
            }
        }
    }

    /** Every number of hidden nodes up to 70, which fill vectors or not, and every number of inputs up to 40. */
    @ParameterizedTest
    @MethodSource("kernels")
    void computesWhatTheReferenceComputesAtEveryWidth(Kernels kernels) {
        for (int hidden = 1; hidden <= 70; hidden++) {
            int[] sizes = {1 + 17 * hidden % 40, hidden, 1 + hidden % 11};
            assertSameAfterTraining(kernels, sizes, 0.5, Variant.TRUE_GRADIENT, 3, 8, 1);
        }
    }

    /** Long enough for several folds. */
    @ParameterizedTest
    @MethodSource("kernels")
    void doesNotDrift(Kernels kernels) {
        assertSameAfterTraining(kernels, new int[] {20, 9, 3}, 0.5, Variant.TRUE_GRADIENT, 1, 1000, 40);
        assertSameAfterTraining(kernels, new int[] {20, 9, 3}, 0.01, Variant.BOOK_RULE, 7, 1000, 40);
    }

    /** Killed after any batch, also between two folds: from its state another network takes the very same steps. */
    @ParameterizedTest
    @MethodSource("kernels")
    void goesOnFromAStateToTheLastBit(Kernels kernels) {
        int samples = 90;
        for (int[] sizes : SIZES) {
            for (int batch : new int[] {1, 7}) {
                Random random = new Random(batch);
                FastInputs x = FastInputs.of(inputs(samples, sizes[0], 0.01, random));
                float[] targets = new float[samples * sizes[2]];
                Arrays.fill(targets, 0.3f);
                FastNetwork whole = new FastNetwork(sizes[0], sizes[1], sizes[2], Variant.TRUE_GRADIENT, kernels);
                whole.setParameters(
                        random.doubles(whole.parameterCount(), -0.5, 0.5).toArray());
                int epochs = sizes[0] == 7 ? 100 : 2; // with a fold, after 8192 samples, in one size
                for (int epoch = 0; epoch < epochs; epoch++) {
                    int cut = random.nextInt(samples / batch) * batch;
                    FastNetwork first = new FastNetwork(sizes[0], sizes[1], sizes[2], Variant.TRUE_GRADIENT, kernels);
                    first.setState(whole.state());
                    double lossOfWhole = whole.train(x, targets, 0, samples, batch, RATE);
                    double lossOfFirst = first.train(x, targets, 0, cut, batch, RATE);
                    FastNetwork second = new FastNetwork(sizes[0], sizes[1], sizes[2], Variant.TRUE_GRADIENT, kernels);
                    second.setState(first.state());
                    assertThat(second.train(x, targets, cut, samples, batch, RATE, lossOfFirst))
                            .isEqualTo(lossOfWhole);
                    assertThat(second.state()).isEqualTo(whole.state());
                    assertThat(second.parameters()).isEqualTo(whole.parameters());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void rejectsTheStateOfAnotherNetwork(Kernels kernels) {
        FastNetwork network = new FastNetwork(3, 2, 1, Variant.TRUE_GRADIENT, kernels);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.setState(new float[12]))
                .withMessage("The network's state has 13 numbers, got 12");
    }

    private static void assertSameAfterTraining(
            Kernels kernels, int[] sizes, double background, Variant variant, int batch, int samples, int epochs) {
        Random random = new Random(samples + batch);
        double[][] inputs = inputs(samples, sizes[0], background, random);
        double[][] targets = inputs(samples, sizes[2], Double.NaN, random);
        Network reference = reference(sizes, variant);
        double[] parameters =
                random.doubles(reference.parameterCount(), -0.5, 0.5).toArray();
        toFloat(parameters);
        reference.setParameters(parameters);
        FastNetwork fast = new FastNetwork(sizes[0], sizes[1], sizes[2], variant, kernels);
        fast.setParameters(parameters);
        assertThat(fast.parameters()).isEqualTo(parameters);
        FastInputs x = FastInputs.of(inputs);
        String description =
                Arrays.toString(sizes) + ", background " + background + ", " + variant + ", batch " + batch;

        assertSame(reference, fast, inputs, x, 0, description + ", before training");
        double expectedLoss = 0;
        double loss = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int from = 0; from < samples; from += batch) {
                int to = Math.min(from + batch, samples);
                Matrix xs = Matrix.of(Arrays.copyOfRange(inputs, from, to));
                Matrix ts = Matrix.of(Arrays.copyOfRange(targets, from, to));
                expectedLoss += (to - from) * reference.train(xs, ts, RATE);
            }
            loss += fast.train(x, flat(targets), 0, samples, batch, RATE);
        }
        // E moves with an output by |t - o| < 1
        double tolerance = samples * epochs * sizes[2] * outputTolerance(reference, samples * epochs);
        assertThat(loss).as(description + ", E").isCloseTo(expectedLoss, within(tolerance));
        assertSame(reference, fast, inputs, x, samples * epochs, description + ", after " + epochs + " epochs");
    }

    /**
     * Each sample trained rounds a weight to float, by at most 2^-24 of its size, and adds a share that is itself wrong
     * by some roundings; these errors are as often up as down, so that after n samples they have grown as sqrt(n). Eight
     * times the size of that walk is far beyond chance. An output has such an error from each link on its way, and a few
     * roundings of its own.
     */
    private static void assertSame(
            Network reference, FastNetwork fast, double[][] inputs, FastInputs x, int trained, String description) {
        assertClose(
                fast.parameters(),
                reference.parameters(),
                parameterTolerance(reference, trained),
                description + ", parameters");

        double[] outputs = reference.query(Matrix.of(inputs)).values();
        float[] fastOutputs = new float[outputs.length];
        fast.query(x, 0, inputs.length, fastOutputs);
        assertClose(toDouble(fastOutputs), outputs, outputTolerance(reference, trained), description);
    }

    private static double parameterTolerance(Network reference, int trained) {
        return 8 * Math.sqrt(trained) * 0x1p-24 * largestParameter(reference);
    }

    private static double outputTolerance(Network reference, int trained) {
        double links = Math.sqrt(reference.layers().get(0).weights().columns()
                + reference.layers().get(1).weights().columns());
        double rounding = 8 * 0x1p-24 * Math.max(1, largestParameter(reference));
        return links * (rounding + parameterTolerance(reference, trained));
    }

    private static double largestParameter(Network network) {
        return Arrays.stream(network.parameters()).map(Math::abs).max().orElseThrow();
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance, String description) {
        assertThat(actual).hasSameSizeAs(expected);
        int worst = 0;
        for (int i = 0; i < actual.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= Math.abs(actual[worst] - expected[worst]))) {
                worst = i;
            }
        }
        double difference = Math.abs(actual[worst] - expected[worst]);
        assertThat(difference)
                .as("%s [%d]: fast %s, reference %s", description, worst, actual[worst], expected[worst])
                .isLessThanOrEqualTo(tolerance);
    }

    /** Nothing of the training before is left, such as what has not been added into the weights yet. */
    @ParameterizedTest
    @MethodSource("kernels")
    void newParametersTakeTheOldOnesPlace(Kernels kernels) {
        FastInputs x = FastInputs.of(inputs(50, 9, 0.01, new Random(1)));
        FastNetwork used = random(kernels);
        used.train(x, new float[50 * 2], 0, 50, 1, RATE);
        used.setParameters(random(kernels).parameters());
        assertThat(used.state()).isEqualTo(random(kernels).state());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void anEpochCanBeTrainedInPieces(Kernels kernels) {
        FastInputs x = FastInputs.of(inputs(50, 9, 0.01, new Random(1)));
        float[] targets = new float[50 * 2];
        FastNetwork whole = random(kernels);
        FastNetwork pieces = random(kernels);

        whole.train(x, targets, 0, 50, 4, RATE);
        pieces.train(x, targets, 0, 20, 4, RATE);
        pieces.train(x, targets, 20, 20, 4, RATE);
        pieces.train(x, targets, 20, 50, 4, RATE);

        assertThat(pieces.parameters()).isEqualTo(whole.parameters());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void samplesCanBeQueriedOneByOne(Kernels kernels) {
        FastInputs x = FastInputs.of(inputs(200, 9, 0.01, new Random(1)));
        FastNetwork network = random(kernels);
        float[] all = new float[200 * 2];
        network.query(x, 0, 200, all);

        float[] one = new float[2];
        for (int n = 0; n < 200; n++) {
            network.query(x, n, n + 1, one);
            assertThat(one).isEqualTo(Arrays.copyOfRange(all, 2 * n, 2 * n + 2));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        FastNetwork network = random(KernelChoice.of("plain"));
        FastInputs x = FastInputs.of(inputs(5, 9, 0.01, new Random(1)));
        FastInputs other = FastInputs.of(inputs(5, 8, 0.01, new Random(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FastNetwork(3, 0, 2, Variant.TRUE_GRADIENT))
                .withMessage("Every layer needs at least one node: got 3-0-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.query(other, 0, 5, new float[10]))
                .withMessage("The network takes 9 inputs, the samples have 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.query(x, 0, 5, new float[9]))
                .withMessage("The results of 5 samples and 2 outputs are 10 values: got 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.train(x, new float[4], 0, 2, 1, RATE))
                .withMessage("The targets of 5 samples and 2 outputs are 10 values: got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.train(x, new float[10], 0, 5, 0, RATE))
                .withMessage("The batch size must be at least 1: got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.setParameters(new double[3]))
                .withMessage("The network has 99 parameters, got 3");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> network.train(x, new float[10], 0, 6, 1, RATE));
    }

    private static FastNetwork random(Kernels kernels) {
        FastNetwork network = new FastNetwork(9, 9, 2, Variant.TRUE_GRADIENT, kernels);
        network.setParameters(
                new Random(1).doubles(network.parameterCount(), -1, 1).toArray());
        return network;
    }

    private static Network reference(int[] sizes, Variant variant) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            layers.add(new Layer(sizes[l - 1], sizes[l], false, Activation.SIGMOID));
        }
        return new Network(layers, Loss.HALF_SQUARED_ERROR, variant, Reduction.MEAN);
    }

    /** Uniform in [0, 1), but three in four the background where there is one; all exactly floats. */
    private static double[][] inputs(int samples, int inputs, double background, Random random) {
        double[][] x = new double[samples][inputs];
        for (double[] sample : x) {
            for (int i = 0; i < inputs; i++) {
                boolean isBackground = !Double.isNaN(background) && random.nextInt(4) > 0;
                sample[i] = isBackground ? background : random.nextDouble();
            }
            toFloat(sample);
        }
        return x;
    }

    private static void toFloat(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) values[i];
        }
    }

    private static double[] toDouble(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static float[] flat(double[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return flat;
    }
}
