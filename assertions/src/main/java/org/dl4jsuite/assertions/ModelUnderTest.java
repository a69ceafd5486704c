package org.dl4jsuite.assertions;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;

/** A hand-written network behind the suite's contract: its arrays as one flat vector. */
final class ModelUnderTest implements Model {
    private final NetworkUnderTest network;
    private final NetworkSpec spec;

    /**
     * A network of the shape that {@code spec} has.
     *
     * @throws AssertionError if its arrays have another shape; the message names the first
     */
    ModelUnderTest(NetworkUnderTest network, NetworkSpec spec) {
        this.network = network;
        this.spec = spec;
        flat(network.weights(), network.biases(), "");
    }

    @Override
    public double[] parameters() {
        return flat(network.weights(), network.biases(), "");
    }

    @Override
    public void setParameters(double[] parameters) {
        int from = 0;
        for (double[] row : rows(network.weights(), network.biases())) {
            System.arraycopy(parameters, from, row, 0, row.length);
            from += row.length;
        }
    }

    @Override
    public double[][] outputs(double[][] x) {
        double[][] outputs = network.outputs(x);
        requireShape("outputs", x.length + " rows of " + spec.outputs(), outputs, x.length, spec.outputs());
        return outputs;
    }

    @Override
    public LossAndGradient gradient(double[][] x, double[][] t) {
        double[] gradient = flat(network.weightGradients(x, t), network.biasGradients(x, t), "gradients of the ");
        return new LossAndGradient(network.loss(x, t), gradient);
    }

    @Override
    public double train(double[][] x, double[][] t) {
        double loss = network.loss(x, t);
        network.step(x, t);
        return loss;
    }

    /** W (out, in) row by row, then b, layer by layer. */
    private double[] flat(double[][][] weights, double[][] biases, String of) {
        List<Integer> layers = spec.layers();
        int depth = layers.size() - 1;
        require(weights.length == depth, of + "weights", depth + " matrices", weights.length + "");
        require(
                biases.length == (spec.bias() ? depth : 0),
                of + "biases",
                (spec.bias() ? depth : "no") + " vectors",
                biases.length + "");
        for (int l = 0; l < depth; l++) {
            String shape = layers.get(l + 1) + " rows of " + layers.get(l);
            requireShape(of + "weights of layer " + (l + 1), shape, weights[l], layers.get(l + 1), layers.get(l));
            if (spec.bias()) {
                require(
                        biases[l].length == layers.get(l + 1),
                        of + "biases of layer " + (l + 1),
                        layers.get(l + 1) + " numbers",
                        biases[l].length + "");
            }
        }
        double[] flat = new double[(int) spec.parameterCount()];
        int from = 0;
        for (double[] row : rows(weights, biases)) {
            System.arraycopy(row, 0, flat, from, row.length);
            from += row.length;
        }
        return flat;
    }

    private static List<double[]> rows(double[][][] weights, double[][] biases) {
        List<double[]> rows = new ArrayList<>();
        for (int l = 0; l < weights.length; l++) {
            rows.addAll(List.of(weights[l]));
            if (l < biases.length) {
                rows.add(biases[l]);
            }
        }
        return rows;
    }

    private static void requireShape(String what, String expected, double[][] matrix, int rows, int columns) {
        require(matrix.length == rows, what, expected, matrix.length + " rows");
        for (double[] row : matrix) {
            require(row.length == columns, what, expected, "a row of " + row.length);
        }
    }

    private static void require(boolean condition, String what, String expected, String got) {
        if (!condition) {
            throw new AssertionError(
                    "The " + what + " of my network: DL4J's network has " + expected + ", got " + got + ".");
        }
    }
}
