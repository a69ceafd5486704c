package org.dl4jsuite.scratch.lessons;

import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;

/**
 * A signal on its way through one layer of two nodes, small enough to be followed on paper.
 *
 * <pre>
 * z = x W^T            x is (1, 2), W is (2, 2), z is (1, 2): (1.05, 0.6)
 * o = sigmoid(z)       (.7408, .6457)
 * </pre>
 *
 * <p>Row j of W holds the weights of all links into node j, so every node's sum is one row times the inputs.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 1. It does not learn here and has no targets. That
 * a step makes E = 1/2 sum o² smaller, as if the targets were 0, is our choice, so that there is something to
 * differentiate.
 */
public final class TwoNodesByHand extends MatrixLesson {
    private static final Matrix X = Matrix.of(new double[] {1.0, 0.5});
    private static final Matrix TARGETS = new Matrix(1, 2);

    public TwoNodesByHand(double rate) {
        super(Loss.HALF_SQUARED_ERROR, TARGETS, rate, Matrix.of(new double[][] {{0.9, 0.3}, {0.2, 0.8}}));
    }

    @Override
    Matrix output() {
        return X.timesTransposed(weights[0]).map(Activation.SIGMOID::of);
    }

    @Override
    Matrix[] weightGradients() {
        Matrix o = output();
        Matrix error = Loss.HALF_SQUARED_ERROR.slope(o, TARGETS);
        Matrix delta = error.timesElements(o.map(Activation.SIGMOID::slope));
        return new Matrix[] {delta.transposedTimes(X)};
    }
}
