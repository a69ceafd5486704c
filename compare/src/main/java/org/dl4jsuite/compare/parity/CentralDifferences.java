package org.dl4jsuite.compare.parity;

import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Variant;

/**
 * The third witness: it knows nothing of back-propagation. It computes the loss for slightly changed parameters and takes
 * the slope.
 *
 * <p>It has its own forward pass, in plain loops over the flat parameter vector, and shares no code with either side but
 * the names of the functions. The slope is the five-point central difference,
 *
 * <pre>E'(w) = (E(w - 2h) - 8 E(w - h) + 8 E(w + h) - E(w + 2h)) / 12h - h^4/30 E'''''</pre>
 *
 * with h = 2^-10, so that h and its multiples are exact. A weight w_ji changes the weighted sum of its node j by k h a_i and
 * nothing else in its layer, so only what lies behind that node is computed anew; that makes the book's 158,800 weights a
 * matter of seconds.
 *
 * <p>Under {@link Variant#BOOK_RULE} the hidden weights are differentiated by the cross-entropy, the output weights by the
 * squared error: that is what the rule follows.
 *
 * <p>A RELU node stays on the side of its kink on which it is: the slope is that of the piece through the point itself, 0 at
 * z = 0. So a change of weight that would carry a node over its kink measures no mixture of both pieces.
 */
public final class CentralDifferences {
    /** The step h. */
    public static final double STEP = 0x1p-10;

    /** An activation function takes as long as so many multiplications. */
    private static final int FUNCTION = 20;

    private final NetworkSpec spec;
    private final double[] parameters;
    private final double[][] targets;
    private final int rows;
    /** [row][layer][node]; activations begin with the inputs, weightedSums[row][l] leads to activations[row][l + 1]. */
    private final double[][][] weightedSums;

    private final double[][][] activations;

    /** Runs the case's batch forward once. */
    public CentralDifferences(ParityCase parityCase) {
        spec = parityCase.spec();
        parameters = parityCase.parameters();
        targets = parityCase.targets();
        rows = targets.length;
        int links = spec.layers().size() - 1;
        weightedSums = new double[rows][links][];
        activations = new double[rows][links + 1][];
        for (int row = 0; row < rows; row++) {
            activations[row][0] = parityCase.inputs()[row];
            for (int l = 0; l < links; l++) {
                weightedSums[row][l] = weightedSums(l, activations[row][l]);
                activations[row][l + 1] = activate(row, l, weightedSums[row][l]);
            }
        }
    }

    /** Returns the multiplications that {@link #gradient} takes, a function counted as {@value #FUNCTION}. */
    public static double operations(List<Integer> layers, boolean bias, int rows) {
        double operations = 0;
        for (int l = 0; l < layers.size() - 1; l++) {
            operations += layers.get(l + 1) * operationsOfNode(layers, bias, rows, l);
        }
        return operations;
    }

    /** The multiplications for all parameters of one node behind layer l: four losses per parameter and row. */
    private static double operationsOfNode(List<Integer> layers, boolean bias, int rows, int l) {
        double loss = FUNCTION + layers.get(l + 1);
        for (int next = l + 2; next < layers.size(); next++) {
            double links = next == l + 2 ? 1 : layers.get(next - 1);
            loss += layers.get(next) * (links + FUNCTION);
        }
        return 4 * rows * loss * (layers.get(l) + (bias ? 1 : 0));
    }

    /** (batch, out). */
    public double[][] outputs() {
        return Arrays.stream(activations).map(a -> a[a.length - 1]).toArray(double[][]::new);
    }

