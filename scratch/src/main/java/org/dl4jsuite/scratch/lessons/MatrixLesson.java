package org.dl4jsuite.scratch.lessons;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.FlatParameters;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network.Pass;

/** A lesson whose parameters are matrices, and that looks at all its examples in every step. */
abstract class MatrixLesson extends ArrayLesson {
    /** The parameters, W (out x in) of each layer. */
    final Matrix[] weights;

    final Loss loss;
    /** The inputs, (examples, in). */
    Matrix x;
    /** The targets, (examples, out). */
    Matrix t;

    /** Takes the loss of the outputs and the targets t, and the first weights, live. */
    MatrixLesson(Loss loss, Matrix x, Matrix t, double rate, Matrix... weights) {
        super(rate);
        this.weights = weights;
        this.loss = loss;
        this.x = x;
        this.t = t;
    }

    /** Returns what all examples leave behind on their way forward and back. */
    abstract Pass pass();

    /** Returns the derivative of the loss by each matrix of weights, in its shape. */
    abstract Matrix[] weightGradients(Pass pass);

    /** Returns the outputs for all examples, (examples, out). */
    final Matrix output() {
        List<Matrix> activations = pass().activations();
        return activations.get(activations.size() - 1);
    }

    @Override
    public Map<String, double[][]> quantities() {
        return Quantities.of(x, t, pass(), loss.slope(output(), t));
    }

    @Override
    public void setExamples(double[][] inputs, double[][] targets) {
        x = Matrix.of(inputs);
        t = Matrix.of(targets);
    }

    @Override
    final List<double[]> arrays() {
        return arrays(weights);
    }

    @Override
    public final double[] gradient() {
        return FlatParameters.join(arrays(weightGradients(pass())));
    }

    @Override
    public final double loss() {
        return loss.of(output(), t);
    }

    @Override
    public final double[][] outputs() {
        return output().toRows();
    }

    private static List<double[]> arrays(Matrix... matrices) {
        return Arrays.stream(matrices)
                .flatMap(matrix -> matrix.arrays().stream())
                .toList();
    }
}
