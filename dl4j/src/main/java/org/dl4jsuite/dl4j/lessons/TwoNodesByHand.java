package org.dl4jsuite.dl4j.lessons;

import org.dl4jsuite.dl4j.FeedForward;

/**
 * One layer of two nodes: the twin of the from-scratch {@code TwoNodesByHand}. What is done by hand there is
 * {@code output(x)} here. The targets 0 are our choice: the source has none.
 */
public final class TwoNodesByHand extends Lesson {
    private static final double[] START = {
        0.9, 0.3, // into the first node
        0.2, 0.8 // into the second
    };

    public TwoNodesByHand(double rate) {
        super(FeedForward.of(rate, 2, 2), new double[][] {{1.0, 0.5}}, new double[][] {{0, 0}});
        setParameters(START);
    }
}
