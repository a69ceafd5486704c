package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Gradient;
import org.dl4jsuite.scratch.Network.Pass;

/**
 * Back-propagation with a number under every symbol: two inputs, two hidden nodes, two outputs, and biases.
 *
 * <pre>
 * netH   = x W1^T + b1          x is (1, 2), W1 is (2, 2), b1 is .35 at both nodes
 * outH   = sigmoid(netH)
 * netO   = outH W2^T + b2       W2 is (2, 2), b2 is .60 at both nodes
 * outO   = sigmoid(netO)
 * E      = 1/2 sum (t - outO)²
 * deltaO = (outO - t) outO (1 - outO)          dE/dW2 = deltaO^T outH
 * deltaH = (deltaO W2) outH (1 - outH)         dE/dW1 = deltaH^T x
 * </pre>
 *
 * <p>A step changes the weights and leaves the biases as they are, because the source does. The source has one bias for both
 * nodes of a layer; as long as it stays, two equal ones are the same.
 *
 * <p>Source: Matt Mazur, <i>A Step by Step Backpropagation Example</i> (2015), and his program {@code neural-network.py}.
 * Its first version sent the error back through output weights that it had changed already. Since that was corrected, the
 * program no longer gives the printed error after one round and the printed outputs after 10,000; {@link #figures()} shows
 * that the old order does.
 */
public final class StepByStep extends NetworkLesson {
    private static final double SOURCE_RATE = 0.5;
    private static final int SOURCE_ROUNDS = 10_000;

    public StepByStep(double rate) {
        super(
                network(
                        Loss.HALF_SQUARED_ERROR,
                        new Layer(2, 2, true, Activation.SIGMOID),
                        new Layer(2, 2, true, Activation.SIGMOID)),
                Matrix.of(new double[] {0.05, 0.10}),
                Matrix.of(new double[] {0.01, 0.99}),
                rate);
        setParameters(new double[] {
            0.15, 0.20, 0.25, 0.30, 0.35, 0.35, // w1 to w4, then b1 at both hidden nodes
            0.40, 0.45, 0.50, 0.55, 0.60, 0.60 // w5 to w8, then b2 at both outputs
        });
    }

    /** Both layers' weights, each along the gradient at the old weights; no bias. */
    @Override
    public void step() {
        Gradient gradient = network.gradient(x, y);
        for (int l = 0; l < 2; l++) {
            weights(l).subtractScaled(rate, gradient.weights().get(l));
        }
    }

    /** The order of the source's first version: the hidden layer's error comes through the new output weights. */
    private void stepOutputLayerFirst() {
        Pass pass = network.pass(x, y);
        Matrix outH = pass.activations().get(0);
        Matrix deltaO = pass.deltas().get(1);
        weights(1).subtractScaled(rate, deltaO.transposedTimes(outH));
        Matrix deltaH = deltaO.times(weights(1)).timesElements(outH.map(Activation.SIGMOID::slope));
        weights(0).subtractScaled(rate, deltaH.transposedTimes(x));
    }

    private Matrix weights(int layer) {
        return network.layers().get(layer).weights();
    }

    /** E of both outputs together. */
    @Override
    public double error() {
        return loss();
    }

    @Override
    public Map<String, double[]> figures() {
        StepByStep fresh = new StepByStep(SOURCE_RATE);
        Pass pass = fresh.network.pass(fresh.x, fresh.y);
        Matrix netH = pass.weightedSums().get(0);
        Matrix outH = pass.activations().get(0);
        Matrix netO = pass.weightedSums().get(1);
        Matrix outO = pass.activations().get(1);
        Matrix error = Loss.HALF_SQUARED_ERROR.slope(outO, fresh.y);
        Matrix deltaO = pass.deltas().get(1);
        // what each output sends back to the first hidden node
        double fromO1 = deltaO.get(0, 0) * fresh.weights(1).get(0, 0);
        double fromO2 = deltaO.get(0, 1) * fresh.weights(1).get(1, 0);
        Gradient gradient = fresh.network.gradient(fresh.x, fresh.y);

        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("net h1", new double[] {netH.get(0, 0)});
        figures.put("out h", outH.values());
        figures.put("net o1", new double[] {netO.get(0, 0)});
        figures.put("out o", outO.values());
        figures.put("E o", error.map(e -> 0.5 * e * e).values());
        figures.put("E total", new double[] {fresh.loss()});
        figures.put("dE/d out o1", new double[] {error.get(0, 0)});
        figures.put("d out o1/d net o1", new double[] {Activation.SIGMOID.slope(outO.get(0, 0))});
        figures.put("dE/d net o1", new double[] {deltaO.get(0, 0)});
        figures.put("dE/d w5", new double[] {gradient.weights().get(1).get(0, 0)});
        figures.put("dE o1/d out h1", new double[] {fromO1});
        figures.put("dE o2/d out h1", new double[] {fromO2});
        figures.put("dE/d out h1", new double[] {fromO1 + fromO2});
        figures.put("d out h1/d net h1", new double[] {Activation.SIGMOID.slope(outH.get(0, 0))});
        figures.put("dE/d w1", new double[] {gradient.weights().get(0).get(0, 0)});
        fresh.step();
        double[] w = fresh.weights(0).values();
        figures.put("new w1", new double[] {w[0]});
        figures.put("new w2 to w4", new double[] {w[1], w[2], w[3]});
        figures.put("new w5 to w8", fresh.weights(1).values());
        figures.putAll(outputLayerFirst());
        return figures;
    }

    private static Map<String, double[]> outputLayerFirst() {
        StepByStep fresh = new StepByStep(SOURCE_RATE);
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (int round = 1; round <= SOURCE_ROUNDS; round++) {
            fresh.stepOutputLayerFirst();
            if (round == 1) {
                figures.put("E total after one round, output layer first", new double[] {fresh.loss()});
            }
        }
        figures.put("outputs after 10,000 rounds, output layer first", fresh.outputs()[0]);
        return figures;
    }
}
