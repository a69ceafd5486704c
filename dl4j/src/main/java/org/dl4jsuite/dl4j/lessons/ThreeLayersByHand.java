package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.dl4j.Pass;

/**
 * Through a hidden layer to the outputs: the twin of the from-scratch {@code ThreeLayersByHand}. In DL4J it is a dense
 * layer and an output layer; {@code feedForward(x)} keeps what leaves each of them, and {@link Pass} adds what enters.
 * The targets 0 are our choice: the source has none.
 */
public final class ThreeLayersByHand extends Lesson {
    private static final double[] START = {
        0.9, 0.3, 0.4, 0.2, 0.8, 0.2, 0.1, 0.5, 0.6, // input to hidden, node by node
        0.3, 0.7, 0.5, 0.6, 0.5, 0.2, 0.8, 0.1, 0.9 // hidden to output
    };

    public ThreeLayersByHand(double rate) {
        super(FeedForward.of(rate, 3, 3, 3), new double[][] {{0.9, 0.1, 0.8}}, new double[][] {{0, 0, 0}});
        setParameters(START);
    }

    @Override
    public Map<String, double[]> figures() {
        Pass pass = Pass.of(new ThreeLayersByHand(0).network, x, y);
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("hiddenIn", pass.weightedSums().get(0).toDoubleVector());
        figures.put("hiddenOut", pass.activations().get(0).toDoubleVector());
        return figures;
    }
}
