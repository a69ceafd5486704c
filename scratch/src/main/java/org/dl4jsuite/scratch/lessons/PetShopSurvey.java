package org.dl4jsuite.scratch.lessons;

import java.util.List;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.FlatParameters;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;

/**
 * A pet shop asks its customers three yes-or-no questions and learns from four of them who will buy. The mathematics is that
 * of {@link ThreeLayerToy}; here it is left to {@link Network}.
 *
 * <p>E = 1/2 sum (y - o)², all four customers at once, rate 1. What is printed is sum |y - o| / 2.
 *
 * <p>Source: <i>Building a Working Brain with 28 Lines of Code</i>, with its seed 1, 4 hidden nodes and 60,000 iterations. The
 * source shows no figures.
 */
public final class PetShopSurvey extends NetworkLesson {
    private static final Matrix X = Matrix.of(new double[][] {{1, 0, 1}, {0, 1, 1}, {0, 0, 1}, {1, 1, 1}});
    private static final Matrix Y = Matrix.of(new double[][] {{1}, {1}, {0}, {0}});

    /** Weights uniform in [-1, 1), as {@code numpy.random.seed(seed)} gives them. */
    public PetShopSurvey(long seed, double rate, int hidden) {
        super(
                network(
                        Loss.HALF_SQUARED_ERROR,
                        new Layer(3, hidden, false, Activation.SIGMOID),
                        new Layer(hidden, 1, false, Activation.SIGMOID)),
                X,
                Y,
                rate);
        Matrix[] weights = NumpyWeights.symmetric(seed, 3, hidden, 1);
        setParameters(FlatParameters.join(List.of(weights[0].values(), weights[1].values())));
    }

    @Override
    public double error() {
        return Errors.sumOfAbsolutes(network.query(x), y) / 2;
    }
}
