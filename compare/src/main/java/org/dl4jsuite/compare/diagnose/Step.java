package org.dl4jsuite.compare.diagnose;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.jspecify.annotations.Nullable;

/**
 * One step of somebody's network: what went in, and whatever of the rest they wrote down.
 *
 * <p>Weights are (out, in) here, whichever way round the user keeps them.
 *
 * @param inOut per layer of links, whether the user keeps the weights as (in, out)
 * @param weights of each layer, (out, in)
 * @param biases of each layer; empty without
 * @param inputs (batch, in)
 * @param targets (batch, out), or null if nothing that is written down needs them
 * @param activations one per layer
 * @param loss E of one example
 * @param reduction over the batch
 * @param rate the learning rate, or null if it is not known
 * @param given what the user's step gave, (batch, nodes), (out, in) or one row, in the order of a step
 * @param dump the arrays as the user wrote them
 */
record Step(
        List<Boolean> inOut,
        List<Values> weights,
        List<double[]> biases,
        Values inputs,
        @Nullable Values targets,
        List<Activation> activations,
        Loss loss,
        Reduction reduction,
        @Nullable Double rate,
        Map<Quantity, Values> given,
        Dump dump) {

    int depth() {
        return weights.size();
    }

    int last() {
        return weights.size() - 1;
    }

    int batch() {
        return inputs.rows();
    }

    int outputs() {
        return weights.get(last()).rows();
    }

    boolean hasBias(int layer) {
        return biases.get(layer).length > 0;
    }

    Activation output() {
        return activations.get(last());
    }

    /** The place in the user's own array of the {@code index}-th number of a quantity. */
    int placeInDump(Quantity quantity, int index) {
        if (!quantity.kind().isOfWeights()) {
            return index;
        }
        int in = weights.get(quantity.layer()).columns();
        int out = weights.get(quantity.layer()).rows();
        boolean userHasInOut = in == out
                ? inOut.get(quantity.layer())
                : arrayOf(quantity).shape().get(0) == in;
        return userHasInOut ? index % in * out + index / in : index;
    }

    /** The user's values of a quantity that was given. */
    Values givenOf(Quantity quantity) {
        return Objects.requireNonNull(given.get(quantity));
    }

    /** The user's own array of a quantity. */
    DumpArray arrayOf(Quantity quantity) {
        return Objects.requireNonNull(dump.array(quantity.name()));
    }
}
