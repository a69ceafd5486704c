package org.dl4jsuite.compare.parity;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Trace;

/** A model with a mistake built in, to see whether the checks find it. */
final class FaultyModel implements InspectableModel {
    private final InspectableModel model;
    private UnaryOperator<double[]> gradientFault = UnaryOperator.identity();
    private UnaryOperator<double[]> stepFault = UnaryOperator.identity();
    private UnaryOperator<Trace> traceFault = UnaryOperator.identity();
    private UnaryOperator<double[]> outputFault = UnaryOperator.identity();
    private double lossFactor = 1;
    private int firstFaultyStep = 1;
    private int steps;

    FaultyModel(InspectableModel model) {
        this.model = model;
    }

    FaultyModel withGradient(UnaryOperator<double[]> fault) {
        gradientFault = fault;
        return this;
    }

    /** The fault is given the parameters before and after the step, one behind the other. */
    FaultyModel withStep(UnaryOperator<double[]> fault) {
        stepFault = fault;
        return this;
    }

    /** The fault is given the outputs of each row. */
    FaultyModel withOutputs(UnaryOperator<double[]> fault) {
        outputFault = fault;
        return this;
    }

    FaultyModel withLoss(double factor) {
        lossFactor = factor;
        return this;
    }

    FaultyModel withTrace(UnaryOperator<Trace> fault) {
        traceFault = fault;
        return this;
    }

    FaultyModel fromStep(int step) {
        firstFaultyStep = step;
        return this;
    }

    @Override
    public double[] parameters() {
        return model.parameters();
    }

    @Override
    public void setParameters(double[] parameters) {
        steps = 0;
        model.setParameters(parameters);
    }

    @Override
    public double[][] outputs(double[][] x) {
        return Stream.of(model.outputs(x)).map(outputFault).toArray(double[][]::new);
    }

    @Override
    public LossAndGradient gradient(double[][] x, double[][] t) {
        LossAndGradient right = model.gradient(x, t);
        return steps + 1 < firstFaultyStep
                ? right
                : new LossAndGradient(lossFactor * right.loss(), gradientFault.apply(right.gradient()));
    }

    @Override
    public double train(double[][] x, double[][] t) {
        double[] before = model.parameters();
        double loss = model.train(x, t);
        steps++;
        if (steps >= firstFaultyStep) {
            double[] after = model.parameters();
            double[] both = new double[2 * before.length];
            System.arraycopy(before, 0, both, 0, before.length);
            System.arraycopy(after, 0, both, before.length, after.length);
            double[] faulty = stepFault.apply(both);
            System.arraycopy(faulty, before.length, after, 0, after.length);
            model.setParameters(after);
        }
        return loss;
    }

    @Override
    public Trace trace(double[][] x, double[][] t) {
        Trace right = model.trace(x, t);
        return steps + 1 < firstFaultyStep ? right : traceFault.apply(right);
    }

    @Override
    public double[][] inputGradient(double[][] x, double[][] t) {
        return model.inputGradient(x, t);
    }

    @Override
    public double[][] backQuery(double[][] outputs) {
        return model.backQuery(outputs);
    }

    @Override
    public void close() {
        model.close();
    }
}
