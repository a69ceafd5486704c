package org.dl4jsuite.scratch.lessons;

import java.util.List;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

/**
 * The smallest network that learns: three inputs, one output, no hidden layer. The output follows the first input.
 *
 * <pre>
 * o     = sigmoid(x W^T)            x is (4, 3), W is (1, 3), o is (4, 1)
 * delta = (o - y) * o (1 - o)       the error, weighted by how much the output still reacts
 * W    -= rate delta^T x            all four examples at once, added up
 * </pre>
 *
 * <p>Each step follows the gradient of E = 1/2 sum (y - o)².
 *
 * <p>Source: <i>A Neural Network in 11 lines of Python</i>, part 1, with its seed 1, rate 1 and 10,000 iterations.
 */
public final class TwoLayerToy extends MatrixLesson {
    private static final Matrix X = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
    private static final Matrix Y = Matrix.of(new double[][] {{0}, {0}, {1}, {1}});

    /** Draws weights uniform in [-1, 1), as {@code numpy.random.seed(seed)} gives them. */
    public TwoLayerToy(long seed, double rate) {
        super(Loss.HALF_SQUARED_ERROR, X, Y, rate, NumpyWeights.symmetric(seed, 3, 1));
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

    @Override
    public double error() {
        return Errors.meanAbsolute(output(), t);
    }
}
