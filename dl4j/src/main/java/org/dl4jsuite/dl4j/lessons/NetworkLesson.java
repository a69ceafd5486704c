package org.dl4jsuite.dl4j.lessons;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A lesson on a {@link MultiLayerNetwork} that shows it all examples in every step, their gradients added up. */
abstract class NetworkLesson implements Lesson {
    final MultiLayerNetwork network;
    final INDArray x;
    final INDArray y;

    /** Inputs x are (examples, in), targets y (examples, out). */
    NetworkLesson(FeedForward settings, double[][] x, double[][] y) {
        this(settings.network(), x, y);
    }

    /** The same on a network that is ready for use. */
    NetworkLesson(MultiLayerNetwork network, double[][] x, double[][] y) {
        this.network = network;
        this.x = Nd4j.createFromArray(x);
        this.y = Nd4j.createFromArray(y);
    }

    @Override
    public void step() {
        network.fit(x, y);
    }

    @Override
    public double[] gradient() {
        return FeedForward.gradient(network, x, y).toDoubleVector();
    }

    @Override
    public double loss() {
        return network.score(new DataSet(x, y));
    }

    @Override
    public double[][] outputs() {
        return network.output(x).toDoubleMatrix();
    }

    @Override
    public double[] parameters() {
        return network.params().toDoubleVector();
    }

    @Override
    public void setParameters(double[] parameters) {
        network.setParams(Nd4j.createFromArray(parameters));
    }

    /** {@code abs(y - o)} of every example and output. */
    INDArray absoluteErrors() {
        return Transforms.abs(y.sub(network.output(x)));
    }
}
