package org.dl4jsuite.compare.model;

import java.util.Collections;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.fast.FastInputs;
import org.dl4jsuite.scratch.fast.FastNetwork;

/** The fast from-scratch network behind the contract. Its gradient it keeps to itself: it only takes steps. */
public final class FastModel implements Learner {
    private final FastNetwork network;
    private final NetworkSpec spec;

    /** A network as {@link #network} makes it. */
    public FastModel(NetworkSpec spec) {
        this.network = network(spec);
        this.spec = spec;
    }

    /**
     * Returns the fast network of a description, all parameters 0.
     *
     * @throws IllegalArgumentException if it is not what the fast network is made for
     */
    public static FastNetwork network(NetworkSpec spec) {
        boolean fits = spec.layers().size() == 3
                && spec.activations().equals(Collections.nCopies(2, Activation.SIGMOID))
                && !spec.bias()
                && spec.loss() == Loss.HALF_SQUARED_ERROR;
        if (!fits) {
            throw new IllegalArgumentException("The fast network has one hidden layer, sigmoids, no biases and half the"
                    + " squared error: got " + spec);
        }
        return new FastNetwork(
                spec.layers().get(0), spec.layers().get(1), spec.layers().get(2), spec.variant());
    }

    @Override
    public double[] parameters() {
        return network.parameters();
    }

    @Override
    public void setParameters(double[] parameters) {
        network.setParameters(parameters);
    }

    @Override
    public double[][] outputs(double[][] x) {
        return outputs(network, FastInputs.of(x), spec.outputs());
    }

    /** Returns the outputs for all inputs, (inputs, columns). */
    public static double[][] outputs(FastNetwork network, FastInputs inputs, int columns) {
        float[] flat = new float[inputs.size() * columns];
        network.query(inputs, 0, inputs.size(), flat);
        double[][] outputs = new double[inputs.size()][columns];
        for (int i = 0; i < flat.length; i++) {
            outputs[i / columns][i % columns] = flat[i];
        }
        return outputs;
    }

    /** A step of the fast network follows the mean gradient, so for the sum it goes as many times as far. */
    @Override
    public double train(double[][] x, double[][] t) {
        double factor = spec.reduction().factor(x.length);
        float rate = (float) (spec.rate() * x.length * factor);
        return factor * network.train(FastInputs.of(x), flat(t), 0, x.length, x.length, rate);
    }

    /** Returns the rows one behind the other, in float. */
    public static float[] flat(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] flat = new float[rows.length * columns];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[i / columns][i % columns];
        }
        return flat;
    }
}
