package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;

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
        super(Loss.HALF_SQUARED_ERROR, TARGETS, rate, Matrix.of(new double[][] {{0.3}, {0.2}, {0.9}}));
    }

    @Override
    Matrix output() {
        return X.timesTransposed(weights[0]);
    }

    private Matrix delta() {
        return Loss.HALF_SQUARED_ERROR.slope(output(), TARGETS);
    }

    @Override
    Matrix[] weightGradients() {
        return new Matrix[] {delta().transposedTimes(X)};
    }

    @Override
    public double error() {
        return Loss.SQUARED_ERROR.of(output(), TARGETS);
    }

    /** What iterations 1, 2 and 200 print, the first being number 1. */
    @Override
    public Map<String, double[]> figures() {
        ThreeOutputs fresh = new ThreeOutputs(SOURCE_RATE);
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (int iteration = 1; iteration <= 200; iteration++) {
            Matrix prediction = fresh.output();
            Matrix delta = fresh.delta();
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
