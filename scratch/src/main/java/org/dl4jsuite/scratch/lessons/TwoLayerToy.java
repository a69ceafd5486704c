package org.dl4jsuite.scratch.lessons;

import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;

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
        super(Loss.HALF_SQUARED_ERROR, Y, rate, NumpyWeights.symmetric(seed, 3, 1));
    }

    @Override
    Matrix output() {
        return X.timesTransposed(weights[0]).map(Activation.SIGMOID::of);
    }

    @Override
    Matrix[] weightGradients() {
        Matrix o = output();
        Matrix error = Loss.HALF_SQUARED_ERROR.slope(o, Y); // o - y
        Matrix delta = error.timesElements(o.map(Activation.SIGMOID::slope));
        return new Matrix[] {delta.transposedTimes(X)};
    }

    @Override
    public double error() {
        return Errors.meanAbsolute(output(), Y);
    }
}
