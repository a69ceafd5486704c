package org.dl4jsuite.dl4j.lessons;

import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/**
 * The exclusive or with the sum of squares, without the half, as its loss: the twin of the from-scratch {@code FourSteps}.
 * DL4J's plain {@link LossL2} is that very loss; elsewhere the suite gives it weights of 1/2.
 */
public final class FourSteps extends Lesson {
    private static final double[][] X = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
    private static final double[][] Y = {{0}, {1}, {1}, {0}};

    /** The weights are set afterwards. */
    public FourSteps(double rate, int hidden) {
        super(FeedForward.of(rate, 3, hidden, 1).withLoss(new LossL2()), X, Y);
    }
}
