package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

/**
 * A prediction is a weighted sum: of one input, of three, and of three inputs for three outputs at once. There is no
 * activation and no bias yet; the error is the squared distance from the target.
 *
 * <pre>
 * p = w x                     one input, one weight
 * p = w1 x1 + w2 x2 + w3 x3   three inputs, one output
 * p = x M                     x is (1, 3), M is (in 3, out 3), p is (1, 3)
 * e = (p - t)²
 * </pre>
 *
 * <p>M can be multiplied from two sides. The source's text describes one dot product for each <i>row</i> of M; its code
 * adds up each <i>column</i>, and prints that. The line of output in its text follows from neither. The figures show
 * both products.
 *
 * <p>Source: <i>Deep Learning with NO Libraries</i>, parts 1 to 5. It makes predictions only. That a step makes E = sum
 * p² smaller, as if the targets were 0, is our choice, so that there is something to differentiate. The rate must be
 * below 1 / (x1² + x2² + x3²), which is .0099.
 */
public final class Toes extends MatrixLesson {
    private static final Matrix X = Matrix.of(new double[] {9.9, 0.8, 1.5});
    private static final Matrix TARGETS = new Matrix(1, 3);
    /** The source's M, column by column: (out x in). */
    private static final Matrix START = Matrix.of(new double[][] {{0.1, 0.1, 0.1}, {0.1, 0.2, 1.3}, {-0.3, 0, 0.1}});

    public Toes(double rate) {
        super(Loss.SQUARED_ERROR, X, TARGETS, rate, START.copy());
    }

    @Override
    Pass pass() {
        Matrix p = x.timesTransposed(weights[0]);
        Matrix delta = loss.slope(p, t); // 2 (p - t)
        return new Pass(List.of(p), List.of(p), List.of(delta));
    }

    @Override
    Matrix[] weightGradients(Pass pass) {
        return new Matrix[] {pass.deltas().get(0).transposedTimes(x)};
    }

    @Override
    public Map<String, double[]> figures() {
        Matrix inputs = Matrix.of(new double[] {8.5, 0.65, 1.5});
        Matrix sumWeights = Matrix.of(new double[] {0.1, 0.2, 0});
        Matrix prediction = Matrix.of(new double[] {0.5 * 0.5});
        Matrix target = Matrix.of(new double[] {0.8});
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("single", new double[] {10 * 0.1});
        figures.put("weightedSum", inputs.timesTransposed(sumWeights).values());
        figures.put("vectorTimesMatrix", X.timesTransposed(START).values());
        figures.put("rowProducts", X.times(START).values()); // M's rows are the columns of the weights
        figures.put("error", new double[] {Loss.SQUARED_ERROR.of(prediction, target)});
        return figures;
    }
}
