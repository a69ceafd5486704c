package org.dl4jsuite.scratch.lessons;

import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Pass;

/**
 * A lesson whose parameters are one matrix, and that looks at all its examples in every step. What is left for the lesson
 * is its mathematics: the way forward, and the way back.
 */
abstract class OneMatrixLesson implements Lesson {
    /** The parameters. */
    final Matrix weights;

    private final Matrix inputs;
    private final Matrix targets;
    private final Loss loss;
    private final double rate;

    /** Begins with a copy of {@code start}; the loss is taken of {@link #output()} and the targets, (examples, out). */
    OneMatrixLesson(Matrix start, Matrix inputs, Matrix targets, Loss loss, double rate) {
        this.weights = start.map(value -> value);
        this.inputs = inputs;
        this.targets = targets;
        this.loss = loss;
        this.rate = rate;
    }

    /** z, (examples, out). */
    abstract Matrix weightedSum();

    /** a, (examples, out). */
    abstract Matrix output();

    /** dE/dz, (examples, out). */
    abstract Matrix delta();

    /** The derivative of the loss by every parameter, in the shape of {@link #weights}. */
    abstract Matrix weightGradient();

    @Override
    public Map<String, double[][]> quantities() {
        Pass pass = new Pass(List.of(weightedSum()), List.of(output()), List.of(delta()));
        return Quantities.of(inputs, targets, pass, loss.slope(output(), targets));
    }

    @Override
    public final void step() {
        weights.subtractScaled(rate, weightGradient());
    }

    @Override
    public final double[] gradient() {
        return weightGradient().values();
    }

    @Override
    public final double loss() {
        return loss.of(output(), targets);
    }

    /** The loss, if the source prints nothing else. */
    @Override
    public double error() {
        return loss();
    }

    @Override
    public final double[][] outputs() {
        return output().toRows();
    }

    @Override
    public final double[] parameters() {
        return weights.values().clone();
    }

    @Override
    public final void setParameters(double[] parameters) {
        Flat.split(parameters, weights);
    }
}
