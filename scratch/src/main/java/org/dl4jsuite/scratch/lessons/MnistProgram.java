package org.dl4jsuite.scratch.lessons;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dl4jsuite.scratch.FlatParameters;
import org.dl4jsuite.scratch.MnistNetwork;

/**
 * The suite's main program, {@link MnistNetwork}, image by image.
 *
 * <pre>
 * h = sigmoid(W1 x),  o = sigmoid(W2 h)          W1 is (hidden, 784), W2 is (10, hidden)
 * deltaO = (o - t) o (1 - o)
 * deltaH = (W2^T deltaO) h (1 - h)
 * W2 -= rate deltaO h^T,  W1 -= rate deltaH x^T
 * </pre>
 *
 * <p>The network is that of Tariq Rashid's <i>Make Your Own Neural Network</i>, learning by the true gradient. An iteration
 * is one image; nothing is computed here that the program does not compute, but for the loss and the gradient's products,
 * which it never keeps.
 */
public final class MnistProgram implements Lesson {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 10;

    private final double rate;
    private final byte[][] images;
    private final byte[] labels;
    private final double[][] w1;
    private final double[][] w2;
    private int next;

    /**
     * Begins with the program's first weights.
     *
     * @param images 784 pixels each, from 0 to 255
     * @param labels one per image
     */
    public MnistProgram(long seed, double rate, int hidden, byte[][] images, byte[] labels) {
        this.rate = rate;
        this.images = images.clone();
        this.labels = labels.clone();
        Random random = new Random(seed);
        w1 = MnistNetwork.firstWeights(hidden, INPUTS, random);
        w2 = MnistNetwork.firstWeights(OUTPUTS, hidden, random);
    }

    private double[] x() {
        return MnistNetwork.input(images[next], 0);
    }

    private double[] h() {
        return MnistNetwork.activations(w1, x());
    }

    private double[] o() {
        return MnistNetwork.activations(w2, h());
    }

    private double[] targets() {
        double[] targets = new double[OUTPUTS];
        for (int k = 0; k < OUTPUTS; k++) {
            targets[k] = MnistNetwork.target(k, labels[next]);
        }
        return targets;
    }

    private double[] outputDelta() {
        return MnistNetwork.outputDelta(o(), labels[next]);
    }

    private double[] hiddenDelta() {
        return MnistNetwork.hiddenDelta(w2, outputDelta(), h());
    }

    @Override
    public void step() {
        MnistNetwork.train(w1, w2, rate, images[next], new byte[] {labels[next]});
        next = (next + 1) % labels.length;
    }

    /** The program's own arrays for the next image. */
    @Override
    public Map<String, double[][]> quantities() {
        Map<String, double[][]> quantities = new LinkedHashMap<>();
        quantities.put("x", new double[][] {x()});
        quantities.put("t", new double[][] {targets()});
        quantities.put("a1", new double[][] {h()});
        quantities.put("a2", new double[][] {o()});
        quantities.put("delta2", new double[][] {outputDelta()});
        quantities.put("delta1", new double[][] {hiddenDelta()});
        return quantities;
    }

    /** The products delta_j x_i that the program takes off the weights, times the rate, as it computes them. */
    @Override
    public double[] gradient() {
        return DoubleStream.concat(products(hiddenDelta(), x()), products(outputDelta(), h()))
                .toArray();
    }

    private static DoubleStream products(double[] delta, double[] x) {
        return Arrays.stream(delta).flatMap(d -> Arrays.stream(x).map(value -> d * value));
    }

    /** E = 1/2 sum (t - o)² of the next image. */
    @Override
    public double loss() {
        double[] o = o();
        double[] t = targets();
        double sum = 0;
        for (int k = 0; k < OUTPUTS; k++) {
            sum += (t[k] - o[k]) * (t[k] - o[k]);
        }
        return 0.5 * sum;
    }

    @Override
    public double error() {
        return loss();
    }

    /** For the next image. */
    @Override
    public double[][] outputs() {
        return new double[][] {o()};
    }

    @Override
    public double[] parameters() {
        return FlatParameters.join(arrays());
    }

    @Override
    public void setParameters(double[] parameters) {
        FlatParameters.split(parameters, arrays());
    }

    private List<double[]> arrays() {
        return Stream.of(w1, w2).flatMap(Arrays::stream).toList();
    }
}
