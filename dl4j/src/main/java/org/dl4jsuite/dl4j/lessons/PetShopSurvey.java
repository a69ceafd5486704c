package org.dl4jsuite.dl4j.lessons;

import org.dl4jsuite.dl4j.FeedForward;

/**
 * Who will buy: the twin of the from-scratch {@code PetShopSurvey}. By default DL4J would divide the step by the number of
 * rows; {@link FeedForward} leaves their gradients added up, as the source does.
 */
public final class PetShopSurvey extends Lesson {
    private static final double[][] X = {{1, 0, 1}, {0, 1, 1}, {0, 0, 1}, {1, 1, 1}};
    private static final double[][] Y = {{1}, {1}, {0}, {0}};

    /** The weights are set afterwards. */
    public PetShopSurvey(double rate, int hidden) {
        super(FeedForward.of(rate, 3, hidden, 1), X, Y);
    }

    @Override
    public double error() {
        return absoluteErrors().sumNumber().doubleValue() / 2;
    }
}
