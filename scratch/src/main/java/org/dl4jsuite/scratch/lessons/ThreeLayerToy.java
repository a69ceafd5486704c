package org.dl4jsuite.scratch.lessons;

import java.util.List;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

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
public final class ThreeLayerToy extends MatrixLesson {
    private static final Matrix X = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
    private static final Matrix Y = Matrix.of(new double[][] {{0}, {1}, {1}, {0}});

    /** Draws weights uniform in [-1, 1), as {@code numpy.random.seed(seed)} gives them. */
    public ThreeLayerToy(long seed, double rate, int hidden) {
        super(Loss.HALF_SQUARED_ERROR, X, Y, rate, NumpyWeights.symmetric(seed, 3, hidden, 1));
    }

    @Override
    Pass pass() {
        Matrix hiddenSum = x.timesTransposed(weights[0]);
        Matrix h = hiddenSum.map(Activation.SIGMOID::of);
        Matrix outputSum = h.timesTransposed(weights[1]);
        Matrix o = outputSum.map(Activation.SIGMOID::of);
        Matrix error = loss.slope(o, t); // o - t
        Matrix deltaO = error.timesElements(o.map(Activation.SIGMOID::slope));
        Matrix deltaH = deltaO.times(weights[1]).timesElements(h.map(Activation.SIGMOID::slope));
        return new Pass(List.of(hiddenSum, outputSum), List.of(h, o), List.of(deltaH, deltaO));
    }

    @Override
    Matrix[] weightGradients(Pass pass) {
        Matrix h = pass.activations().get(0);
        Matrix deltaH = pass.deltas().get(0);
        Matrix deltaO = pass.deltas().get(1);
        return new Matrix[] {deltaH.transposedTimes(x), deltaO.transposedTimes(h)};
    }

    @Override
    public double error() {
        return Errors.meanAbsolute(output(), t);
    }
}
