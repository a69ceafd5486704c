package org.dl4jsuite.scratch;

import java.util.function.ToIntFunction;

/**
 * The width of the normal distribution, with mean 0, from which the weights of a layer are drawn before training, as in
 * Tariq Rashid's <i>Make Your Own Neural Network</i>.
 */
public enum InitialWeights {
    /** 1/sqrt(links into a node): the book's current printings, and the suite's default. */
    INCOMING_LINKS(Matrix::columns),

    /** 1/sqrt(nodes of the layer itself): the book's early printings. */
    OWN_NODES(Matrix::rows);

    private final ToIntFunction<Matrix> count;

    InitialWeights(ToIntFunction<Matrix> count) {
        this.count = count;
    }

    /**
     * Draws the weights of every layer, in numpy's order: those of the first layer first, each (out x in) row by row.
     * Biases, where there are any, start at 0 and draw nothing.
     *
     * @return a vector in the order of {@link Network#parameters()}
     */
    public double[] draw(Network network, NumpyRandomState random) {
        double[] parameters = new double[network.parameterCount()];
        int at = 0;
        for (Layer layer : network.layers()) {
            Matrix weights = layer.weights();
            double width = Math.pow(count.applyAsInt(weights), -0.5);
            for (int i = 0; i < weights.rows() * weights.columns(); i++) {
                parameters[at++] = random.normal(0, width);
            }
            at += layer.bias().length;
        }
        return parameters;
    }
}
