package org.dl4jsuite.dl4j.lessons;

import org.dl4jsuite.dl4j.FeedForward;

/**
 * The exclusive or with a hidden layer: the twin of the from-scratch {@code ThreeLayerToy}. DL4J keeps both layers' weights
 * in one vector and subtracts the whole gradient at once; by default it would also divide the step by the four rows.
 */
public final class ThreeLayerToy extends Lesson {
    private static final double[][] X = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
    private static final double[][] Y = {{0}, {1}, {1}, {0}};

    /** The weights are set afterwards. */
    public ThreeLayerToy(double rate, int hidden) {
        super(FeedForward.of(rate, 3, hidden, 1), X, Y);
    }

    @Override
    public double error() {
        return absoluteErrors().meanNumber().doubleValue();
    }
}
