package org.dl4jsuite.compare.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.Network.Gradient;
import org.dl4jsuite.scratch.Network.Pass;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;

/**
 * A network to be calculated by hand: what is given, and what is to be found, step by step. All values are the from-scratch
 * network's, not rounded on the way.
 *
 * @param id names it in a page
 * @param title says what it is
 * @param task tells what to do
 * @param given is printed
 * @param steps are to be found
 */
record Worksheet(String id, String title, String task, List<Line> given, List<Step> steps) {
    private static final int NODES = 2;
    private static final double RATE = 0.5;

    /**
     * A value.
     *
     * @param symbol its name on the sheet
     * @param how it is calculated, in symbols; empty if it is given
     * @param value not rounded
     */
    record Line(String symbol, String how, double value) {}

    /**
     * Lines that one formula gives.
     *
     * @param title what they are
     * @param formula in LaTeX
     */
    record Step(String title, String formula, List<Line> lines) {}

    /** Returns a 2-2-2 network without biases, its values with two decimals drawn from the seed as numpy draws them. */
    static Worksheet ofSeed(long seed) {
        NumpyRandomState random = new NumpyRandomState(seed);
        Network network = network(NODES, NODES, NODES);
        double[] weights = new double[network.parameterCount()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = hundredths(random, -1, 1);
        }
        network.setParameters(weights);
        double[] x = {hundredths(random, 0.01, 1), hundredths(random, 0.01, 1)};
        return training(
                "seed-" + seed,
                "A network of your own, seed " + seed,
                "One whole step of training, there and back.",
                network,
                x,
                new double[] {0.01, 0.99},
                RATE);
    }

    private static double hundredths(NumpyRandomState random, double low, double high) {
        return Math.round(100 * (low + (high - low) * random.randomSample(1)[0])) / 100.0;
    }

