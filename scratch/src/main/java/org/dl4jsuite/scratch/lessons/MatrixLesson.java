package org.dl4jsuite.scratch.lessons;

import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.scratch.FlatParameters;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;

/** A lesson whose parameters are matrices, and that looks at all its examples in every step. */
abstract class MatrixLesson extends ArrayLesson {
    /** The parameters, W (out x in) of each layer. */
    final Matrix[] weights;

    private final Loss loss;
    private final Matrix targets;

    /** Takes the loss of {@link #output()} and the targets, and the first weights, live. */
    MatrixLesson(Loss loss, Matrix targets, double rate, Matrix... weights) {
        super(rate);
        this.weights = weights;
        this.loss = loss;
        this.targets = targets;
    }

    /** Returns the outputs for all examples, (examples, out). */
    abstract Matrix output();

    /** Returns the derivative of the loss by each matrix of weights, in its shape. */
    abstract Matrix[] weightGradients();

    @Override
    final List<double[]> arrays() {
        return values(weights);
    }

    @Override
    public final double[] gradient() {
        return FlatParameters.join(values(weightGradients()));
    }

    @Override
    public final double loss() {
        return loss.of(output(), targets);
    }

    @Override
    public final double[][] outputs() {
        return output().toRows();
    }

    private static List<double[]> values(Matrix... matrices) {
        return Arrays.stream(matrices).map(Matrix::values).toList();
    }
}
