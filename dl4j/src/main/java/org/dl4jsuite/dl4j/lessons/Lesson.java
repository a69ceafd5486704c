package org.dl4jsuite.dl4j.lessons;

import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A small DL4J network at work, seen as the from-scratch lessons let theirs be seen, so that the twins can be held
 * together. Unless it says otherwise, a lesson shows all examples in every step, their gradients added up.
 */
public abstract class Lesson {
    final MultiLayerNetwork network;
    INDArray x;
    INDArray y;

    /** Makes the network; inputs x are (examples, in), targets y (examples, out). */
    protected Lesson(FeedForward settings, double[][] x, double[][] y) {
        this(settings.network(), x, y);
    }

    /** Takes the network; inputs x are (examples, in), targets y (examples, out). */
    Lesson(MultiLayerNetwork network, double[][] x, double[][] y) {
        this.network = network;
        this.x = Nd4j.createFromArray(x);
        this.y = Nd4j.createFromArray(y);
    }

    /** Goes through one iteration as the source does. */
    public void step() {
        network.fit(x, y);
    }

    /**
     * Returns what the next step computes on its way to {@link #gradient()}, by name and in the order of the computation: the
     * examples {@code x} and targets {@code t}; {@code z1}, {@code a1}, {@code z2}, … of each layer; {@code error}, which is
     * dE/da of the outputs; {@code delta2}, {@code delta1}, which are dE/dz. Each is (examples, nodes). The names are those of
     * the twin.
     */
    public Map<String, double[][]> quantities() {
        return Quantities.of(network, x, y);
    }

    /** Replaces the examples: inputs (examples, in), targets (examples, out). For lessons whose twin allows it. */
    public void setExamples(double[][] inputs, double[][] targets) {
        x = Nd4j.createFromArray(inputs);
        y = Nd4j.createFromArray(targets);
    }

    /** Returns the derivative of {@link #loss()} by every parameter, computed by DL4J. */
    public double[] gradient() {
        return FeedForward.gradient(network, x, y).toDoubleVector();
    }

    /** Returns what learning makes smaller, over all examples that the next step looks at. */
    public double loss() {
        return network.score(new DataSet(x, y));
    }

    /** Returns the error as the source prints it, with the parameters as they are. */
    public double error() {
        return loss();
    }

    /** Returns the outputs for all examples, (examples, out). */
    public double[][] outputs() {
        return network.output(x).toDoubleMatrix();
    }

    /** Returns a copy of all weights and biases: layer by layer, W (out x in) row by row, then b. */
    public double[] parameters() {
        return network.params().toDoubleVector();
    }

    /** Replaces all weights and biases. */
    public void setParameters(double[] parameters) {
        network.setParams(Nd4j.createFromArray(parameters));
    }

    /** Returns the figures that the source prints beside outputs and errors, by name, whatever steps were taken. */
    public Map<String, double[]> figures() {
        return Map.of();
    }

    /** Returns {@code abs(y - o)} of every example and output. */
    final INDArray absoluteErrors() {
        return Transforms.abs(y.sub(network.output(x)));
    }
}
