package org.dl4jsuite.compare.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.scratch.BackQuery;
import org.dl4jsuite.scratch.InputGradient;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;

/** The from-scratch side of the contract. */
public final class ScratchModel implements InspectableModel {
    private final Network network;
    private final double rate;

    public ScratchModel(NetworkSpec spec) {
        this.network = network(spec);
        this.rate = spec.rate();
    }

    /** Returns the from-scratch network of a description, all parameters 0. */
    public static Network network(NetworkSpec spec) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < spec.layers().size(); l++) {
            layers.add(new Layer(
                    spec.layers().get(l - 1),
                    spec.layers().get(l),
                    spec.bias(),
                    spec.activations().get(l - 1)));
        }
        return new Network(layers, spec.loss(), spec.variant(), spec.reduction());
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
        return network.query(Matrix.of(x)).toRows();
    }

    @Override
    public LossAndGradient gradient(double[][] x, double[][] t) {
        Network.Gradient gradient = network.gradient(Matrix.of(x), Matrix.of(t));
        return new LossAndGradient(gradient.loss(), gradient.flat());
    }

    @Override
    public double train(double[][] x, double[][] t) {
        return network.train(Matrix.of(x), Matrix.of(t), rate);
    }

    @Override
    public Trace trace(double[][] x, double[][] t) {
        Network.Pass pass = network.pass(Matrix.of(x), Matrix.of(t));
        return new Trace(flat(pass.weightedSums()), flat(pass.activations()), flat(pass.deltas()));
    }

    @Override
    public double[][] inputGradient(double[][] x, double[][] t) {
        return InputGradient.of(network, Matrix.of(x), Matrix.of(t)).toRows();
    }

    @Override
    public double[][] backQuery(double[][] outputs) {
        return Stream.of(outputs)
                .map(row -> BackQuery.input(network, Matrix.of(row)).values())
                .toArray(double[][]::new);
    }

    private static List<double[]> flat(List<Matrix> matrices) {
        return matrices.stream().map(Matrix::values).toList();
    }
}
