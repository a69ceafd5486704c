package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The from-scratch network against central differences of its own loss, and each step against its own gradient. */
class NetworkTest {
    /**
     * Step h = 1e-4 for the five-point central difference: its truncation h^4/30 is 3e-18 times a fifth derivative, its
     * rounding 1.5 * 2^-53 * E / h about 2e-12 for losses up to 1.
     */
    private static final double H = 1e-4;

    private static final double TOLERANCE = 2e-11;

    static List<Arguments> networks() {
        // 3-3-3 stands first: in square layers even a swapped transpose reaches the check instead of a shape error
        return List.of(
                Arguments.of(Variant.TRUE_GRADIENT, Reduction.SUM, Activation.SIGMOID, false, 1, new int[] {3, 3, 3}),
                Arguments.of(Variant.TRUE_GRADIENT, Reduction.SUM, Activation.SIGMOID, true, 4, new int[] {3, 3, 3}),
                Arguments.of(Variant.TRUE_GRADIENT, Reduction.MEAN, Activation.TANH, true, 3, new int[] {4, 5, 3}),
                Arguments.of(Variant.TRUE_GRADIENT, Reduction.SUM, Activation.TANH, true, 2, new int[] {4, 6, 5, 3}),
                Arguments.of(Variant.BOOK_RULE, Reduction.SUM, Activation.SIGMOID, false, 1, new int[] {3, 3, 3}),
                Arguments.of(Variant.BOOK_RULE, Reduction.MEAN, Activation.SIGMOID, true, 3, new int[] {4, 5, 3}));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theGradientIsTheDerivativeOfTheLoss(
            Variant variant, Reduction reduction, Activation hidden, boolean bias, int rows, int[] sizes) {
        NumpyRandomState random = new NumpyRandomState(1);
        Network network = TestNetworks.random(variant, reduction, hidden, bias, random, sizes);
        Matrix x = TestNetworks.examples(rows, sizes[0], random);
        Matrix t = TestNetworks.examples(rows, sizes[sizes.length - 1], random);
        Network.Gradient gradient = network.gradient(x, t);

        ToDoubleFunction<Network> squaredError =
                n -> reduction.factor(rows) * Loss.HALF_SQUARED_ERROR.of(n.query(x), t);
        ToDoubleFunction<Network> crossEntropy = n -> reduction.factor(rows) * crossEntropy(n.query(x), t);
        int last = network.layers().size() - 1;
        for (int l = 0; l <= last; l++) {
            // the book's rule follows the cross-entropy in its hidden layer: see Variant.BOOK_RULE
            ToDoubleFunction<Network> loss = variant == Variant.BOOK_RULE && l < last ? crossEntropy : squaredError;
            Layer layer = network.layers().get(l);
            List<double[]> w = layer.weights().arrays();
            for (int j = 0; j < w.size(); j++) {
                double[] expected = gradient.weights().get(l).arrays().get(j);
                check("W" + (l + 1) + "[" + j + "]", w.get(j), expected, network, loss);
            }
            check("b" + (l + 1), layer.bias(), gradient.biases().get(l), network, loss);
        }
        assertThat(gradient.loss()).as("loss").isEqualTo(squaredError.applyAsDouble(network));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aTrainingStepIsTheRateTimesTheGradient(
            Variant variant, Reduction reduction, Activation hidden, boolean bias, int rows, int[] sizes) {
        NumpyRandomState random = new NumpyRandomState(2);
        Network network = TestNetworks.random(variant, reduction, hidden, bias, random, sizes);
        Matrix x = TestNetworks.examples(rows, sizes[0], random);
        Matrix t = TestNetworks.examples(rows, sizes[sizes.length - 1], random);
        Network.Gradient gradient = network.gradient(x, t);
        Network before = TestNetworks.random(variant, reduction, hidden, bias, new NumpyRandomState(2), sizes);

        double lossBeforeTheStep = network.train(x, t, 0.1);

        for (int l = 0; l < network.layers().size(); l++) {
            Layer was = before.layers().get(l);
            Layer is = network.layers().get(l);
            checkStep(
                    "W" + (l + 1),
                    was.weights().columns(),
                    was.weights().values(),
                    gradient.weights().get(l).values(),
                    is.weights().values());
            checkStep("b" + (l + 1), 0, was.bias(), gradient.biases().get(l), is.bias());
        }
        assertThat(lossBeforeTheStep).as("loss").isEqualTo(gradient.loss());
    }

    @Test
    void parametersAreLaidOutLayerByLayerWeightsThenBias() {
        Network network = new Network(
                List.of(new Layer(2, 1, true, Activation.SIGMOID), new Layer(1, 2, true, Activation.SIGMOID)),
                Loss.HALF_SQUARED_ERROR,
                Variant.TRUE_GRADIENT,
                Reduction.SUM);
        network.setParameters(new double[] {1, 2, 3, 4, 5, 6, 7});
        assertThat(network.layers().get(0).weights().toRows()).isDeepEqualTo(new double[][] {{1, 2}});
        assertThat(network.layers().get(0).bias()).containsExactly(3);
        assertThat(network.layers().get(1).weights().toRows()).isDeepEqualTo(new double[][] {{4}, {5}});
        assertThat(network.layers().get(1).bias()).containsExactly(6, 7);
        assertThat(network.parameters()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.setParameters(new double[6]))
                .withMessageContaining("7 parameters, got 6");
    }

    @Test
    void theMeanOfABatchIsItsSumDividedByItsExamples() {
        assertThat(Reduction.SUM.factor(4)).isEqualTo(1);
        assertThat(Reduction.MEAN.factor(4)).isEqualTo(0.25);
    }

    @Test
    void networksThatCannotBeAreRefused() {
        Layer twoToThree = new Layer(2, 3, false, Activation.SIGMOID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(
                        List.of(twoToThree, twoToThree), Loss.HALF_SQUARED_ERROR, Variant.TRUE_GRADIENT, Reduction.SUM))
                .withMessageContaining("3 outputs, but layer 2 takes 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Network(List.of(twoToThree), Loss.HALF_SQUARED_ERROR, Variant.BOOK_RULE, Reduction.SUM))
                .withMessageContaining("one hidden layer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layer(0, 3, false, Activation.SIGMOID))
                .withMessageContaining("got 0 and 3");
    }

    @Test
    void theBooksRuleIsForOneHiddenLayerOfSigmoidOutputsAndTheHalfSquaredError() {
        assertThat(byTheBook(Loss.HALF_SQUARED_ERROR, Activation.SIGMOID, 2, 3, 2)
                        .layers())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byTheBook(Loss.HALF_SQUARED_ERROR, Activation.TANH, 2, 3, 2))
                .withMessageContaining("got 1 hidden layers, TANH and HALF_SQUARED_ERROR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byTheBook(Loss.SQUARED_ERROR, Activation.SIGMOID, 2, 3, 2))
                .withMessageContaining("got 1 hidden layers, SIGMOID and SQUARED_ERROR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byTheBook(Loss.HALF_SQUARED_ERROR, Activation.SIGMOID, 2, 3, 3, 2))
                .withMessageContaining("got 2 hidden layers");
    }

    private static Network byTheBook(Loss loss, Activation activation, int... sizes) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            layers.add(new Layer(sizes[l - 1], sizes[l], false, activation));
        }
        return new Network(layers, loss, Variant.BOOK_RULE, Reduction.SUM);
    }

    /** One input, one node, W = 0 and b = ln 3: z = ln 3, a = 3/4; of the target 1/4, dE/da = 1/2, dE/dz = 1/2 3/4 1/4. */
    @Test
    void aPassLeavesWeightedSumsActivationsAndSlopes() {
        Network network = new Network(
                List.of(new Layer(1, 1, true, Activation.SIGMOID)),
                Loss.HALF_SQUARED_ERROR,
                Variant.TRUE_GRADIENT,
                Reduction.SUM);
        network.setParameters(new double[] {0, Math.log(3)});
        Matrix t = Matrix.of(new double[] {0.25});
        Network.Pass pass = network.pass(Matrix.of(new double[] {5}), t);
        assertThat(pass.weightedSums().get(0).get(0, 0)).isEqualTo(Math.log(3));
        assertThat(pass.activations().get(0).get(0, 0)).isCloseTo(0.75, within(1e-15));
        assertThat(network.lossSlope(pass, t).get(0, 0)).isCloseTo(0.5, within(1e-15));
        assertThat(pass.deltas().get(0).get(0, 0)).isCloseTo(0.09375, within(1e-15));
    }

    /** {@code parameters} are live: a change to them is a change to the network. */
    private static void check(
            String row, double[] parameters, double[] gradient, Network network, ToDoubleFunction<Network> loss) {
        for (int i = 0; i < parameters.length; i++) {
            double value = parameters[i];
            double[] losses = new double[5];
            for (int k = -2; k <= 2; k++) {
                parameters[i] = value + k * H;
                losses[k + 2] = loss.applyAsDouble(network);
            }
            parameters[i] = value;
            double difference = (losses[0] - 8 * losses[1] + 8 * losses[3] - losses[4]) / (12 * H);
            if (!(Math.abs(gradient[i] - difference) <= TOLERANCE)) {
                fail("%s[%d]: gradient %s, central difference %s", row, i, gradient[i], difference);
            }
        }
    }

    private static void checkStep(String tensor, int columns, double[] was, double[] gradient, double[] is) {
        for (int i = 0; i < was.length; i++) {
            if (is[i] != was[i] - 0.1 * gradient[i]) {
                fail(
                        "%s: was %s, gradient %s, after a step of rate 0.1 it is %s",
                        element(tensor, columns, i), was[i], gradient[i], is[i]);
            }
        }
    }

    /** For example W1[3][7], or b1[3] if there are no columns. */
    private static String element(String tensor, int columns, int i) {
        return columns == 0 ? tensor + "[" + i + "]" : tensor + "[" + i / columns + "][" + i % columns + "]";
    }

    private static double crossEntropy(Matrix outputs, Matrix targets) {
        double sum = 0;
        for (int i = 0; i < outputs.values().length; i++) {
            double o = outputs.values()[i];
            double t = targets.values()[i];
            sum -= t * Math.log(o) + (1 - t) * Math.log(1 - o);
        }
        return sum;
    }
}
