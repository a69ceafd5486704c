package org.dl4jsuite.dl4j.lessons;

import java.util.List;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * One layer of two nodes: the twin of the from-scratch {@code TwoNodesByHand}. What is done by hand there is
 * {@code output(x)} here. The targets 0 are our choice: the source has none.
 */
public final class TwoNodesByHand extends NetworkLesson {
    private static final double[] START = {
        0.9, 0.3, // into the first node
        0.2, 0.8 // into the second
    };

    public TwoNodesByHand(double rate) {
        super(
                new FeedForward(
                        List.of(2, 2),
                        List.of(Activation.SIGMOID),
                        false,
                        FeedForward.halfSquaredError(2),
                        rate,
                        false,
                        DataType.DOUBLE),
                new double[][] {{1.0, 0.5}},
                new double[][] {{0, 0}});
        setParameters(START);
    }

    @Override
    public double error() {
        return loss();
    }
}
