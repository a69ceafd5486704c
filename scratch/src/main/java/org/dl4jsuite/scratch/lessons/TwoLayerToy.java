package org.dl4jsuite.scratch.lessons;

import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Pass;

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
public final class TwoLayerToy implements Lesson {
    private static final Matrix X = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
    private static final Matrix Y = Matrix.of(new double[][] {{0}, {0}, {1}, {1}});

    private final double rate;
    private final Matrix weights;

    /** Weights uniform in [-1, 1), as {@code numpy.random.seed(seed)} gives them. */
    public TwoLayerToy(long seed, double rate) {
        this.rate = rate;
        this.weights = NumpyWeights.symmetric(new NumpyRandomState(seed), 3, 1);
    }

    private Matrix weightedSum() {
        return X.timesTransposed(weights);
    }

    private Matrix output() {
        return weightedSum().map(Activation.SIGMOID::of);
    }

    private Matrix error(Matrix o) {
        return Loss.HALF_SQUARED_ERROR.slope(o, Y); // o - y
    }

    private Matrix delta() {
        Matrix o = output();
        return error(o).timesElements(o.map(Activation.SIGMOID::slope));
    }

    private Matrix weightGradient() {
        return delta().transposedTimes(X);
    }

    @Override
    public Map<String, double[][]> quantities() {
        Pass pass = new Pass(List.of(weightedSum()), List.of(output()), List.of(delta()));
        return Quantities.of(X, Y, pass, error(output()));
    }

    @Override
    public void step() {
        weights.subtractScaled(rate, weightGradient());
    }

    @Override
    public double[] gradient() {
        return weightGradient().values();
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
        return weights.values().clone();
    }

    @Override
    public void setParameters(double[] parameters) {
        System.arraycopy(parameters, 0, weights.values(), 0, weights.values().length);
    }
}
