package org.dl4jsuite.compare.diagnose;

import static org.dl4jsuite.compare.diagnose.PlainMatrices.activate;
import static org.dl4jsuite.compare.diagnose.PlainMatrices.byColumns;
import static org.dl4jsuite.compare.diagnose.PlainMatrices.map;
import static org.dl4jsuite.compare.diagnose.PlainMatrices.map2;
import static org.dl4jsuite.compare.diagnose.PlainMatrices.times;
import static org.dl4jsuite.compare.diagnose.PlainMatrices.transposed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;

/**
 * A random network that takes one step, with mistakes in it: plain loops over arrays, and nothing of what it tests. A
 * mistake is a branch where the right line would be.
 */
final class MistakenNetwork {
    /** All mistakes that are made here, under the catalogue's names. */
    static final List<String> MISTAKES = List.of(
            "half-missing",
            "half-twice",
            "sum-for-mean",
            "mean-for-sum",
            "mean-twice",
            "mean-over-outputs",
            "transposed-weights",
            "column-major",
            "bias-ignored",
            "bias-not-trained",
            "bias-gradient-not-summed",
            "output-slope-missing",
            "cross-entropy-gradient",
            "hidden-slope-missing",
            "slope-of-z",
            "raw-error-sent-back",
            "squared-error-gradient",
            "softmax-output",
            "updated-weights-used",
            "sign",
            "rate-twice",
            "rate-missing",
            "weight-decay",
            "inputs-scaled",
            "targets-scaled",
            "labels-off-by-one",
            "rows-shuffled");

    private Set<String> mistakes;
    private final int depth;
    private final int batch;
    private final int[] nodes;
    private final Activation[] activations;
    private final boolean bias;
    private final Loss loss;
    private final Reduction reduction;
    private final double[][][] weights;
    private final double[][] biases;
    private final double[][] x;
    private final double[][] t;
    private static final double RATE = 0.3;

    /** A network in which these mistakes can be made; the same for the same random numbers. */
    MistakenNetwork(Set<String> possible, Random random) {
        mistakes = possible;
        boolean deep = has("hidden-slope-missing", "raw-error-sent-back", "updated-weights-used");
        depth = deep ? 2 + random.nextInt(2) : 1 + random.nextInt(3);
        batch = 2 + random.nextInt(7);
        nodes = random.ints(depth + 1, 2, 7).toArray();
        int layer = random.nextInt(depth);
        if (has("transposed-weights")) {
            nodes[layer + 1] = nodes[layer];
            nodes[0] =
                    depth == 1 ? nodes[0] : nodes[0] + 7 * layer; // one matrix that is not square tells which way round
        }
        bias = random.nextBoolean() || has("bias-ignored", "bias-not-trained", "bias-gradient-not-summed");
        boolean squared =
                has("output-slope-missing", "cross-entropy-gradient", "half-missing", "half-twice", "softmax-output");
        loss = has("squared-error-gradient") || (!squared && random.nextInt(3) == 0)
                ? Loss.CROSS_ENTROPY
                : random.nextBoolean() ? Loss.HALF_SQUARED_ERROR : Loss.SQUARED_ERROR;
        activations = new Activation[depth];
        Activation[] hidden = {Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.IDENTITY};
        for (int l = 0; l < depth; l++) {
            activations[l] = hidden[random.nextInt(hidden.length)];
        }
        if (has("cross-entropy-gradient", "output-slope-missing")) {
            activations[depth - 1] = Activation.SIGMOID;
        } else if (loss == Loss.CROSS_ENTROPY) {
            activations[depth - 1] = random.nextBoolean() ? Activation.SIGMOID : Activation.SOFTMAX;
        }
        if (has("hidden-slope-missing", "slope-of-z", "raw-error-sent-back")) {
            Arrays.fill(activations, 0, depth - 1, Activation.TANH);
        }
        reduction = has("sum-for-mean", "mean-twice") || (!has("mean-for-sum") && random.nextBoolean())
                ? Reduction.MEAN
                : Reduction.SUM;
        weights = new double[depth][][];
        biases = new double[depth][];
        for (int l = 0; l < depth; l++) {
            weights[l] = matrix(nodes[l + 1], nodes[l], random, 1 / Math.sqrt(nodes[l]));
            biases[l] = matrix(1, nodes[l + 1], random, 0.5)[0];
        }
        x = new double[batch][];
        t = new double[batch][];
        for (int row = 0; row < batch; row++) {
            x[row] = random.doubles(nodes[0]).toArray();
            t[row] = new double[nodes[depth]];
            Arrays.fill(t[row], activations[depth - 1] == Activation.SOFTMAX ? 0 : 0.01);
            t[row][random.nextInt(nodes[depth])] = activations[depth - 1] == Activation.SOFTMAX ? 1 : 0.99;
        }
    }

