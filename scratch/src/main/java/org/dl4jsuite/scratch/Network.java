package org.dl4jsuite.scratch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A feed-forward network of fully connected layers, trained by gradient descent. Its twin is DL4J's
 * {@code MultiLayerNetwork}.
 *
 * <p>Inputs x are (batch, in), targets t and outputs (batch, out); a batch of one row is online learning. Not safe for
 * use by several threads at once while it trains.
 */
public final class Network {
    private final List<Layer> layers;
    private final Loss loss;
    private final Variant variant;
    private final Reduction reduction;

    /**
     * A network of the given layers.
     *
     * @throws IllegalArgumentException if two neighbouring layers do not fit, or loss or variant do not apply
     */
    public Network(List<Layer> layers, Loss loss, Variant variant, Reduction reduction) {
        for (int l = 1; l < layers.size(); l++) {
            int outputs = layers.get(l - 1).weights().rows();
            int inputs = layers.get(l).weights().columns();
            if (outputs != inputs) {
                throw new IllegalArgumentException("Layer " + l + " has " + outputs + " outputs, but layer " + (l + 1)
                        + " takes " + inputs + " inputs");
            }
        }
        Activation output = layers.get(layers.size() - 1).activation();
        if (!loss.fits(output)) {
            throw new IllegalArgumentException(
                    "CROSS_ENTROPY is defined for SIGMOID and SOFTMAX outputs, and SOFTMAX only"
                            + " for CROSS_ENTROPY: got " + loss + " of " + output + " outputs");
        }
        if (layers.subList(0, layers.size() - 1).stream().anyMatch(layer -> layer.activation() == Activation.SOFTMAX)) {
            throw new IllegalArgumentException("SOFTMAX is defined for the outputs: got a hidden layer of SOFTMAX");
        }
        if (variant == Variant.BOOK_RULE
                && (layers.size() != 2
                        || layers.get(1).activation() != Activation.SIGMOID
                        || loss != Loss.HALF_SQUARED_ERROR)) {
            throw new IllegalArgumentException("BOOK_RULE is defined for one hidden layer, sigmoid outputs and"
                    + " HALF_SQUARED_ERROR: got " + (layers.size() - 1) + " hidden layers, "
                    + layers.get(layers.size() - 1).activation() + " and " + loss);
        }
        this.layers = List.copyOf(layers);
        this.loss = loss;
        this.variant = variant;
        this.reduction = reduction;
    }

    /** From the input side to the output side; live. */
    public List<Layer> layers() {
        return layers;
    }

    private Layer output() {
        return layers.get(layers.size() - 1);
    }

    /** Returns the outputs for inputs x: (batch, in) to (batch, out). */
    public Matrix query(Matrix x) {
        Matrix a = x;
        for (Layer layer : layers) {
            a = layer.activation().of(layer.weightedSums(a));
        }
        return a;
    }

