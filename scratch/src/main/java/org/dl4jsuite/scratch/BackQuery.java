package org.dl4jsuite.scratch;

import java.util.Arrays;
import java.util.List;

/**
 * A network run backwards: from outputs to an input that stands for them. For digits it is a picture of what the network
 * holds a label to look like.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i> (2016), part 3, "Inside the Mind of a Neural Network". From
 * the output side to the input side, each layer in turn:
 *
 * <pre>
 *   z = logit(a) = ln(a / (1 - a))                        (1, out), the weighted sums that give the activations a
 *   s = z W                                               (1, in), W is (out, in): back along every link
 *   a = 0.01 + 0.98 (s - min s) / (max s - min s)         (1, in), rescaled to what a sigmoid can give
 * </pre>
 *
 * <p>It is no inverse of the network: the transposed weights are not the inverse ones, and many inputs give the same
 * outputs.
 */
public final class BackQuery {
    private static final double LOWEST = 0.01;
    private static final double RANGE = 0.98;
    /** In the middle of the range; its logit is 0, so it says nothing to the layer before. */
    private static final double MIDDLE = 0.5;

    private BackQuery() {}

    /**
     * Returns the input that stands for these outputs.
     *
     * @param network any number of layers, sigmoids without biases
     * @param outputs (1, out), each between 0 and 1, both exclusive
     * @return (1, in), from 0.01 to 0.99; 0.5 everywhere if all signals that come back are equal
     * @throws IllegalArgumentException if the network has biases or other activations, or if an output is out of range
     */
    public static Matrix input(Network network, Matrix outputs) {
        List<Layer> layers = network.layers();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            if (layer.activation() != Activation.SIGMOID || layer.bias().length > 0) {
                throw new IllegalArgumentException(
                        "A network runs backwards through sigmoids without biases only: layer " + (l + 1) + " is "
                                + layer.activation() + " with " + layer.bias().length + " biases");
            }
        }
        for (double output : outputs.values()) {
            if (!(output > 0 && output < 1)) {
                throw new IllegalArgumentException("A sigmoid gives values between 0 and 1 only: got " + output);
            }
        }
        Matrix a = outputs;
        for (int l = layers.size() - 1; l >= 0; l--) {
            a = rescale(a.map(BackQuery::logit).times(layers.get(l).weights()));
        }
        return a;
    }

    /** Returns the inverse of the sigmoid. */
    private static double logit(double a) {
        return Math.log(a / (1 - a));
    }

    private static Matrix rescale(Matrix signals) {
        double least = Arrays.stream(signals.values()).min().orElseThrow();
        double spread = Arrays.stream(signals.values()).max().orElseThrow() - least;
        return spread == 0 ? signals.map(s -> MIDDLE) : signals.map(s -> (s - least) / spread * RANGE + LOWEST);
    }
}
