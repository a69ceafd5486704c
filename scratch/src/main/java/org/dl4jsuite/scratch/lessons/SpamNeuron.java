package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;

/**
 * One neuron decides: is this message spam? It weighs what it sees, adds an offset (its bias), and squashes the sum to
 * a number between 0 and 1.
 *
 * <pre>
 * z = w1 x1 + w2 x2 + b      two inputs, one output
 * o = sigmoid(z)             sigmoid(5) = .9933: as good as 1, so it is spam
 * </pre>
 *
 * <p>Source: Step 1 of the tutorial collection: weights 7 and 3, a sum of 5 together with the offset, and a sigmoid of
 * it that rounds to 1. The inputs and the offset are our choice: 7 * 1 + 3 * 0 - 2 = 5. So is the target, which the
 * source does not have: a step makes E = 1/2 o² smaller, as if the target were 0, so that there is something to
 * differentiate.
 */
public final class SpamNeuron extends ArrayLesson {
    private static final double[] X = {1, 0};

    private final double[] weights = {7, 3};
    private final double[] bias = {-2};

    public SpamNeuron(double rate) {
        super(rate);
    }

    private double weightedSum() {
        return weights[0] * X[0] + weights[1] * X[1] + bias[0];
    }

    private double output() {
        return Activation.SIGMOID.of(weightedSum());
    }

    /** dE/dz = (o - 0) o (1 - o); z moves with a weight as far as the weight's input says, and with the bias by 1. */
    @Override
    public double[] gradient() {
        double delta = delta();
        return new double[] {delta * X[0], delta * X[1], delta};
    }

    private double delta() {
        double o = output();
        return o * Activation.SIGMOID.slope(o);
    }

    @Override
    public Map<String, double[][]> quantities() {
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", new double[][] {X.clone()});
        quantities.put("t", new double[][] {{0}});
        quantities.put("z1", new double[][] {{weightedSum()}});
        quantities.put("a1", outputs());
        quantities.put("error", outputs()); // o - 0
        quantities.put("delta1", new double[][] {{delta()}});
        return quantities;
    }

    @Override
    public double loss() {
        return 0.5 * (output() * output());
    }

    @Override
    public double[][] outputs() {
        return new double[][] {{output()}};
    }

    @Override
    List<double[]> arrays() {
        return List.of(weights, bias);
    }

    @Override
    public Map<String, double[]> figures() {
        return Map.of("weightedSum", new double[] {new SpamNeuron(0).weightedSum()});
    }
}
