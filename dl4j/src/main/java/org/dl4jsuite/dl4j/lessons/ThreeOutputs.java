package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One input, three outputs: the twin of the from-scratch {@code ThreeOutputs}. The source's loop is one {@code fit}
 * with the updater Sgd; its delta times input is DL4J's gradient, because the loss has the half.
 */
public final class ThreeOutputs extends Lesson {
    private static final double SOURCE_RATE = 0.1;

    public ThreeOutputs(double rate) {
        super(FeedForward.of(rate, 1, 3).withActivation(Activation.IDENTITY), new double[][] {{0.65}}, new double[][] {
            {0.1, 1, 0.1}
        });
        setParameters(new double[] {0.3, 0.2, 0.9});
    }

    private INDArray delta() {
        return network.output(x).sub(y);
    }

    /** The sum of the three squared errors, without the half. */
    @Override
    public double error() {
        INDArray delta = delta();
        return delta.mul(delta).sumNumber().doubleValue();
    }

    /** Returns what iterations 1, 2 and 200 print, the first being number 1. */
    @Override
    public Map<String, double[]> figures() {
        ThreeOutputs fresh = new ThreeOutputs(SOURCE_RATE);
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (int iteration = 1; iteration <= 200; iteration++) {
            INDArray prediction = fresh.network.output(fresh.x);
            INDArray delta = fresh.delta();
            double[] weightDelta = fresh.gradient();
            fresh.step();
            if (iteration <= 2 || iteration == 200) {
                figures.put("prediction " + iteration, prediction.toDoubleVector());
                figures.put("delta " + iteration, delta.toDoubleVector());
                figures.put("error " + iteration, delta.mul(delta).toDoubleVector());
                figures.put("weightDelta " + iteration, weightDelta);
                figures.put("weightsAfter " + iteration, fresh.parameters());
            }
        }
        return figures;
    }
}
