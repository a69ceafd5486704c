package org.dl4jsuite.scratch.lessons;

import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.Pass;

/** A lesson whose mathematics is all in {@link Network}: it shows all its examples in every step. */
abstract class NetworkLesson implements Lesson {
    final Network network;
    final Matrix x;
    final Matrix y;
    private final double rate;

    NetworkLesson(Network network, Matrix x, Matrix y, double rate) {
        this.network = network;
        this.x = x;
        this.y = y;
        this.rate = rate;
    }

    /** Copies weights (out x in) into the layers, in order; biases stay as they are. */
    static void setWeights(Network network, List<Matrix> weights) {
        for (int l = 0; l < weights.size(); l++) {
            Layer layer = network.layers().get(l);
            Flat.split(weights.get(l).values(), layer.weights());
        }
    }

    @Override
    public void step() {
        network.train(x, y, rate);
    }

    @Override
    public double[] gradient() {
        return network.gradient(x, y).flat();
    }

    @Override
    public double loss() {
        return network.gradient(x, y).loss();
    }

    @Override
    public Map<String, double[][]> quantities() {
        Pass pass = network.pass(x, y);
        return Quantities.of(x, y, pass, network.lossSlope(pass, y));
    }

    @Override
    public double[][] outputs() {
        return network.query(x).toRows();
    }

    @Override
    public double[] parameters() {
        return network.parameters();
    }

    @Override
    public void setParameters(double[] parameters) {
        network.setParameters(parameters);
    }
}
