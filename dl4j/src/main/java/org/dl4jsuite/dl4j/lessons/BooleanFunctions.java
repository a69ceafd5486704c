package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;

/**
 * AND, OR and XOR with one line each: the twin of the from-scratch {@code BooleanFunctions}. In DL4J three lines are
 * one output layer of three nodes with bias and the activation IDENTITY; its nodes do not see one another.
 *
 * <p>To learn the lines, and their start at 0, is our choice.
 */
public final class BooleanFunctions extends Lesson {
    private static final double[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    /** AND, OR, XOR. */
    private static final double[][] Y = {{-1, -1, -1}, {-1, 1, 1}, {-1, 1, 1}, {1, 1, -1}};

    public BooleanFunctions(double rate) {
        super(FeedForward.of(rate, 2, 3).withActivation(Activation.IDENTITY).withBias(), X, Y);
        setParameters(new double[9]);
    }

    @Override
    public double error() {
        return absoluteErrors().meanNumber().doubleValue();
    }

    /** How many of the four inputs each learned line has on the right side, and how many two lines have together. */
    @Override
    public Map<String, double[]> figures() {
        BooleanFunctions trained = new BooleanFunctions(0.1);
        for (int i = 0; i < 200; i++) {
            trained.step();
        }
        double[][] o = trained.outputs();
        double[] right = new double[3];
        double twoLines = 0;
        for (int row = 0; row < X.length; row++) {
            for (int k = 0; k < 3; k++) {
                right[k] += o[row][k] * Y[row][k] > 0 ? 1 : 0;
            }
            boolean orButNotAnd = o[row][1] > 0 && o[row][0] < 0;
            twoLines += orButNotAnd == (Y[row][2] > 0) ? 1 : 0;
        }
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("AND", new double[] {right[0]});
        figures.put("OR", new double[] {right[1]});
        figures.put("XOR", new double[] {right[2]});
        figures.put("two lines", new double[] {twoLines});
        return figures;
    }
}