    /** Returns a sigmoid network without biases that follows the gradient of half the squared error. */
    static Network network(int... nodes) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < nodes.length; l++) {
            layers.add(new Layer(nodes[l - 1], nodes[l], false, Activation.SIGMOID));
        }
        return new Network(layers, Loss.HALF_SQUARED_ERROR, Variant.TRUE_GRADIENT, Reduction.SUM);
    }

    /** Returns the way forward of one example. */
    static Worksheet forward(String id, String title, String task, Network network, double[] x) {
        Names names = new Names(network);
        Pass pass = network.pass(Matrix.of(x), new Matrix(1, names.outputs()));
        return new Worksheet(id, title, task, given(names, network, x), forward(names, network, pass));
    }

    /** Returns a step of training on one example; the biases stay as they are. */
    static Worksheet training(
            String id, String title, String task, Network network, double[] x, double[] t, double rate) {
        Names names = new Names(network);
        Matrix input = Matrix.of(x);
        Matrix target = Matrix.of(t);
        List<Line> given = given(names, network, x);
        for (int k = 0; k < t.length; k++) {
            given.add(new Line("t" + (k + 1), "", t[k]));
        }
        given.add(new Line("rate", "", rate));
        Pass pass = network.pass(input, target);
        List<Step> steps = forward(names, network, pass);
        steps.add(error(names, pass, target));
        int last = network.layers().size() - 1;
        for (int l = last; l >= 0; l--) {
            steps.add(deltas(names, network, pass, l));
        }
        Gradient gradient = network.gradient(input, target);
        for (int l = last; l >= 0; l--) {
            steps.add(weights(names, network, gradient, rate, l));
        }
        return new Worksheet(id, title, task, given, steps);
    }

    private static List<Line> given(Names names, Network network, double[] x) {
        List<Line> given = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            given.add(new Line(names.node(0, i), "", x[i]));
        }
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            for (int j = 0; j < layer.weights().rows(); j++) {
                for (int i = 0; i < layer.weights().columns(); i++) {
                    given.add(
                            new Line(names.weight(l, j, i), "", layer.weights().get(j, i)));
                }
            }
            for (int j = 0; j < layer.bias().length; j++) {
                given.add(new Line("bias " + names.node(l + 1, j), "", layer.bias()[j]));
            }
        }
        return given;
    }

    private static List<Step> forward(Names names, Network network, Pass pass) {
        List<Step> steps = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            List<Line> sums = new ArrayList<>();
            List<Line> outs = new ArrayList<>();
            for (int j = 0; j < layer.weights().rows(); j++) {
                int node = j;
                int below = l;
                String sum = IntStream.range(0, layer.weights().columns())
                        .mapToObj(i -> names.node(below, i) + " · " + names.weight(below, node, i))
                        .collect(Collectors.joining(" + "));
                String name = names.node(l + 1, j);
                String bias = layer.bias().length == 0 ? "" : " + bias " + name;
                sums.add(new Line(
                        "z " + name, sum + bias, pass.weightedSums().get(l).get(0, j)));
                outs.add(new Line(
                        name,
                        "1 / (1 + exp(−z " + name + "))",
                        pass.activations().get(l).get(0, j)));
            }
            String layerName = names.layer(l + 1);
            steps.add(new Step("What goes into the " + layerName, "z_j = \\sum_i w_{ji} x_i", sums));
            steps.add(new Step("What the " + layerName + " give", "a_j = \\frac{1}{1 + e^{-z_j}}", outs));
        }
        return steps;
    }

    private static Step error(Names names, Pass pass, Matrix target) {
        int last = pass.activations().size();
        String sum = IntStream.range(0, target.columns())
                .mapToObj(k -> "(" + names.node(last, k) + " − t" + (k + 1) + ")²")
                .collect(Collectors.joining(" + "));
        double error = Loss.HALF_SQUARED_ERROR.of(pass.activations().get(last - 1), target);
        return new Step(
                "How wrong it is",
                "E = \\frac{1}{2} \\sum_k (o_k - t_k)^2",
                List.of(new Line("E", "½ (" + sum + ")", error)));
    }

    private static Step deltas(Names names, Network network, Pass pass, int l) {
        boolean output = l == network.layers().size() - 1;
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < network.layers().get(l).weights().rows(); j++) {
            String name = names.node(l + 1, j);
            int node = j;
            String arrives = output
                    ? name + " − t" + (j + 1)
                    : IntStream.range(0, network.layers().get(l + 1).weights().rows())
                            .mapToObj(k -> "δ " + names.node(l + 2, k) + " · " + names.weight(l + 1, k, node))
                            .collect(Collectors.joining(" + "));
            lines.add(new Line(
                    "δ " + name,
                    "(" + arrives + ") · " + name + " (1 − " + name + ")",
                    pass.deltas().get(l).get(0, j)));
        }
        return output
                ? new Step("The outputs' deltas", "\\delta_k = (o_k - t_k) o_k (1 - o_k)", lines)
                : new Step(
                        "The deltas of the " + names.layer(l + 1),
                        "\\delta_j = \\left( \\sum_k \\delta_k w_{kj} \\right) a_j (1 - a_j)",
                        lines);
    }

    private static Step weights(Names names, Network network, Gradient gradient, double rate, int l) {
        Matrix weights = network.layers().get(l).weights();
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < weights.rows(); j++) {
            for (int i = 0; i < weights.columns(); i++) {
                String name = names.weight(l, j, i);
                double slope = gradient.weights().get(l).get(j, i);
                lines.add(new Line("slope " + name, "δ " + names.node(l + 1, j) + " · " + names.node(l, i), slope));
                lines.add(new Line("new " + name, name + " − rate · slope " + name, weights.get(j, i) - rate * slope));
            }
        }
        return new Step(
                "The weights into the " + names.layer(l + 1),
                "\\frac{\\partial E}{\\partial w_{ji}} = \\delta_j a_i , \\quad w_{ji} \\leftarrow w_{ji} - \\eta"
                        + " \\frac{\\partial E}{\\partial w_{ji}}",
                lines);
    }

    /** The names of nodes and links on the sheet: x1, h1, o1, and x1→h1. */
    private record Names(Network network) {
        int outputs() {
            return network.layers().get(network.layers().size() - 1).weights().rows();
        }

        String node(int layer, int index) {
            return (layer == 0 ? "x" : layer == network.layers().size() ? "o" : "h") + (index + 1);
        }

        String weight(int layer, int to, int from) {
            return node(layer, from) + "→" + node(layer + 1, to);
        }

        String layer(int layer) {
            return layer == network.layers().size() ? "outputs" : "hidden nodes";
        }
    }
}
