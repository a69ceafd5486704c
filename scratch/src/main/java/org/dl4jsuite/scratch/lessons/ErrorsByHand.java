package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

/**
 * How much of the outputs' errors is owed to each hidden node, whose own target nobody knows.
 *
 * <pre>
 * share rule:   eHidden[j] = sum over k of  e[k] W[k][j] / (sum of row k of W)
 * matrix form:  eHidden    = e W            e is (1, 2), W is (2, 2): the source's W^T e
 * </pre>
 *
 * <p>The share rule splits each error in proportion to the weights it came through. The matrix form leaves out the
 * divisor, which changes the size and, where the rows' sums differ, the proportions too; but it is what calculus gives.
 * Take the hidden outputs h themselves as the parameters: with o = h W^T (no activation) and E = 1/2 sum (t - o)²,
 *
 * <pre>
 * dE/dh = (o - t) W = -e W
 * </pre>
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 1: output errors .8 and .5. To learn h is our
 * choice, and so is its start at 0 with the targets .8 and .5, which makes the errors those of the source. The rate
 * must be below .068, which is 2 / (the largest eigenvalue of W^T W).
 */
public final class ErrorsByHand extends MatrixLesson {
    private static final Matrix OUTPUT_ERRORS = Matrix.of(new double[] {0.8, 0.5});
    private static final Matrix WEIGHTS = Matrix.of(new double[][] {{2, 3}, {1, 4}});

    /** The parameters, which the base class calls weights, are here the outputs of the two hidden nodes. */
    public ErrorsByHand(double rate) {
        super(Loss.HALF_SQUARED_ERROR, WEIGHTS, OUTPUT_ERRORS, rate, new Matrix(1, 2));
    }

    @Override
    Pass pass() {
        Matrix o = weights[0].timesTransposed(WEIGHTS);
        Matrix delta = loss.slope(o, OUTPUT_ERRORS); // o - t = -e
        return new Pass(List.of(o), List.of(o), List.of(delta));
    }

    @Override
    Matrix[] weightGradients(Pass pass) {
        return new Matrix[] {pass.deltas().get(0).times(WEIGHTS)};
    }

    /** The inputs are what is learned; the links' weights stay as they are. */
    @Override
    public Map<String, double[][]> quantities() {
        Map<String, double[][]> quantities = super.quantities();
        quantities.put("x", weights[0].toRows());
        quantities.put("W1", WEIGHTS.toRows());
        return quantities;
    }

    @Override
    public void setExamples(double[][] inputs, double[][] targets) {
        throw new UnsupportedOperationException("The inputs are what this lesson learns.");
    }

    @Override
    public Map<String, double[]> figures() {
        double[] shares = new double[2];
        for (int k = 0; k < 2; k++) {
            double sum = WEIGHTS.get(k, 0) + WEIGHTS.get(k, 1);
            for (int j = 0; j < 2; j++) {
                shares[j] += OUTPUT_ERRORS.get(0, k) * WEIGHTS.get(k, j) / sum;
            }
        }
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("splitByWeightShare", shares);
        figures.put("matrixForm", OUTPUT_ERRORS.times(WEIGHTS).values());
        return figures;
    }
}
