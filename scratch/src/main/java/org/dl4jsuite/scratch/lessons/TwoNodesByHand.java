package org.dl4jsuite.scratch.lessons;

import java.util.List;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

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
        super(Loss.HALF_SQUARED_ERROR, X, TARGETS, rate, Matrix.of(new double[][] {{0.9, 0.3}, {0.2, 0.8}}));
    }

    @Override
    Pass pass() {
        Matrix z = x.timesTransposed(weights[0]);
        Matrix o = z.map(Activation.SIGMOID::of);
        Matrix error = loss.slope(o, t); // o - t
        Matrix delta = error.timesElements(o.map(Activation.SIGMOID::slope));
        return new Pass(List.of(z), List.of(o), List.of(delta));
    }

    @Override
    Matrix[] weightGradients(Pass pass) {
        return new Matrix[] {pass.deltas().get(0).transposedTimes(x)};
    }
}