    /** Returns the loss and its gradient for a batch; the network stays as it is. */
    public Gradient gradient(Matrix x, Matrix t) {
        Pass pass = pass(x, t);
        double factor = reduction.factor(x.rows());
        List<Matrix> weightGradients = new ArrayList<>();
        List<double[]> biasGradients = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            // delta is (batch, out); a is (batch, in); dE/dW = delta^T a is (out, in)
            Matrix a = l == 0 ? x : pass.activations().get(l - 1);
            Matrix delta = pass.deltas().get(l).map(d -> factor * d);
            weightGradients.add(delta.transposedTimes(a));
            biasGradients.add(layers.get(l).bias().length == 0 ? new double[0] : delta.sumOfRows());
        }
        return new Gradient(factor * loss(pass, t), weightGradients, biasGradients);
    }

    /** Takes one step of gradient descent on a batch. Returns its loss before the step. */
    public double train(Matrix x, Matrix t, double rate) {
        Pass pass = pass(x, t);
        double factor = reduction.factor(x.rows());
        for (int l = 0; l < layers.size(); l++) {
            // as in gradient(), but the gradient is not kept: it is as large as the weights, and slow to write and read
            Matrix a = l == 0 ? x : pass.activations().get(l - 1);
            Matrix delta = pass.deltas().get(l).map(d -> factor * d);
            layers.get(l).descend(rate, delta, a);
        }
        return factor * loss(pass, t);
    }

    /** Returns E of a batch, summed over its examples. */
    private double loss(Pass pass, Matrix t) {
        return loss.of(output().activation(), pass.activations().get(layers.size() - 1), t);
    }

    /** Returns a batch's way forward and back, with all that {@link #gradient} is made of. */
    public Pass pass(Matrix x, Matrix t) {
        List<Matrix> weightedSums = new ArrayList<>();
        List<Matrix> activations = new ArrayList<>();
        Matrix a = x;
        for (Layer layer : layers) {
            Matrix z = layer.weightedSums(a);
            a = layer.activation().of(z);
            weightedSums.add(z);
            activations.add(a);
        }
        return new Pass(weightedSums, activations, deltas(activations, t));
    }

    /** dE/da of the outputs that a pass came to: (batch, out). */
    public Matrix lossSlope(Pass pass, Matrix t) {
        return loss.slope(pass.activations().get(layers.size() - 1), t);
    }

    /** Back-propagation: dE/dz of the output layer first, then of each layer from the one behind it. */
    private List<Matrix> deltas(List<Matrix> activations, Matrix t) {
        int last = layers.size() - 1;
        Matrix delta = loss.delta(output().activation(), activations.get(last), t);
        List<Matrix> deltas = new ArrayList<>(List.of(delta));
        for (int l = last - 1; l >= 0; l--) {
            // sent is (batch, out of l + 1); W is (out of l + 1, out of l); what arrives is (batch, out of l)
            Matrix sent = variant == Variant.BOOK_RULE ? loss.slope(activations.get(last), t) : delta;
            Matrix arrived = sent.times(layers.get(l + 1).weights());
            delta = arrived.timesElements(activations.get(l).map(layers.get(l).activation()::slope));
            deltas.add(delta);
        }
        Collections.reverse(deltas);
        return deltas;
    }

    public int parameterCount() {
        return layers.stream().mapToInt(Layer::parameterCount).sum();
    }

    /** Returns a copy of all parameters: layer by layer, W (out x in) row by row, then b. */
    public double[] parameters() {
        return FlatParameters.join(arrays());
    }

    /** Sets all parameters from a vector in the order of {@link #parameters()}. */
    public void setParameters(double[] parameters) {
        if (parameters.length != parameterCount()) {
            throw new IllegalArgumentException(
                    "The network has " + parameterCount() + " parameters, got " + parameters.length);
        }
        FlatParameters.split(parameters, arrays());
    }

    private List<double[]> arrays() {
        return layers.stream()
                .flatMap(layer -> Stream.concat(layer.weights().arrays().stream(), Stream.of(layer.bias())))
                .toList();
    }

    /**
     * The loss of a batch and its derivative by every parameter, layer by layer.
     *
     * @param loss E of the batch, summed or averaged over its examples as the network's {@link Reduction} says
     * @param weights dE/dW of each layer, (out x in)
     * @param biases dE/db of each layer; empty arrays without bias
     */
    public record Gradient(double loss, List<Matrix> weights, List<double[]> biases) {
        /** Returns all derivatives in the order of {@link Network#parameters()}. */
        public double[] flat() {
            return FlatParameters.join(IntStream.range(0, weights.size())
                    .boxed()
                    .flatMap(l -> Stream.of(weights.get(l).values(), biases.get(l)))
                    .toList());
        }
    }

    /**
     * Everything a batch leaves behind on its way through the network and back, one matrix (batch, nodes) per layer.
     *
     * @param weightedSums z of each layer
     * @param activations a of each layer; the last are the network's outputs
     * @param deltas dE/dz of each layer, one row an example, not yet reduced over the batch
     */
    public record Pass(List<Matrix> weightedSums, List<Matrix> activations, List<Matrix> deltas) {}
}