    private boolean has(String... any) {
        return Arrays.stream(any).anyMatch(mistakes::contains);
    }

    private static double[][] matrix(int rows, int columns, Random random, double width) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.setAll(row, i -> width * random.nextGaussian());
        }
        return matrix;
    }

    /** Everything that a step gives in which these mistakes are made. */
    Map<String, DumpArray> arrays(Set<String> made) {
        mistakes = made;
        Map<String, DumpArray> arrays = given();
        double[][][] used = new double[depth][][];
        for (int l = 0; l < depth; l++) {
            boolean square = nodes[l] == nodes[l + 1];
            used[l] = has("transposed-weights") && square ? transposed(weights[l]) : weights[l];
            used[l] = has("column-major") && l == 0 ? byColumns(used[l]) : used[l];
        }
        double[][][] z = new double[depth][][];
        double[][][] a = new double[depth + 1][][];
        a[0] = inputs();
        for (int l = 0; l < depth; l++) {
            z[l] = times(a[l], transposed(used[l]));
            for (double[] row : z[l]) {
                for (int j = 0; j < row.length; j++) {
                    row[j] += bias && !has("bias-ignored") ? biases[l][j] : 0;
                }
            }
            boolean softmax = l == depth - 1 && (has("softmax-output") || activations[l] == Activation.SOFTMAX);
            a[l + 1] = activate(softmax ? Activation.SOFTMAX : activations[l], z[l]);
            arrays.put("z" + (l + 1), DumpArray.of(z[l]));
            arrays.put("a" + (l + 1), DumpArray.of(a[l + 1]));
        }
        arrays.put("output", DumpArray.of(a[depth]));
        back(arrays, used, z, a);
        return arrays;
    }

    private Map<String, DumpArray> given() {
        Map<String, DumpArray> arrays = new LinkedHashMap<>();
        arrays.put("x", DumpArray.of(x));
        arrays.put("t", DumpArray.of(t));
        for (int l = 0; l < depth; l++) {
            arrays.put("W" + (l + 1), DumpArray.of(weights[l]));
            if (bias) {
                arrays.put("b" + (l + 1), DumpArray.of(biases[l]));
            }
        }
        return arrays;
    }

    private void back(Map<String, DumpArray> arrays, double[][][] used, double[][][] z, double[][][] a) {
        double scale = (reduction == Reduction.MEAN ? 1.0 / batch : 1)
                * (has("half-missing") ? 2 : 1)
                * (has("half-twice") ? 0.5 : 1)
                * (has("sum-for-mean") ? batch : 1)
                * (has("mean-for-sum", "mean-twice") ? 1.0 / batch : 1)
                * (has("mean-over-outputs") ? 1.0 / nodes[depth] : 1);
        double[][] targets = targets();
        arrays.put("loss", DumpArray.of(scale * loss(a[depth], targets)));
        double factor = loss == Loss.SQUARED_ERROR && !has("cross-entropy-gradient") ? 2 : 1;
        double[][] error = map2(a[depth], targets, (o, target) -> factor * (o - target));
        boolean slopeOfOutputs = loss == Loss.CROSS_ENTROPY
                ? has("squared-error-gradient")
                : !has("output-slope-missing", "cross-entropy-gradient");
        double[][] delta = slopeOfOutputs ? withSlope(depth - 1, error, z, a) : error;
        double step = (has("sign") ? -1 : 1) * (has("rate-twice") ? RATE * RATE : has("rate-missing") ? 1 : RATE);
        double[][] after = {};
        for (int l = depth - 1; l >= 0; l--) {
            if (l < depth - 1) {
                error = times(
                        has("raw-error-sent-back") ? error : delta, has("updated-weights-used") ? after : used[l + 1]);
                delta = has("hidden-slope-missing") ? error : withSlope(l, error, z, a);
            }
            double[][] gradient = map(times(transposed(delta), a[l]), value -> scale * value);
            double[] biasGradient = delta[batch - 1].clone();
            for (int row = 0; row < batch - 1 && !has("bias-gradient-not-summed"); row++) {
                for (int j = 0; j < biasGradient.length; j++) {
                    biasGradient[j] += delta[row][j];
                }
            }
            biasGradient = map(new double[][] {biasGradient}, value -> scale * value)[0];
            double shrink = has("weight-decay") ? 0.001 : 0;
            after = map2(weights[l], gradient, (w, g) -> w - step * g - shrink * w);
            arrays.put("dW" + (l + 1), DumpArray.of(gradient));
            arrays.put("W" + (l + 1) + "_after", DumpArray.of(after));
            if (bias) {
                double stepOfBias = has("bias-not-trained") ? 0 : step;
                arrays.put("db" + (l + 1), DumpArray.of(biasGradient));
                arrays.put(
                        "b" + (l + 1) + "_after",
                        DumpArray.of(map2(
                                new double[][] {biases[l]},
                                new double[][] {biasGradient},
                                (b, g) -> b - stepOfBias * g)[0]));
            }
        }
    }

    Settings settings() {
        return new Settings(List.of(activations), loss, reduction, RATE);
    }

    private double[][] inputs() {
        double[][] inputs = has("inputs-scaled") ? map(x, value -> value / 255) : x;
        return has("rows-shuffled") ? rotated(inputs) : inputs;
    }

    private double[][] targets() {
        double[][] targets = has("targets-scaled") ? map(t, value -> (value - 0.01) / 0.98) : t;
        return has("labels-off-by-one") ? transposed(rotated(transposed(targets))) : targets;
    }

    private static double[][] rotated(double[][] rows) {
        List<double[]> list = new ArrayList<>(Arrays.asList(rows));
        Collections.rotate(list, 1);
        return list.toArray(double[][]::new);
    }

    private double loss(double[][] outputs, double[][] targets) {
        double sum = 0;
        for (int row = 0; row < batch; row++) {
            for (int k = 0; k < outputs[row].length; k++) {
                double o = outputs[row][k];
                double target = targets[row][k];
                sum += switch (loss) {
                    case HALF_SQUARED_ERROR -> (target - o) * (target - o) / 2;
                    case SQUARED_ERROR -> (target - o) * (target - o);
                    case CROSS_ENTROPY ->
                        (target == 0 ? 0 : -target * Math.log(o))
                                - (activations[depth - 1] == Activation.SOFTMAX ? 0 : (1 - target) * Math.log(1 - o));
                };
            }
        }
        return sum;
    }

    private double[][] withSlope(int l, double[][] error, double[][][] z, double[][][] a) {
        if (activations[l] == Activation.SOFTMAX) {
            double[][] delta = new double[batch][nodes[depth]];
            for (int row = 0; row < batch; row++) {
                double mean = 0;
                for (int k = 0; k < nodes[depth]; k++) {
                    mean += error[row][k] * a[depth][row][k];
                }
                for (int k = 0; k < nodes[depth]; k++) {
                    delta[row][k] = a[depth][row][k] * (error[row][k] - mean);
                }
            }
            return delta;
        }
        return map2(
                error,
                has("slope-of-z") ? z[l] : a[l + 1],
                (e, value) -> e
                        * switch (activations[l]) {
                            case SIGMOID -> value * (1 - value);
                            case TANH -> 1 - value * value;
                            case RELU -> value > 0 ? 1 : 0;
                            case IDENTITY, SOFTMAX -> 1;
                        });
    }

    /** The mistakes in a readable order. */
    @Override
    public String toString() {
        return new TreeSet<>(mistakes) + " in " + Arrays.toString(nodes) + " " + Arrays.toString(activations) + " "
                + loss;
    }
}
