package org.dl4jsuite.dl4j.lessons;

import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.dl4j.Pass;

/**
 * One neuron: the twin of the from-scratch {@code SpamNeuron}. In DL4J it is an output layer of one node; the offset is
 * the layer's bias {@code 0_b}, which {@code hasBias(true)} gives it and which follows the weights in the flat vector.
 *
 * <p>The inputs, the offset and the target 0 are our choice.
 */
public final class SpamNeuron extends Lesson {
    public SpamNeuron(double rate) {
        super(FeedForward.of(rate, 2, 1).withBias(), new double[][] {{1, 0}}, new double[][] {{0}});
        setParameters(new double[] {7, 3, -2});
    }

    @Override
    public Map<String, double[]> figures() {
        Pass pass = Pass.of(new SpamNeuron(0).network, x, y);
        return Map.of("weightedSum", new double[] {pass.weightedSums().get(0).getDouble(0)});
    }
}
