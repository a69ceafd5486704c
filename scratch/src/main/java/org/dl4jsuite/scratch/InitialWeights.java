package org.dl4jsuite.scratch;

/**
 * The width of the normal distribution, with mean 0, from which the weights of a layer are drawn before training, as in
 * Tariq Rashid's <i>Make Your Own Neural Network</i>.
 */
public enum InitialWeights {
    /** 1/sqrt(links into a node): the book's current printings, and the suite's default. */
    INCOMING_LINKS {
        @Override
        double standardDeviation(int inputs, int outputs) {
            return Math.pow(inputs, -0.5);
        }
    },

    /** 1/sqrt(nodes of the layer itself): the book's early printings. */
    OWN_NODES {
        @Override
        double standardDeviation(int inputs, int outputs) {
            return Math.pow(outputs, -0.5);
        }
    };

    abstract double standardDeviation(int inputs, int outputs);

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
            double width = standardDeviation(weights.columns(), weights.rows());
            for (int i = 0; i < weights.values().length; i++) {
                parameters[at++] = random.normal(0, width);
            }
            at += layer.bias().length;
        }
        return parameters;
    }
}
