package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * A line between two kinds of bugs: the twin of the from-scratch {@code GardenBugs}. DL4J has no updater that divides
 * by the input, but the rule is gradient descent with a rate of its own for each example, and {@code setLearningRate}
 * sets that before each {@code fit}:
 *
 * <pre>
 * A -= (L / x²) * (y - t) x   is   A += L E / x
 * </pre>
 */
public final class GardenBugs extends Lesson {
    private final double moderation;
    private int next; // the example that the next step looks at

    /** The source's L: 1 is without moderation. */
    public GardenBugs(double moderation) {
        super(
                FeedForward.of(moderation, 1, 1).withActivation(Activation.IDENTITY),
                new double[][] {{3.0}, {1.0}},
                new double[][] {{1.1}, {2.9}});
        this.moderation = moderation;
        setParameters(new double[] {0.25});
    }

    private INDArray width() {
        return x.getRow(next, true);
    }

    private INDArray target() {
        return y.getRow(next, true);
    }

    @Override
    public void step() {
        double width = width().getDouble(0);
        network.setLearningRate(moderation / (width * width));
        network.fit(width(), target());
        next = (next + 1) % x.rows();
    }

    /** Of the example that is next. */
    @Override
    public Map<String, double[][]> quantities() {
        INDArray output = network.output(width());
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", width().toDoubleMatrix());
        quantities.put("t", target().toDoubleMatrix());
        quantities.put("a1", output.toDoubleMatrix());
        quantities.put("e", target().sub(output).toDoubleMatrix());
        return quantities;
    }

    @Override
    public double[] gradient() {
        return FeedForward.gradient(network, width(), target()).toDoubleVector();
    }

    @Override
    public double loss() {
        return network.score(new DataSet(width(), target()));
    }

    /** E of the example that is next. */
    @Override
    public double error() {
        return target().sub(network.output(width())).getDouble(0);
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
            slopes[i] = fresh.parameters()[0];
        }
        figures.put(name, slopes);
        figures.put(name + " errors", errors);
    }
}
