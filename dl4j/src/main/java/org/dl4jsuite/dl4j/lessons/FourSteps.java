package org.dl4jsuite.dl4j.lessons;

import java.util.List;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/** The exclusive or with the sum of squares, without the half, as its loss: the twin of the from-scratch {@code FourSteps}. */
public final class FourSteps extends NetworkLesson {
    private static final double[][] X = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
    private static final double[][] Y = {{0}, {1}, {1}, {0}};

    /** The weights are set afterwards. */
    public FourSteps(double rate, int hidden) {
        super(
                new FeedForward(
                        List.of(3, hidden, 1),
                        List.of(Activation.SIGMOID, Activation.SIGMOID),
                        false,
                        new LossL2(),
                        rate,
                        false,
                        DataType.DOUBLE),
                X,
                Y);
    }

    @Override
    public double error() {
        return loss();
    }
}
