package org.dl4jsuite.scratch.lessons;

import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Pass;

/**
 * Back-propagation through a hidden layer, on the exclusive or of two inputs (the third is always 1). No single layer can
 * learn this; the hidden nodes find the combinations that it needs.
 *
 * <pre>
 * h      = sigmoid(x W1^T)                 x is (4, 3), W1 is (hidden, 3), h is (4, hidden)
 * o      = sigmoid(h W2^T)                 W2 is (1, hidden), o is (4, 1)
 * deltaO = (o - y) * o (1 - o)             dE/dz of the output
 * deltaH = (deltaO W2) * h (1 - h)         sent back through the same weights
 * W2    -= rate deltaO^T h
 * W1    -= rate deltaH^T x                 all four examples at once, added up
 * </pre>
 *
 * <p>Each step follows the gradient of E = 1/2 sum (y - o)².
 *
 * <p>Source: <i>A Neural Network in 11 lines of Python</i>, part 2, with its seed 1, 4 hidden nodes, rate 1, 60,000
 * iterations, and the mean absolute error every 10,000.
 */
public final class ThreeLayerToy implements Lesson {
    private static final Matrix X = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
    private static final Matrix Y = Matrix.of(new double[][] {{0}, {1}, {1}, {0}});

    private final double rate;
    private final Matrix inputHidden;
    private final Matrix hiddenOutput;

    /** Weights uniform in [-1, 1), as {@code numpy.random.seed(seed)} gives them. */
    public ThreeLayerToy(long seed, double rate, int hidden) {
        NumpyRandomState random = new NumpyRandomState(seed);
        this.rate = rate;
        this.inputHidden = NumpyWeights.symmetric(random, 3, hidden);
        this.hiddenOutput = NumpyWeights.symmetric(random, hidden, 1);
    }

    /** The way forward and back. */
    private Pass pass() {
        Matrix hiddenSum = X.timesTransposed(inputHidden);
        Matrix h = hiddenSum.map(Activation.SIGMOID::of);
        Matrix outputSum = h.timesTransposed(hiddenOutput);
        Matrix o = outputSum.map(Activation.SIGMOID::of);
        Matrix deltaO = error(o).timesElements(o.map(Activation.SIGMOID::slope));
        Matrix deltaH = deltaO.times(hiddenOutput).timesElements(h.map(Activation.SIGMOID::slope));
        return new Pass(List.of(hiddenSum, outputSum), List.of(h, o), List.of(deltaH, deltaO));
    }

    private Matrix output() {
        return pass().activations().get(1);
    }

    private static Matrix error(Matrix o) {
        return Loss.HALF_SQUARED_ERROR.slope(o, Y); // o - y
    }

    /** dE/dW1 and dE/dW2. */
    private Matrix[] weightGradients() {
        Pass pass = pass();
        Matrix h = pass.activations().get(0);
        Matrix deltaH = pass.deltas().get(0);
        Matrix deltaO = pass.deltas().get(1);
        return new Matrix[] {deltaH.transposedTimes(X), deltaO.transposedTimes(h)};
    }

    @Override
    public Map<String, double[][]> quantities() {
        return Quantities.of(X, Y, pass(), error(output()));
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
        return Loss.HALF_SQUARED_ERROR.of(output(), Y);
    }

    @Override
    public double error() {
        return Errors.meanAbsolute(output(), Y);
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
}
