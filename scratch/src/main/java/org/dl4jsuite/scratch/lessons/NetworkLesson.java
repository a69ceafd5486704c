package org.dl4jsuite.scratch.lessons;

import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.Network.Pass;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;

/** A lesson whose mathematics is all in {@link Network}: it shows all its examples in every step. */
abstract class NetworkLesson implements Lesson {
    final Network network;
    Matrix x;
    Matrix y;
    final double rate;

    NetworkLesson(Network network, Matrix x, Matrix y, double rate) {
        this.network = network;
        this.x = x;
        this.y = y;
        this.rate = rate;
    }

    /** Returns a network that follows the true gradient, added up over the examples. */
    static Network network(Loss loss, Layer... layers) {
        return new Network(List.of(layers), loss, Variant.TRUE_GRADIENT, Reduction.SUM);
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
    public void setExamples(double[][] inputs, double[][] targets) {
        x = Matrix.of(inputs);
        y = Matrix.of(targets);
    }

    @Override
    public double[][] outputs() {
        return network.query(x).toRows();
    }

    @Override
    public final double[] parameters() {
        return network.parameters();
    }

    @Override
    public final void setParameters(double[] parameters) {
        network.setParameters(parameters);
    }
}
