package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/**
 * Learning by trial: the twin of the from-scratch {@code HotAndCold}. DL4J has no updater for this rule, so {@code fit}
 * is not called: the parameter is set to each of the two candidates, and the network's own {@code score}, of
 * {@link LossL2}, decides. The gradient is DL4J's, but the rule does not look at it.
 */
public final class HotAndCold extends Lesson {
    private final double stepAmount;

    public HotAndCold(double stepAmount) {
        super(
                FeedForward.of(0, 1, 1).withActivation(Activation.IDENTITY).withLoss(new LossL2()),
                new double[][] {{0.5}},
                new double[][] {{0.8}});
        this.stepAmount = stepAmount;
        setWeight(0.5);
    }

    @Override
    public void step() {
        double weight = network.params().getDouble(0);
        double up = errorWith(weight + stepAmount);
        double down = errorWith(weight - stepAmount);
        if (down < up) {
            weight -= stepAmount;
        }
        if (down > up) {
            weight += stepAmount;
        }
        setWeight(weight);
    }

    /** The prediction, and the errors with the weight a little higher and a little lower. */
    @Override
    public Map<String, double[][]> quantities() {
        double weight = network.params().getDouble(0);
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", x.toDoubleMatrix());
        quantities.put("t", y.toDoubleMatrix());
        quantities.put("a1", outputs());
        quantities.put("up", new double[][] {{errorWith(weight + stepAmount)}});
        quantities.put("down", new double[][] {{errorWith(weight - stepAmount)}});
        setWeight(weight);
        return quantities;
    }

    private double errorWith(double weight) {
        setWeight(weight);
        return error();
    }

    private void setWeight(double weight) {
        setParameters(new double[] {weight});
    }

    @Override
    public Map<String, double[]> figures() {
        Map<String, double[]> figures = new LinkedHashMap<>();
        putFirst(3, 0.001, figures);
        putFirst(6, 0.4, figures);
        return figures;
    }

    /** The errors and predictions before each of the first steps. */
    private static void putFirst(int count, double stepAmount, Map<String, double[]> figures) {
        HotAndCold fresh = new HotAndCold(stepAmount);
        double[] errors = new double[count];
        double[] predictions = new double[count];
        for (int i = 0; i < count; i++) {
            errors[i] = fresh.error();
            predictions[i] = fresh.outputs()[0][0];
            fresh.step();
        }
        figures.put("step" + stepAmount + " errors", errors);
        figures.put("step" + stepAmount + " predictions", predictions);
    }
}
