package org.dl4jsuite.scratch;

import java.util.ArrayList;
import java.util.List;

/** Small networks with random parameters, and examples for them. */
final class TestNetworks {
    private TestNetworks() {}

    static Network random(
            Variant variant,
            Reduction reduction,
            Activation hidden,
            boolean bias,
            NumpyRandomState random,
            int... sizes) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            Activation activation = l == sizes.length - 1 ? Activation.SIGMOID : hidden;
            layers.add(new Layer(sizes[l - 1], sizes[l], bias, activation));
        }
        Network network = new Network(layers, Loss.HALF_SQUARED_ERROR, variant, reduction);
        double[] parameters = new double[network.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = random.normal(0, 0.7);
        }
        network.setParameters(parameters);
        return network;
    }

    /** Uniform in [0.01, 0.99). */
    static Matrix examples(int rows, int columns, NumpyRandomState random) {
        return new Matrix(rows, columns).map(zero -> 0.01 + 0.98 * random.randomSample());
    }
}
