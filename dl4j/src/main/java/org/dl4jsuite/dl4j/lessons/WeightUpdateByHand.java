package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.dl4j.Pass;

/**
 * One step on one weight: the twin of the from-scratch {@code WeightUpdateByHand}. The slope is an entry of DL4J's flat
 * gradient, and the new weight is what one {@code fit} with the updater Sgd leaves in {@code params()}.
 */
public final class WeightUpdateByHand extends Lesson {
    private static final double SOURCE_RATE = 0.1;
    /** The output with the first weights, plus the source's error. */
    private static final double TARGET = 1 / (1 + Math.exp(-2.3)) + 0.8;

    public WeightUpdateByHand(double rate) {
        super(FeedForward.of(rate, 2, 1), new double[][] {{0.4, 0.5}}, new double[][] {{TARGET}});
        setParameters(new double[] {2, 3});
    }

    /** e, which starts at .8. */
    @Override
    public double error() {
        return y.sub(network.output(x)).getDouble(0);
    }

    @Override
    public Map<String, double[]> figures() {
        WeightUpdateByHand fresh = new WeightUpdateByHand(SOURCE_RATE);
        Pass pass = Pass.of(fresh.network, x, y);
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("error", new double[] {fresh.error()});
        figures.put("sum", new double[] {pass.weightedSums().get(0).getDouble(0)});
        figures.put("sigmoid", new double[] {pass.activations().get(0).getDouble(0)});
        figures.put("slope", new double[] {fresh.gradient()[0]});
        fresh.step();
        figures.put("newWeight", new double[] {fresh.parameters()[0]});
        return figures;
    }
}
