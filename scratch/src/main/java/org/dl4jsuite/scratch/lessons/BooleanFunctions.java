package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;

/**
 * What one straight line can separate: AND and OR, but not XOR. Two lines together can: XOR is OR and not AND.
 *
 * <pre>
 * o = x W^T + b        x is (4, 2), W is (3, 2), b is (3), o is (4, 3): the columns AND, OR, XOR
 * </pre>
 *
 * <p>Each output is a line, the one where it is 0; true is to be on its positive side, false on its negative side. For
 * any line o(0,0) + o(1,1) = o(0,1) + o(1,0), so it cannot have the first two on one side and the other two on the
 * other side, as XOR asks for. The best that half the squared error finds for it is o = 0 everywhere, which separates
 * nothing.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 1. It draws the lines. That they are learned, from
 * the targets -1 and 1, with all weights 0 at first, is our choice. The rate must be below .31.
 */
public final class BooleanFunctions extends NetworkLesson {
    private static final Matrix X = Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    /** AND, OR, XOR. */
    private static final Matrix Y = Matrix.of(new double[][] {{-1, -1, -1}, {-1, 1, 1}, {-1, 1, 1}, {1, 1, -1}});

    public BooleanFunctions(double rate) {
        super(network(Loss.HALF_SQUARED_ERROR, new Layer(2, 3, true, Activation.IDENTITY)), X, Y, rate);
    }

    @Override
    public double error() {
        return Errors.meanAbsolute(network.query(x), y);
    }

    /** How many of the four inputs each learned line has on the right side, and how many two lines have together. */
    @Override
    public Map<String, double[]> figures() {
        BooleanFunctions trained = new BooleanFunctions(0.1);
        for (int i = 0; i < 200; i++) {
            trained.step();
        }
        double[][] outputs = trained.outputs();
        double[] right = new double[3];
        double twoLines = 0;
        for (int row = 0; row < X.rows(); row++) {
            double[] o = outputs[row];
            for (int k = 0; k < 3; k++) {
                right[k] += o[k] * Y.get(row, k) > 0 ? 1 : 0;
            }
            boolean orButNotAnd = o[1] > 0 && o[0] < 0;
            twoLines += orButNotAnd == (Y.get(row, 2) > 0) ? 1 : 0;
        }
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("AND", new double[] {right[0]});
        figures.put("OR", new double[] {right[1]});
        figures.put("XOR", new double[] {right[2]});
        figures.put("two lines", new double[] {twoLines});
        return figures;
    }
}