    /** The loss of the batch, and its slope by every parameter; {@code progress} counts {@link #operations}. */
    public LossAndGradient gradient(Progress progress) {
        double factor = spec.reduction().factor(rows);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            loss += factor * loss(activations[row][activations[row].length - 1], targets[row]);
        }
        double[] gradient = new double[parameters.length];
        for (int l = 0; l < spec.layers().size() - 1; l++) {
            int in = spec.layers().get(l);
            int out = spec.layers().get(l + 1);
            for (int j = 0; j < out; j++) {
                for (int i = 0; i < in; i++) {
                    gradient[weight(l, j, i)] = factor * slope(l, j, i);
                }
                if (spec.bias()) {
                    gradient[bias(l, j)] = factor * slope(l, j, -1);
                }
                progress.advance((long) operationsOfNode(spec.layers(), spec.bias(), rows, l));
            }
        }
        return new LossAndGradient(loss, gradient);
    }

    /** The slope of the summed loss by the link from node i of layer l into node j of the next; i = -1 is j's bias. */
    private double slope(int l, int j, int i) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double a = i < 0 ? 1 : activations[row][l][i];
            double nearer = loss(row, l, j, STEP * a) - loss(row, l, j, -STEP * a);
            double farther = loss(row, l, j, 2 * STEP * a) - loss(row, l, j, -2 * STEP * a);
            sum += (8 * nearer - farther) / (12 * STEP);
        }
        return sum;
    }

    /** The loss of one row with the weighted sum of node j behind layer l changed by {@code change}. */
    private double loss(int row, int l, int j, double change) {
        double[] z = weightedSums[row][l].clone();
        z[j] += change;
        int last = spec.layers().size() - 2;
        double[] a;
        if (spec.activations().get(l) == Activation.SOFTMAX) {
            a = softmax(z);
        } else {
            a = activations[row][l + 1].clone();
            a[j] = apply(spec.activations().get(l), z[j], weightedSums[row][l][j]);
        }
        if (l < last) {
            double changeOfActivation = a[j] - activations[row][l + 1][j];
            z = weightedSums[row][l + 1].clone();
            for (int k = 0; k < z.length; k++) {
                z[k] += parameters[weight(l + 1, k, j)] * changeOfActivation;
            }
            a = activate(row, l + 1, z);
            for (int next = l + 2; next <= last; next++) {
                a = activate(row, next, weightedSums(next, a));
            }
        }
        boolean bookRule = spec.variant() == Variant.BOOK_RULE && l < last;
        return bookRule ? binaryCrossEntropy(a, targets[row]) : loss(a, targets[row]);
    }

    private double[] weightedSums(int l, double[] a) {
        double[] z = new double[spec.layers().get(l + 1)];
        for (int j = 0; j < z.length; j++) {
            double sum = spec.bias() ? parameters[bias(l, j)] : 0;
            for (int i = 0; i < a.length; i++) {
                sum += parameters[weight(l, j, i)] * a[i];
            }
            z[j] = sum;
        }
        return z;
    }

    private double[] activate(int row, int l, double[] z) {
        return activate(spec.activations().get(l), z, weightedSums[row][l]);
    }

    /** The activations of z, each node on the piece of its function that {@code unchanged}, its z before any change, is on. */
    static double[] activate(Activation activation, double[] z, double[] unchanged) {
        if (activation == Activation.SOFTMAX) {
            return softmax(z);
        }
        double[] a = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            a[j] = apply(activation, z[j], unchanged[j]);
        }
        return a;
    }

    private static double apply(Activation activation, double z, double unchanged) {
        return switch (activation) {
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            case TANH -> Math.tanh(z);
            case IDENTITY -> z;
            case RELU -> unchanged > 0 ? z : 0;
            case SOFTMAX -> throw new IllegalArgumentException("SOFTMAX needs the weighted sums of all nodes");
        };
    }

    private static double[] softmax(double[] z) {
        double largest = Arrays.stream(z).max().orElseThrow();
        double[] powers =
                Arrays.stream(z).map(value -> Math.exp(value - largest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private double loss(double[] outputs, double[] target) {
        return switch (spec.loss()) {
            case HALF_SQUARED_ERROR -> squaredError(outputs, target) / 2;
            case SQUARED_ERROR -> squaredError(outputs, target);
            case CROSS_ENTROPY ->
                spec.output() == Activation.SOFTMAX
                        ? crossEntropy(outputs, target)
                        : binaryCrossEntropy(outputs, target);
        };
    }

    private static double squaredError(double[] outputs, double[] target) {
        double sum = 0;
        for (int k = 0; k < outputs.length; k++) {
            sum += (target[k] - outputs[k]) * (target[k] - outputs[k]);
        }
        return sum;
    }

    private static double crossEntropy(double[] outputs, double[] target) {
        double sum = 0;
        for (int k = 0; k < outputs.length; k++) {
            sum -= target[k] == 0 ? 0 : target[k] * Math.log(outputs[k]);
        }
        return sum;
    }

    private static double binaryCrossEntropy(double[] outputs, double[] target) {
        double sum = 0;
        for (int k = 0; k < outputs.length; k++) {
            sum -= target[k] * Math.log(outputs[k]) + (1 - target[k]) * Math.log(1 - outputs[k]);
        }
        return sum;
    }

    /** Where the weight from node i of layer l into node j of the next lies in the flat vector. */
    private int weight(int l, int j, int i) {
        return start(l) + j * spec.layers().get(l) + i;
    }

    private int bias(int l, int j) {
        return start(l) + spec.layers().get(l + 1) * spec.layers().get(l) + j;
    }

    private int start(int l) {
        int start = 0;
        for (int k = 0; k < l; k++) {
            start += spec.layers().get(k + 1) * (spec.layers().get(k) + (spec.bias() ? 1 : 0));
        }
        return start;
    }
}
