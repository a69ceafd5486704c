package org.dl4jsuite.compare.diagnose;

import static org.dl4jsuite.compare.diagnose.InvalidDumpException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.diagnose.Quantity.Kind;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;

/** Reads a dump as a step: finds the shapes out, and which way round the weights are kept. */
final class StepReader {
    /** The mistakes that two layers may have together are some hundred thousand then. */
    private static final int MAX_LAYERS = 20;

    private static final Pattern LAYER = Pattern.compile("\\D+(\\d+).*");

    private final Dump dump;
    private final int depth;
    private final Precision precision;
    /** Nodes of each layer, inputs first. */
    private final List<Integer> nodes = new ArrayList<>();

    private final int batch;

    private StepReader(Dump dump, Precision precision) {
        this.dump = dump;
        this.precision = precision;
        depth = dump.depth();
        DumpArray x = Objects.requireNonNull(dump.array("x"));
        DumpArray first = matrix("W1");
        require(
                x.shape().size() == 1 || x.shape().size() == 2,
                "x has the shape " + x.shapeText() + "; use (batch, in).");
        boolean oneRow = x.shape().size() == 1 && first.shape().contains(x.values().length);
        int in = x.shape().size() == 2 ? x.shape().get(1) : oneRow ? x.values().length : 1;
        nodes.add(in);
        batch = x.values().length / in;
        require(
                depth <= MAX_LAYERS,
                "The dump has W1 to W" + depth + "; diagnose follows " + MAX_LAYERS + " layers of weights at most.");
        for (int l = 1; l <= depth; l++) {
            nodes.add(nodesBehind(l));
        }
    }

    /**
     * Returns the steps that a dump may stand for: one, or two if all weights are square and may be either way round.
     *
     * @throws InvalidDumpException if the shapes do not fit together
     */
    static List<Step> read(Dump dump, Precision precision) {
        StepReader reader = new StepReader(dump, precision);
        reader.requireLayers();
        List<Step> steps = new ArrayList<>();
        for (boolean inOut : reader.layoutsOfSquares()) {
            steps.add(reader.step(inOut));
        }
        return steps;
    }

    private int nodesBehind(int layer) {
        List<Integer> shape = matrix("W" + layer).shape();
        int in = nodes.get(layer - 1);
        require(
                shape.contains(in),
                "W" + layer + " has the shape " + matrix("W" + layer).shapeText() + ", but "
                        + (layer == 1 ? "x has " : "layer " + (layer - 1) + " has ") + in
                        + (layer == 1 ? " inputs" : " nodes") + "; use (out, in) or (in, out).");
        return shape.get(0) == in ? shape.get(1) : shape.get(0);
    }

    private DumpArray matrix(String name) {
        DumpArray array = Objects.requireNonNull(dump.array(name));
        require(
                array.shape().size() == 2,
                name + " has the shape " + array.shapeText() + "; weights are a matrix, (out, in) or (in, out).");
        return array;
    }

    /** Rejects names of layers that have no weights, and whatever needs targets that are not there. */
    private void requireLayers() {
        for (String name : dump.arrays().keySet()) {
            Matcher layer = LAYER.matcher(name);
            require(
                    !layer.matches() || Integer.parseInt(layer.group(1)) <= depth,
                    name + " belongs to a layer without weights: the dump has W1 to W" + depth + ".");
            require(
                    dump.array("t") != null
                            || !(name.equals("loss") || name.startsWith("d") || name.endsWith("_after")),
                    name + " needs the targets; add t, of shape (batch, out).");
        }
        require(
                dump.arrays().keySet().stream().anyMatch(name -> !name.matches("[Wb]\\d+|x|t")),
                "The dump has nothing that the network computed; add output, loss, z1, a1, dW1, W1_after or others.");
    }

    /** Whether square weights are (in, out): as the others, or unknown if there are no others or they disagree. */
    private List<Boolean> layoutsOfSquares() {
        List<Boolean> others = IntStream.rangeClosed(1, depth)
                .filter(l -> !isSquare(l))
                .mapToObj(this::isInOut)
                .distinct()
                .toList();
        boolean anySquare = IntStream.rangeClosed(1, depth).anyMatch(this::isSquare);
        if (!anySquare) {
            return List.of(false);
        }
        return others.size() == 1 ? others : List.of(false, true);
    }

    private boolean isSquare(int layer) {
        return nodes.get(layer).equals(nodes.get(layer - 1));
    }

    private boolean isInOut(int layer) {
        return matrix("W" + layer).shape().get(0).equals(nodes.get(layer - 1));
    }

