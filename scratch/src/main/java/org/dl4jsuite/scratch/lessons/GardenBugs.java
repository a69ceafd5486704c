package org.dl4jsuite.scratch.lessons;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A straight line through the origin is to lie between two kinds of bugs, by their width x. It learns from one example
 * after the other, and must not forget the first for the second: that is what the learning rate, or moderation, is for.
 *
 * <pre>
 * y  = A x
 * E  = t - y               t is where the line should pass for this bug
 * A += L E / x             with L = 1 the line passes exactly there, whatever it had learned before
 * </pre>
 *
 * <p>The step goes in the direction of the gradient of 1/2 E², which is -E x; the division makes it gradient descent
 * whose rate L / x² depends on the example.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 1: A starts at .25; a bug of width 3.0 has the
 * target 1.1, one of width 1.0 the target 2.9; without moderation (L = 1), and with L = .5.
 */
public final class GardenBugs extends ArrayLesson {
    private static final double[] WIDTHS = {3.0, 1.0};
    private static final double[] TARGETS = {1.1, 2.9};

    private double[] widths = WIDTHS;
    private double[] targets = TARGETS;
    private final double moderation;
    private final double[] slope = {0.25}; // A
    private int next; // the example that the next step looks at

    /** Takes the source's L: 1 is without moderation. */
    public GardenBugs(double moderation) {
        super(moderation);
        this.moderation = moderation;
    }

    private double output(int example) {
        return slope[0] * widths[example];
    }

    /** E of the example that is next. */
    @Override
    public double error() {
        return targets[next] - output(next);
    }

    /** Of the example that is next. */
    @Override
    public Map<String, double[][]> quantities() {
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", new double[][] {{widths[next]}});
        quantities.put("t", new double[][] {{targets[next]}});
        quantities.put("a1", new double[][] {{output(next)}});
        quantities.put("e", new double[][] {{error()}});
        return quantities;
    }

    @Override
    public void setExamples(double[][] inputs, double[][] outputs) {
        widths = Arrays.stream(inputs).mapToDouble(row -> row[0]).toArray();
        targets = Arrays.stream(outputs).mapToDouble(row -> row[0]).toArray();
    }

    @Override
    public void step() {
        slope[0] += moderation * (error() / widths[next]);
        next = (next + 1) % widths.length;
    }

    @Override
    public double[] gradient() {
        return new double[] {-error() * widths[next]};
    }

    @Override
    public double loss() {
        return 0.5 * (error() * error());
    }

    @Override
    public double[][] outputs() {
        return IntStream.range(0, widths.length)
                .mapToObj(example -> new double[] {output(example)})
                .toArray(double[][]::new);
    }

    @Override
    List<double[]> arrays() {
        return List.of(slope);
    }

    /** Returns A after the first example and after the second, and the errors that it was changed by. */
    @Override
    public Map<String, double[]> figures() {
        Map<String, double[]> figures = new LinkedHashMap<>();
        putBoth("unmoderated", 1, figures);
        putBoth("moderated", 0.5, figures);
        return figures;
    }

    private static void putBoth(String name, double moderation, Map<String, double[]> figures) {
        GardenBugs fresh = new GardenBugs(moderation);
        double[] slopes = new double[2];
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            errors[i] = fresh.error();
            fresh.step();
            slopes[i] = fresh.slope[0];
        }
        figures.put(name, slopes);
        figures.put(name + " errors", errors);
    }
}
