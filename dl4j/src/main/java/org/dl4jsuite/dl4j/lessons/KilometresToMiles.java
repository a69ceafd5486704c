package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One number to adjust: the twin of the from-scratch {@code KilometresToMiles}. In DL4J it is a network of one link; a
 * guess is {@code setParams}, and the way from guess to guess, which is our choice, is {@code fit} with the updater
 * Sgd.
 */
public final class KilometresToMiles extends Lesson {
    private static final double[] GUESSES = {0.5, 0.6, 0.7, 0.61};
    private static final double[][] KILOMETRES = {{0}, {100}};
    private static final double[][] MILES = {{0}, {62.137}};

    public KilometresToMiles(double rate) {
        super(FeedForward.of(rate, 1, 1).withActivation(Activation.IDENTITY), KILOMETRES, MILES);
        setParameters(new double[] {GUESSES[0]});
    }

    @Override
    public Map<String, double[][]> quantities() {
        INDArray output = network.output(x);
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", x.toDoubleMatrix());
        quantities.put("t", y.toDoubleMatrix());
        quantities.put("a1", output.toDoubleMatrix());
        quantities.put("e", y.sub(output).toDoubleMatrix());
        return quantities;
    }

    /** The error on the 100 kilometres, with its sign. */
    @Override
    public double error() {
        return y.sub(network.output(x)).getDouble(1);
    }

    /** Returns what 100 kilometres come to with each guess, and how far that is off. */
    @Override
    public Map<String, double[]> figures() {
        KilometresToMiles fresh = new KilometresToMiles(0);
        double[] outputs = new double[GUESSES.length];
        double[] errors = new double[GUESSES.length];
        for (int g = 0; g < GUESSES.length; g++) {
            fresh.setParameters(new double[] {GUESSES[g]});
            outputs[g] = fresh.outputs()[1][0];
            errors[g] = fresh.error();
        }
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("outputs of the guesses", outputs);
        figures.put("errors of the guesses", errors);
        return figures;
    }
}
