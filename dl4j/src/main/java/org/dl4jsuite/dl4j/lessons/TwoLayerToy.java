package org.dl4jsuite.dl4j.lessons;

import java.util.List;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/** One layer that learns to follow its first input: the twin of the from-scratch {@code TwoLayerToy}. */
public final class TwoLayerToy extends NetworkLesson {
    private static final double[][] X = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
    private static final double[][] Y = {{0}, {0}, {1}, {1}};

    /** The weights are set afterwards. */
    public TwoLayerToy(double rate) {
        super(
                new FeedForward(
                        List.of(3, 1),
                        List.of(Activation.SIGMOID),
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
        return absoluteErrors().meanNumber().doubleValue();
    }
}
