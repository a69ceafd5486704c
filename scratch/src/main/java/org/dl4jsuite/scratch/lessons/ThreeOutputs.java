package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

/**
 * Gradient descent at its barest: one input, three weights, three targets. Each output learns by itself, as if the
 * other two were not there.
 *
 * <pre>
 * p     = x W^T              x is (1, 1), W is (3, 1), p is (1, 3)
 * delta = p - t              how far each output is off, and to which side
 * W    -= rate delta^T x     the weights' own share in it
 * </pre>
 *
 * <p>The step follows the gradient of E = 1/2 sum (p - t)². What is printed as the error is delta² for each output,
 * without the half; {@link #error()} is their sum.
 *
 * <p>Source: <i>Deep Learning with NO Libraries</i>, part 8: rate (its alpha) .1, 200 iterations.
 */
public final class ThreeOutputs extends MatrixLesson {
    private static final double SOURCE_RATE = 0.1;
    private static final Matrix X = Matrix.of(new double[] {0.65});
    private static final Matrix TARGETS = Matrix.of(new double[] {0.1, 1, 0.1});

    public ThreeOutputs(double rate) {
        super(Loss.HALF_SQUARED_ERROR, X, TARGETS, rate, Matrix.of(new double[][] {{0.3}, {0.2}, {0.9}}));
    }

    @Override
    Pass pass() {
        Matrix p = x.timesTransposed(weights[0]);
        Matrix delta = loss.slope(p, t); // p - t
        return new Pass(List.of(p), List.of(p), List.of(delta));
    }

    @Override
    Matrix[] weightGradients(Pass pass) {
        return new Matrix[] {pass.deltas().get(0).transposedTimes(x)};
    }

    @Override
    public double error() {
        return Loss.SQUARED_ERROR.of(output(), t);
    }

    /** What iterations 1, 2 and 200 print, the first being number 1. */
    @Override
    public Map<String, double[]> figures() {
        ThreeOutputs fresh = new ThreeOutputs(SOURCE_RATE);
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (int iteration = 1; iteration <= 200; iteration++) {
            Matrix prediction = fresh.output();
            Matrix delta = fresh.pass().deltas().get(0);
            double[] weightDelta = fresh.gradient();
            fresh.step();
            if (iteration <= 2 || iteration == 200) {
                figures.put("prediction " + iteration, prediction.values());
                figures.put("delta " + iteration, delta.values());
                figures.put("error " + iteration, delta.timesElements(delta).values());
                figures.put("weightDelta " + iteration, weightDelta);
                figures.put("weightsAfter " + iteration, fresh.parameters());
            }
        }
        return figures;
    }
}
