package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

/**
 * A signal on its way through a hidden layer to the outputs, three nodes in each layer: what leaves one layer is the
 * input of the next, and each layer is the same two lines.
 *
 * <pre>
 * hiddenIn  = x W1^T                x is (1, 3), W1 is (3, 3)
 * hiddenOut = sigmoid(hiddenIn)
 * o         = sigmoid(hiddenOut W2^T)
 * </pre>
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 1. It does not learn here and has no targets. That
 * a step makes E = 1/2 sum o² smaller, as if the targets were 0, is our choice, so that there is something to
 * differentiate. The source's outputs are cut off after three decimals, not rounded: its .708 is .7086.
 */
public final class ThreeLayersByHand extends MatrixLesson {
    private static final Matrix X = Matrix.of(new double[] {0.9, 0.1, 0.8});
    private static final Matrix TARGETS = new Matrix(1, 3);

    public ThreeLayersByHand(double rate) {
        super(
                Loss.HALF_SQUARED_ERROR,
                X,
                TARGETS,
                rate,
                Matrix.of(new double[][] {{0.9, 0.3, 0.4}, {0.2, 0.8, 0.2}, {0.1, 0.5, 0.6}}),
                Matrix.of(new double[][] {{0.3, 0.7, 0.5}, {0.6, 0.5, 0.2}, {0.8, 0.1, 0.9}}));
    }

    /** The way back is the subject of {@link ThreeLayerToy}. */
    @Override
    Pass pass() {
        Matrix hiddenSum = x.timesTransposed(weights[0]);
        Matrix h = hiddenSum.map(Activation.SIGMOID::of);
        Matrix outputSum = h.timesTransposed(weights[1]);
        Matrix o = outputSum.map(Activation.SIGMOID::of);
        Matrix error = loss.slope(o, t); // o - t
        Matrix deltaO = error.timesElements(o.map(Activation.SIGMOID::slope));
        Matrix deltaH = deltaO.times(weights[1]).timesElements(h.map(Activation.SIGMOID::slope));
        return new Pass(List.of(hiddenSum, outputSum), List.of(h, o), List.of(deltaH, deltaO));
    }

    @Override
    Matrix[] weightGradients(Pass pass) {
        Matrix h = pass.activations().get(0);
        Matrix deltaH = pass.deltas().get(0);
        Matrix deltaO = pass.deltas().get(1);
        return new Matrix[] {deltaH.transposedTimes(x), deltaO.transposedTimes(h)};
    }

    @Override
    public Map<String, double[]> figures() {
        ThreeLayersByHand fresh = new ThreeLayersByHand(0);
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("hiddenIn", fresh.pass().weightedSums().get(0).values());
        figures.put("hiddenOut", fresh.pass().activations().get(0).values());
        return figures;
    }
}
