package org.dl4jsuite.dl4j.lessons;

import java.util.Map;
import org.datavec.api.records.reader.RecordReader;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.dl4j.MnistNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The suite's main program in DL4J, {@link MnistNetwork}, image by image: the twin of the from-scratch {@code MnistProgram}.
 * The images come from the program's own iterator, one at a time.
 */
public final class MnistProgram implements Lesson {
    private static final int LINKS_OF_A_HIDDEN_NODE = 784 + 10;

    private final MultiLayerNetwork network;
    private final DataSetIterator images;
    private DataSet next;

    /** The weights are set afterwards. */
    public MnistProgram(double rate, int hidden, RecordReader reader) {
        network = MnistNetwork.network(new double[hidden * LINKS_OF_A_HIDDEN_NODE], rate, DataType.DOUBLE);
        images = MnistNetwork.digits(reader, 1);
        next = images.next();
    }

    @Override
    public void step() {
        network.fit(next);
        if (!images.hasNext()) {
            images.reset();
        }
        next = images.next();
    }

    @Override
    public Map<String, double[][]> quantities() {
        return Quantities.of(network, next.getFeatures(), next.getLabels());
    }

    @Override
    public double[] gradient() {
        return FeedForward.gradient(network, next.getFeatures(), next.getLabels())
                .toDoubleVector();
    }

    @Override
    public double loss() {
        return network.score(next);
    }

    @Override
    public double error() {
        return loss();
    }

    /** For the next image. */
    @Override
    public double[][] outputs() {
        return network.output(next.getFeatures()).toDoubleMatrix();
    }

    @Override
    public double[] parameters() {
        return network.params().toDoubleVector();
    }

    @Override
    public void setParameters(double[] parameters) {
        network.setParams(Nd4j.createFromArray(parameters));
    }
}
