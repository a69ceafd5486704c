package org.dl4jsuite.dl4j.lessons;

import java.util.List;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/** Who will buy: the twin of the from-scratch {@code PetShopSurvey}. */
public final class PetShopSurvey extends NetworkLesson {
    private static final double[][] X = {{1, 0, 1}, {0, 1, 1}, {0, 0, 1}, {1, 1, 1}};
    private static final double[][] Y = {{1}, {1}, {0}, {0}};

    /** The weights are set afterwards. */
    public PetShopSurvey(double rate, int hidden) {
        super(
                new FeedForward(
                        List.of(3, hidden, 1),
                        List.of(Activation.SIGMOID, Activation.SIGMOID),
                        false,
                        FeedForward.halfSquaredError(1),
                        rate,
                        false,
                        DataType.DOUBLE),
                X,
                Y);
    }

    @Override
    public double error() {
        return absoluteErrors().sumNumber().doubleValue() / 2;
    }
}
