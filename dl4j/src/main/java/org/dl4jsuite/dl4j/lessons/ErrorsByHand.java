package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The errors that hidden nodes are owed: the twin of the from-scratch {@code ErrorsByHand}. The output layer is the
 * whole network and its weights stay; what is learned are its inputs, the hidden nodes' outputs. DL4J's
 * {@code calculateGradients} gives the derivative by the inputs beside that by the weights: it is what a layer sends
 * back to the one in front of it.
 *
 * <p>DL4J has no updater for inputs and no share rule; both are done on its arrays.
 */
public final class ErrorsByHand implements Lesson {
    private static final double[][] OUTPUT_ERRORS = {{0.8, 0.5}};
    private static final double[] WEIGHTS = {2, 3, 1, 4}; // into the first output, into the second

    private final double rate;
    private final MultiLayerNetwork network;
    private final INDArray targets = Nd4j.createFromArray(OUTPUT_ERRORS);
    private final INDArray hidden = Nd4j.zeros(DataType.DOUBLE, 1, 2);

    public ErrorsByHand(double rate) {
        this.rate = rate;
        this.network =
                FeedForward.of(rate, 2, 2).withActivation(Activation.IDENTITY).network();
        network.setParams(Nd4j.createFromArray(WEIGHTS));
    }

    private INDArray hiddenGradient() {
        return network.calculateGradients(hidden, targets, null, null).getSecond();
    }

    /** The parameters are what comes in; the links' weights stay as they are. */
    @Override
    public Map<String, double[][]> quantities() {
        Map<String, double[][]> quantities = Quantities.of(network, hidden, targets);
        quantities.put("W1", network.getParam("0_W").transpose().toDoubleMatrix());
        return quantities;
    }

    @Override
    public Map<String, double[]> figures() {
        INDArray weights = network.getParam("0_W"); // (hidden, out): a column holds what comes into one output
        INDArray shares = weights.divRowVector(weights.sum(true, 0));
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("splitByWeightShare", targets.mmul(shares.transpose()).toDoubleVector());
        figures.put("matrixForm", new ErrorsByHand(rate).hiddenGradient().neg().toDoubleVector());
        return figures;
    }

    @Override
    public void step() {
        hidden.subi(hiddenGradient().mul(rate));
    }

    @Override
    public double[] gradient() {
        return hiddenGradient().toDoubleVector();
    }

    @Override
    public double loss() {
        return network.score(new DataSet(hidden, targets));
    }

    @Override
    public double error() {
        return loss();
    }

    @Override
    public double[][] outputs() {
        return network.output(hidden).toDoubleMatrix();
    }

    /** The outputs of the two hidden nodes. */
    @Override
    public double[] parameters() {
        return hidden.toDoubleVector();
    }

    @Override
    public void setParameters(double[] parameters) {
        hidden.assign(Nd4j.createFromArray(parameters).reshape(1, 2));
    }
}