    private Step step(boolean squaresInOut) {
        List<Boolean> inOut = new ArrayList<>();
        List<Values> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            inOut.add(isSquare(l) ? squaresInOut : isInOut(l));
            weights.add(weights("W" + l, l, inOut.get(l - 1)));
            biases.add(
                    dump.array("b" + l) == null
                            ? new double[0]
                            : rows("b" + l, 1, nodes.get(l)).value());
        }
        Values targets = dump.array("t") == null ? null : rows("t", batch, nodes.get(depth));
        List<Activation> activations = activations();
        Activation output = activations.get(depth - 1);
        return new Step(
                inOut,
                weights,
                biases,
                rows("x", batch, nodes.get(0)),
                targets,
                activations,
                loss(output),
                dump.settings().reduction() == null
                        ? Reduction.MEAN
                        : dump.settings().reduction(),
                dump.settings().rate(),
                given(inOut),
                dump);
    }

    private List<Activation> activations() {
        List<Activation> activations = dump.settings().activations();
        if (activations == null) {
            return Collections.nCopies(depth, Activation.SIGMOID);
        }
        require(
                activations.size() == depth || activations.size() == 1,
                "There are " + activations.size() + " activations for " + depth
                        + " layers; give one per layer of weights, for example tanh,sigmoid.");
        List<Activation> perLayer =
                activations.size() == depth ? activations : Collections.nCopies(depth, activations.get(0));
        require(
                !perLayer.subList(0, depth - 1).contains(Activation.SOFTMAX),
                "A hidden layer has the activation softmax; softmax is for the outputs.");
        return perLayer;
    }

    private Loss loss(Activation output) {
        Loss chosen = dump.settings().loss();
        Loss loss =
                chosen != null ? chosen : output == Activation.SOFTMAX ? Loss.CROSS_ENTROPY : Loss.HALF_SQUARED_ERROR;
        require(
                loss.fits(output),
                "The loss " + loss + " does not go with " + output
                        + " outputs; cross-entropy goes with sigmoid and softmax, and softmax only with"
                        + " cross-entropy.");
        return loss;
    }

    private Map<Quantity, Values> given(List<Boolean> inOut) {
        Map<Quantity, Values> given = new LinkedHashMap<>();
        for (int l = 0; l < depth; l++) {
            add(given, new Quantity(Kind.WEIGHTED_SUM, l), inOut);
            add(given, new Quantity(Kind.ACTIVATION, l), inOut);
        }
        add(given, new Quantity(Kind.OUTPUT, depth - 1), inOut);
        add(given, new Quantity(Kind.LOSS, depth - 1), inOut);
        for (int l = depth - 1; l >= 0; l--) {
            add(given, new Quantity(Kind.WEIGHT_GRADIENT, l), inOut);
            add(given, new Quantity(Kind.BIAS_GRADIENT, l), inOut);
        }
        for (int l = depth - 1; l >= 0; l--) {
            add(given, new Quantity(Kind.WEIGHT_AFTER, l), inOut);
            add(given, new Quantity(Kind.BIAS_AFTER, l), inOut);
        }
        return given;
    }

    private void add(Map<Quantity, Values> given, Quantity quantity, List<Boolean> inOut) {
        String name = quantity.name();
        if (dump.array(name) == null) {
            return;
        }
        int layer = quantity.layer() + 1;
        int out = nodes.get(layer);
        given.put(
                quantity,
                switch (quantity.kind()) {
                    case WEIGHTED_SUM, ACTIVATION, OUTPUT -> rows(name, batch, out);
                    case LOSS -> rows(name, 1, 1);
                    case WEIGHT_GRADIENT, WEIGHT_AFTER -> weights(name, layer, inOut.get(quantity.layer()));
                    case BIAS_GRADIENT, BIAS_AFTER -> {
                        require(
                                dump.array("b" + layer) != null,
                                name + " needs the biases; add b" + layer + ", of shape (out).");
                        yield rows(name, 1, out);
                    }
                });
    }

    /** Weights as (out, in). */
    private Values weights(String name, int layer, boolean squareInOut) {
        DumpArray array = matrix(name);
        int in = nodes.get(layer - 1);
        int out = nodes.get(layer);
        boolean fits = array.shape().equals(List.of(out, in)) || array.shape().equals(List.of(in, out));
        require(
                fits,
                name + " has the shape " + array.shapeText() + "; W" + layer + " makes it (" + out + ", " + in
                        + ") or (" + in + ", " + out + ").");
        boolean inOut = isSquare(layer) ? squareInOut : array.shape().get(0) == in;
        return inOut ? values(in, out, array).transposed() : values(out, in, array);
    }

    /** A matrix of this shape, or a vector or column of as many numbers. */
    private Values rows(String name, int rows, int columns) {
        DumpArray array = Objects.requireNonNull(dump.array(name));
        List<Integer> withoutOnes = array.shape().stream().filter(n -> n != 1).toList();
        List<Integer> expected =
                IntStream.of(rows, columns).filter(n -> n != 1).boxed().toList();
        require(
                withoutOnes.equals(expected),
                name + " has the shape " + array.shapeText() + " where the others make it ("
                        + (name.startsWith("b") || name.startsWith("db") ? "" : rows + ", ") + columns + ").");
        return values(rows, columns, array);
    }

    private Values values(int rows, int columns, DumpArray array) {
        Rounding rounding = new Rounding(precision);
        double unit = precision == Precision.FLOAT ? rounding.unit() : 0; // a double stands for itself
        double[] errors = new double[array.values().length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = unit * Math.abs(array.values()[i]);
        }
        return new Values(rows, columns, array.values(), errors);
    }
}
