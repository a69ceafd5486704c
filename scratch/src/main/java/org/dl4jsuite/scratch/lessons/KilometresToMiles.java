package org.dl4jsuite.scratch.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine with one number to adjust: miles = c * kilometres. Guess c, look at the error, change c, look again.
 *
 * <pre>
 * o = c x            one input, one output
 * e = t - o          its sign says to which side c is wrong, its size how much
 * c += rate e x      summed over the examples (0, 0) and (100, 62.137)
 * </pre>
 *
 * <p>The source makes its guesses by hand, with an eye on the error of the last one: .5, .6, .7 (too far) and .61. The
 * rule for the next c above is our choice: it follows the gradient of E = 1/2 sum e². As x is 100, the rate must be
 * below 2 / 100² to come closer at all; .00005 halves the error in every step.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 1.
 */
public final class KilometresToMiles extends ArrayLesson {
    private static final double[] GUESSES = {0.5, 0.6, 0.7, 0.61};
    private static final double[] KILOMETRES = {0, 100};
    private static final double[] MILES = {0, 62.137};

    private final double[] c = {GUESSES[0]};

    public KilometresToMiles(double rate) {
        super(rate);
    }

    private double output(int example) {
        return c[0] * KILOMETRES[example];
    }

    private double error(int example) {
        return MILES[example] - output(example);
    }

    @Override
    public double[] gradient() {
        return new double[] {-(error(0) * KILOMETRES[0] + error(1) * KILOMETRES[1])};
    }

    @Override
    public Map<String, double[][]> quantities() {
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", new double[][] {{KILOMETRES[0]}, {KILOMETRES[1]}});
        quantities.put("t", new double[][] {{MILES[0]}, {MILES[1]}});
        quantities.put("a1", outputs());
        quantities.put("e", new double[][] {{error(0)}, {error(1)}});
        return quantities;
    }

    @Override
    public double loss() {
        return 0.5 * (error(0) * error(0) + error(1) * error(1));
    }

    /** The error on the 100 kilometres, with its sign. */
    @Override
    public double error() {
        return error(1);
    }

    @Override
    public double[][] outputs() {
        return new double[][] {{output(0)}, {output(1)}};
    }

    @Override
    List<double[]> arrays() {
        return List.of(c);
    }

    /** Returns what 100 kilometres come to with each guess, and how far that is off. */
    @Override
    public Map<String, double[]> figures() {
        KilometresToMiles fresh = new KilometresToMiles(0);
        double[] outputs = new double[GUESSES.length];
        double[] errors = new double[GUESSES.length];
        for (int g = 0; g < GUESSES.length; g++) {
            fresh.c[0] = GUESSES[g];
            outputs[g] = fresh.output(1);
            errors[g] = fresh.error(1);
        }
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("outputs of the guesses", outputs);
        figures.put("errors of the guesses", errors);
        return figures;
    }
}
