package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Pass;

/**
 * A signal on its way through a hidden layer to the outputs, three nodes in each layer: what leaves one layer is the
 * input of the next, and each layer is the same two lines.
 *
 * <pre>
 * hiddenIn  = x W1^T                x is (1, 3), W1 is (3, 3)
 * hiddenOut = sigmoid(hiddenIn)
 * o         = sigmoid(hiddenOut W2^T)
 * </pre>
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 1. It does not learn here and has no targets. That
 * a step makes E = 1/2 sum o² smaller, as if the targets were 0, is our choice, so that there is something to
 * differentiate. The source's outputs are cut off after three decimals, not rounded: its .708 is .7086.
 */
public final class ThreeLayersByHand implements Lesson {
    private static final Matrix X = Matrix.of(new double[] {0.9, 0.1, 0.8});
    private static final Matrix TARGETS = new Matrix(1, 3);

    private final double rate;
    private final Matrix inputHidden = Matrix.of(new double[][] {{0.9, 0.3, 0.4}, {0.2, 0.8, 0.2}, {0.1, 0.5, 0.6}});
    private final Matrix hiddenOutput = Matrix.of(new double[][] {{0.3, 0.7, 0.5}, {0.6, 0.5, 0.2}, {0.8, 0.1, 0.9}});

    public ThreeLayersByHand(double rate) {
        this.rate = rate;
    }

    private Matrix hiddenIn() {
        return X.timesTransposed(inputHidden);
    }

    private Matrix hiddenOut() {
        return hiddenIn().map(Activation.SIGMOID::of);
    }

    private Matrix outputIn() {
        return hiddenOut().timesTransposed(hiddenOutput);
    }

    private Matrix output() {
        return outputIn().map(Activation.SIGMOID::of);
    }

    private Matrix lossSlope() {
        return Loss.HALF_SQUARED_ERROR.slope(output(), TARGETS);
    }

    /** dE/dz of the outputs; the way back is the subject of {@link ThreeLayerToy}. */
    private Matrix deltaO() {
        return lossSlope().timesElements(output().map(Activation.SIGMOID::slope));
    }

    /** dE/dz of the hidden nodes. */
    private Matrix deltaH() {
        return deltaO().times(hiddenOutput).timesElements(hiddenOut().map(Activation.SIGMOID::slope));
    }

    /** dE/dW1 and dE/dW2. */
    private Matrix[] weightGradients() {
        return new Matrix[] {deltaH().transposedTimes(X), deltaO().transposedTimes(hiddenOut())};
    }

    @Override
    public Map<String, double[][]> quantities() {
        Pass pass = new Pass(
                List.of(hiddenIn(), outputIn()), List.of(hiddenOut(), output()), List.of(deltaH(), deltaO()));
        return Quantities.of(X, TARGETS, pass, lossSlope());
    }

    @Override
    public void step() {
        Matrix[] gradients = weightGradients();
        inputHidden.subtractScaled(rate, gradients[0]);
        hiddenOutput.subtractScaled(rate, gradients[1]);
    }

    @Override
    public double[] gradient() {
        return Flat.join(weightGradients());
    }

    @Override
    public double loss() {
        return Loss.HALF_SQUARED_ERROR.of(output(), TARGETS);
    }

    @Override
    public double error() {
        return loss();
    }

    @Override
    public double[][] outputs() {
        return output().toRows();
    }

    @Override
    public double[] parameters() {
        return Flat.join(inputHidden, hiddenOutput);
    }

    @Override
    public void setParameters(double[] parameters) {
        Flat.split(parameters, inputHidden, hiddenOutput);
    }

    @Override
    public Map<String, double[]> figures() {
        ThreeLayersByHand fresh = new ThreeLayersByHand(rate);
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("hiddenIn", fresh.hiddenIn().values());
        figures.put("hiddenOut", fresh.hiddenOut().values());
        return figures;
    }
}
