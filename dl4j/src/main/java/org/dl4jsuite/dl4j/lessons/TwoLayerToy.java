package org.dl4jsuite.dl4j.lessons;

import org.dl4jsuite.dl4j.FeedForward;

/**
 * One layer that learns to follow its first input: the twin of the from-scratch {@code TwoLayerToy}. DL4J subtracts the
 * gradient of a loss where the source adds error times slope; by default it would also divide the step by the four rows.
 */
public final class TwoLayerToy extends Lesson {
    private static final double[][] X = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
    private static final double[][] Y = {{0}, {0}, {1}, {1}};

    /** The weights are set afterwards. */
    public TwoLayerToy(double rate) {
        super(FeedForward.of(rate, 3, 1), X, Y);
    }

    @Override
    public double error() {
        return absoluteErrors().meanNumber().doubleValue();
    }
}
