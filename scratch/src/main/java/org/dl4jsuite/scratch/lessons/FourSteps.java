package org.dl4jsuite.scratch.lessons;

import java.util.List;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.FlatParameters;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;

/**
 * The exclusive or again, with the loss that the derivative is usually first taken of: E = sum (y - o)², whose factor 2 stays
 * in the gradient, so that rate 1 steps twice as far as in {@link ThreeLayerToy}.
 *
 * <p>Source: James Loy, <i>Creating a neural network in four steps</i>: 4 hidden nodes, 1,500 iterations, biases taken as 0.
 * The source draws its weights uniform in [0, 1) without a seed, so what it claims holds in bands: the loss falls
 * monotonically, and the outputs come close to 0, 1, 1, 0.
 */
public final class FourSteps extends NetworkLesson {
    private static final Matrix X = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
    private static final Matrix Y = Matrix.of(new double[][] {{0}, {1}, {1}, {0}});

    /** Weights uniform in [0, 1), as {@code numpy.random.seed(seed)} gives them. */
    public FourSteps(long seed, double rate, int hidden) {
        super(
                network(
                        Loss.SQUARED_ERROR,
                        new Layer(3, hidden, false, Activation.SIGMOID),
                        new Layer(hidden, 1, false, Activation.SIGMOID)),
                X,
                Y,
                rate);
        Matrix[] weights = NumpyWeights.positive(seed, 3, hidden, 1);
        setParameters(FlatParameters.join(List.of(weights[0].values(), weights[1].values())));
    }

    @Override
    public double error() {
        return loss();
    }
}
