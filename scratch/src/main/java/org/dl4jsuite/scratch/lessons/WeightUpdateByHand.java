package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

/**
 * One step of gradient descent on one weight, worked out on paper: the first of the two links into an output node.
 *
 * <pre>
 * z      = h W^T                    h is (1, 2), what leaves the hidden nodes; W is (1, 2); z is 2.3
 * o      = sigmoid(z)               .909
 * dE/dW  = -e o (1 - o) h           with e = t - o = .8: -.0265 for the first weight
 * W     -= rate dE/dW               2 becomes 2.00265
 * </pre>
 *
 * <p>This is the gradient of E = 1/2 e². The source gives the error and no target; t = o + .8 with the first weights is
 * what the error asks for. It is above 1, so no sigmoid reaches it.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 1, as corrected. The first printing took a wrong
 * second weight and a wrong error, and came to 2.8, .943, -.06048 and 2.006.
 */
public final class WeightUpdateByHand extends MatrixLesson {
    private static final double SOURCE_RATE = 0.1;
    private static final Matrix HIDDEN = Matrix.of(new double[] {0.4, 0.5});
    private static final Matrix START = Matrix.of(new double[] {2, 3});
    private static final Matrix TARGET = HIDDEN.timesTransposed(START).map(z -> Activation.SIGMOID.of(z) + 0.8);

    public WeightUpdateByHand(double rate) {
        super(Loss.HALF_SQUARED_ERROR, HIDDEN, TARGET, rate, START.copy());
    }

    @Override
    Pass pass() {
        Matrix z = x.timesTransposed(weights[0]);
        Matrix o = z.map(Activation.SIGMOID::of);
        Matrix error = loss.slope(o, t); // o - t = -e
        Matrix delta = error.timesElements(o.map(Activation.SIGMOID::slope));
        return new Pass(List.of(z), List.of(o), List.of(delta));
    }

    @Override
    Matrix[] weightGradients(Pass pass) {
        return new Matrix[] {pass.deltas().get(0).transposedTimes(x)};
    }

    /** e, which starts at .8. */
    @Override
    public double error() {
        return t.get(0, 0) - output().get(0, 0);
    }

    @Override
    public Map<String, double[]> figures() {
        WeightUpdateByHand fresh = new WeightUpdateByHand(SOURCE_RATE);
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("error", new double[] {fresh.error()});
        figures.put("sum", fresh.pass().weightedSums().get(0).values());
        figures.put("sigmoid", fresh.output().values());
        figures.put("slope", new double[] {fresh.gradient()[0]});
        fresh.step();
        figures.put("newWeight", new double[] {fresh.parameters()[0]});
        return figures;
    }
}
