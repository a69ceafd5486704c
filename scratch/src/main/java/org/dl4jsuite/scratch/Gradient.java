package org.dl4jsuite.scratch;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
