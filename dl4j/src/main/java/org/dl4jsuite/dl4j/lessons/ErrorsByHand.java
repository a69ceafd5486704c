package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The errors that hidden nodes are owed: the twin of the from-scratch {@code ErrorsByHand}. The output layer is the
 * whole network and its weights stay; what is learned are its inputs, the hidden nodes' outputs. DL4J's
 * {@code calculateGradients} gives the derivative by the inputs beside that by the weights: it is what a layer sends
 * back to the one in front of it.
 *
 * <p>DL4J has no updater for inputs and no share rule; both are done on its arrays.
 */
public final class ErrorsByHand extends Lesson {
    private final double rate;

    /** Takes the hidden nodes' outputs, 0 at first, for the inputs x, and the output errors for the targets y. */
    public ErrorsByHand(double rate) {
        super(FeedForward.of(rate, 2, 2).withActivation(Activation.IDENTITY), new double[][] {{0, 0}}, new double[][] {
            {0.8, 0.5}
        });
        this.rate = rate;
        network.setParams(Nd4j.createFromArray(2.0, 3, 1, 4)); // into the first output, into the second
    }

    private INDArray hiddenGradient() {
        return network.calculateGradients(x, y, null, null).getSecond();
    }

    /** The parameters are what comes in; the links' weights stay as they are. */
    @Override
    public Map<String, double[][]> quantities() {
        Map<String, double[][]> quantities = super.quantities();
        quantities.put("W1", network.getParam("0_W").transpose().toDoubleMatrix());
        return quantities;
    }

    @Override
    public Map<String, double[]> figures() {
        INDArray weights = network.getParam("0_W"); // (hidden, out): a column holds what comes into one output
        INDArray shares = weights.divRowVector(weights.sum(true, 0));
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("splitByWeightShare", y.mmul(shares.transpose()).toDoubleVector());
        figures.put("matrixForm", new ErrorsByHand(0).hiddenGradient().neg().toDoubleVector());
        return figures;
    }

    @Override
    public void step() {
        x.subi(hiddenGradient().mul(rate));
    }

    @Override
    public double[] gradient() {
        return hiddenGradient().toDoubleVector();
    }

    /** Returns the outputs of the two hidden nodes. */
    @Override
    public double[] parameters() {
        return x.toDoubleVector();
    }

    @Override
    public void setParameters(double[] parameters) {
        x.assign(Nd4j.createFromArray(parameters).reshape(1, 2));
    }
}
