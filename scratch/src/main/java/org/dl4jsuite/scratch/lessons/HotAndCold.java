package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learning without a derivative: try the weight a little higher and a little lower, keep the better one, repeat.
 *
 * <pre>
 * p = x w             one input, one weight
 * e = (p - t)²
 * w += step  or  w -= step, whichever has the smaller e
 * </pre>
 *
 * <p>It costs two more predictions a weight, and it cannot come closer than the step: with a step of .4 the prediction
 * jumps to and fro between .65 and .85 for ever and never meets .8. The gradient 2 (p - t) x, which {@link #gradient()}
 * gives, would say both the direction and how far; the rule does not look at it.
 *
 * <p>Source: <i>Deep Learning with NO Libraries</i>, parts 6 and 7: weight .5, input .5, target .8, 1,101 iterations
 * with a step of .001, then a few with .4.
 */
public final class HotAndCold extends ArrayLesson {
    private static final double INPUT = 0.5;
    private static final double TARGET = 0.8;

    private final double stepAmount;
    private final double[] weight = {0.5};

    public HotAndCold(double stepAmount) {
        super(stepAmount);
        this.stepAmount = stepAmount;
    }

    private static double prediction(double weight) {
        return INPUT * weight;
    }

    private static double squaredError(double weight) {
        double miss = prediction(weight) - TARGET;
        return miss * miss;
    }

    @Override
    public void step() {
        double up = squaredError(weight[0] + stepAmount);
        double down = squaredError(weight[0] - stepAmount);
        if (down < up) {
            weight[0] -= stepAmount;
        }
        if (down > up) {
            weight[0] += stepAmount;
        }
    }

    /** The prediction, and the errors with the weight a little higher and a little lower. */
    @Override
    public Map<String, double[][]> quantities() {
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", new double[][] {{INPUT}});
        quantities.put("t", new double[][] {{TARGET}});
        quantities.put("a1", new double[][] {{prediction(weight[0])}});
        quantities.put("up", new double[][] {{squaredError(weight[0] + stepAmount)}});
        quantities.put("down", new double[][] {{squaredError(weight[0] - stepAmount)}});
        return quantities;
    }

    @Override
    public double[] gradient() {
        return new double[] {2 * (prediction(weight[0]) - TARGET) * INPUT};
    }

    @Override
    public double loss() {
        return squaredError(weight[0]);
    }

    @Override
    public double[][] outputs() {
        return new double[][] {{prediction(weight[0])}};
    }

    @Override
    List<double[]> arrays() {
        return List.of(weight);
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
            predictions[i] = prediction(fresh.weight[0]);
            fresh.step();
        }
        figures.put("step" + stepAmount + " errors", errors);
        figures.put("step" + stepAmount + " predictions", predictions);
    }
}
