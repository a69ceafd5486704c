package org.dl4jsuite.compare.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;

/**
 * What both sides are to build: one network, described once.
 *
 * @param layers nodes of each layer, inputs first
 * @param activations one per layer of links
 * @param bias whether the nodes have biases
 * @param loss E of one example
 * @param variant which error goes back to the hidden layer
 * @param reduction whether a batch's losses and gradients are added up or averaged
 * @param rate the learning rate
 * @param precision what DL4J computes in; the from-scratch reference always computes in DOUBLE
 */
public record NetworkSpec(
        List<Integer> layers,
        List<Activation> activations,
        boolean bias,
        @JsonProperty("lossFunction") @JsonAlias("loss") Loss loss,
        Variant variant,
        Reduction reduction,
        double rate,
        Precision precision) {

    /** The book's network: sigmoid, no biases, half the squared error, the mean over each batch, DOUBLE. */
    public static NetworkSpec digits(int hidden, double rate, Variant variant) {
        return of(784, hidden, 10).withRate(rate).withVariant(variant);
    }

    /** A sigmoid network without biases that follows the true gradient of half the squared error, in DOUBLE. */
    public static NetworkSpec of(Integer... layers) {
        return new NetworkSpec(
                List.of(layers),
                Collections.nCopies(layers.length - 1, Activation.SIGMOID),
                false,
                Loss.HALF_SQUARED_ERROR,
                Variant.TRUE_GRADIENT,
                Reduction.MEAN,
                0.1,
                Precision.DOUBLE);
    }

    public NetworkSpec withHidden(Activation hidden) {
        List<Activation> changed = new ArrayList<>(Collections.nCopies(activations.size() - 1, hidden));
        changed.add(activations.get(activations.size() - 1));
        return new NetworkSpec(layers, changed, bias, loss, variant, reduction, rate, precision);
    }

    public NetworkSpec withOutput(Activation output) {
        List<Activation> changed = new ArrayList<>(activations);
        changed.set(changed.size() - 1, output);
        return new NetworkSpec(layers, changed, bias, loss, variant, reduction, rate, precision);
    }

    public NetworkSpec withActivations(Activation... changed) {
        return new NetworkSpec(layers, List.of(changed), bias, loss, variant, reduction, rate, precision);
    }

    public NetworkSpec withBias(boolean changed) {
        return new NetworkSpec(layers, activations, changed, loss, variant, reduction, rate, precision);
    }

    public NetworkSpec withLoss(Loss changed) {
        return new NetworkSpec(layers, activations, bias, changed, variant, reduction, rate, precision);
    }

    public NetworkSpec withVariant(Variant changed) {
        return new NetworkSpec(layers, activations, bias, loss, changed, reduction, rate, precision);
    }

    public NetworkSpec withReduction(Reduction changed) {
        return new NetworkSpec(layers, activations, bias, loss, variant, changed, rate, precision);
    }

    public NetworkSpec withRate(double changed) {
        return new NetworkSpec(layers, activations, bias, loss, variant, reduction, changed, precision);
    }

    public NetworkSpec withPrecision(Precision changed) {
        return new NetworkSpec(layers, activations, bias, loss, variant, reduction, rate, changed);
    }

    public int inputs() {
        return layers.get(0);
    }

    public int outputs() {
        return layers.get(layers.size() - 1);
    }

    /** What the outputs do to their weighted sums. */
    public Activation output() {
        return activations.get(activations.size() - 1);
    }

    /** The parameter tensors in the order of the flat vector: W1, b1 (with biases), W2, … */
    public List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        int from = 0;
        for (int l = 1; l < layers.size(); l++) {
            Tensor weights = new Tensor("W" + l, List.of(layers.get(l), layers.get(l - 1)), from);
            tensors.add(weights);
            from = weights.to();
            if (bias) {
                Tensor biases = new Tensor("b" + l, List.of(layers.get(l)), from);
                tensors.add(biases);
                from = biases.to();
            }
        }
        return tensors;
    }

    /**
     * Returns the length of the flat vector: a long, because a file may describe more than any array holds, of which then not
     * all is counted.
     */
    public long parameterCount() {
        long count = 0;
        for (int l = 1; l < layers.size() && count < 1L << 62; l++) { // beyond, one layer more could overflow
            count += layers.get(l) * (layers.get(l - 1) + (bias ? 1L : 0L));
        }
        return count;
    }

    /** For example {@code 784-200-10}. */
    public String shape() {
        return String.join("-", layers.stream().map(String::valueOf).toList());
    }
}
