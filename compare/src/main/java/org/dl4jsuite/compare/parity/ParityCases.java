package org.dl4jsuite.compare.parity;

import static org.dl4jsuite.scratch.Activation.IDENTITY;
import static org.dl4jsuite.scratch.Activation.RELU;
import static org.dl4jsuite.scratch.Activation.SIGMOID;
import static org.dl4jsuite.scratch.Activation.SOFTMAX;
import static org.dl4jsuite.scratch.Activation.TANH;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;

/**
 * The cases on which parity is proved: small enough to read, and together covering every kind of layer, batch and rule
 * that the suite has, up to the book's network on real digits.
 */
public final class ParityCases {
    /** The weights that <i>Make Your Own Neural Network</i> works through by hand: input to hidden, hidden to output. */
    private static final double[] BOOK_WEIGHTS = {
        0.9, 0.3, 0.4, 0.2, 0.8, 0.2, 0.1, 0.5, 0.6, 0.3, 0.7, 0.5, 0.6, 0.5, 0.2, 0.8, 0.1, 0.9
    };

    private static final double[] BOOK_INPUTS = {0.9, 0.1, 0.8};
    private static final double[] BOOK_TARGETS = {0.99, 0.01, 0.01};
    private static final int REAL_DIGITS = 3;
    private static final double OFF = 0.01;
    private static final double ON = 0.99;

    private ParityCases() {}

    /**
     * All cases; the digits' come last.
     *
     * @param seed of the parameters, inputs and targets
     * @param digits at least three images
     */
    public static List<ParityCase> all(long seed, LabelledImages digits) {
        List<ParityCase> cases = tiny(seed);
        double[][] x = digits.inputs(0, REAL_DIGITS);
        double[][] t = digits.targets(0, REAL_DIGITS);
        for (Variant variant : Variant.values()) {
            NetworkSpec spec = NetworkSpec.digits(200, 0.1, variant);
            double[] parameters = parameters(spec, new NumpyRandomState(seed));
            cases.add(new ParityCase(name(spec, REAL_DIGITS) + ", real digits", spec, parameters, x, t));
        }
        return cases;
    }

    /** The cases with a handful of nodes. */
    public static List<ParityCase> tiny(long seed) {
        NumpyRandomState random = new NumpyRandomState(seed);
        List<ParityCase> cases = new ArrayList<>();
        cases.add(random(NetworkSpec.of(2, 3, 1), 1, random));
        cases.add(random(NetworkSpec.of(2, 3, 1).withBias(true), 1, random));
        cases.add(random(NetworkSpec.of(3, 4, 1).withReduction(Reduction.SUM), 4, random));
        cases.add(random(NetworkSpec.of(4, 5, 3), 1, random));
        cases.add(random(NetworkSpec.of(4, 5, 3), 3, random));
        cases.add(random(NetworkSpec.of(4, 5, 3).withBias(true), 3, random));
        cases.add(random(NetworkSpec.of(4, 5, 3).withBias(true).withReduction(Reduction.SUM), 5, random));
        cases.add(random(NetworkSpec.of(4, 5, 3).withHidden(Activation.TANH), 3, random));
        cases.add(random(
                NetworkSpec.of(4, 5, 3)
                        .withHidden(Activation.TANH)
                        .withOutput(Activation.IDENTITY)
                        .withBias(true),
                3,
                random));
        cases.add(random(NetworkSpec.of(4, 6, 5, 3), 1, random));
        cases.add(random(NetworkSpec.of(4, 6, 5, 3).withHidden(Activation.TANH).withBias(true), 7, random));
        cases.add(book(Variant.TRUE_GRADIENT));
        cases.add(book(Variant.BOOK_RULE));
        cases.add(random(NetworkSpec.of(4, 5, 3).withVariant(Variant.BOOK_RULE), 3, random));
        cases.add(random(NetworkSpec.of(4, 5, 3).withVariant(Variant.BOOK_RULE).withBias(true), 2, random));
        cases.add(random(NetworkSpec.of(4, 5, 3).withPrecision(Precision.FLOAT), 3, random));
        cases.add(random(NetworkSpec.of(4, 6, 5, 3).withBias(true).withPrecision(Precision.FLOAT), 3, random));
        cases.add(random(NetworkSpec.of(4, 5, 3).withLoss(Loss.SQUARED_ERROR), 3, random));
        cases.add(random(
                NetworkSpec.of(3, 4, 2)
                        .withLoss(Loss.SQUARED_ERROR)
                        .withHidden(Activation.TANH)
                        .withBias(true)
                        .withReduction(Reduction.SUM),
                4,
                random));
        cases.add(random(NetworkSpec.of(4, 5, 3).withHidden(Activation.RELU), 3, random));
        cases.add(random(
                NetworkSpec.of(4, 8, 6, 5, 2).withBias(true).withActivations(RELU, TANH, RELU, IDENTITY), 7, random));
        cases.add(random(crossEntropy(SIGMOID, 4, 5, 3), 1, random));
        cases.add(random(crossEntropy(SIGMOID, 4, 5, 3).withHidden(TANH).withBias(true), 5, random));
        cases.add(random(crossEntropy(SOFTMAX, 4, 5, 3), 1, random));
        cases.add(random(crossEntropy(SOFTMAX, 4, 5, 3).withReduction(Reduction.SUM), 4, random));
        cases.add(random(crossEntropy(SOFTMAX, 4, 8, 6, 3).withHidden(RELU).withBias(true), 6, random));
        cases.add(random(crossEntropy(SIGMOID, 4, 5, 3).withPrecision(Precision.FLOAT), 3, random));
        cases.add(random(
                crossEntropy(SOFTMAX, 4, 8, 6, 3)
                        .withHidden(RELU)
                        .withBias(true)
                        .withPrecision(Precision.FLOAT),
                3,
                random));
        return cases;
    }

    private static NetworkSpec crossEntropy(Activation output, Integer... layers) {
        return NetworkSpec.of(layers).withOutput(output).withLoss(Loss.CROSS_ENTROPY);
    }

    /**
     * A case with random parameters, inputs in [0.01, 0.99) and at most one target of each row on. Softmax outputs are a
     * distribution, and so are their targets: exactly one is on, and they add up to 1.
     */
    public static ParityCase random(NetworkSpec spec, int rows, NumpyRandomState random) {
        double[] parameters = parameters(spec, random);
        double[][] x = new double[rows][spec.inputs()];
        double[][] t = new double[rows][spec.outputs()];
        boolean distribution = spec.output() == SOFTMAX;
        double whenOn = distribution ? 1 - OFF * (spec.outputs() - 1) : ON;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < spec.inputs(); i++) {
                x[row][i] = OFF + (ON - OFF) * random.randomSample();
            }
            // one class more than there are outputs: a row of none is a row of targets that are all off
            int on = (int) ((spec.outputs() + (distribution ? 0 : 1)) * random.randomSample());
            for (int k = 0; k < spec.outputs(); k++) {
                t[row][k] = k == on ? whenOn : OFF;
            }
        }
        return new ParityCase(name(spec, rows), spec, parameters, x, t);
    }

    private static ParityCase book(Variant variant) {
        NetworkSpec spec = NetworkSpec.of(3, 3, 3).withVariant(variant);
        return new ParityCase(
                name(spec, 1) + ", the book's weights",
                spec,
                BOOK_WEIGHTS.clone(),
                new double[][] {BOOK_INPUTS.clone()},
                new double[][] {BOOK_TARGETS.clone()});
    }

    /** normal(0, 1/sqrt(incoming links)), biases included: a bias of 0 would hide a bias that is added twice. */
    private static double[] parameters(NetworkSpec spec, NumpyRandomState random) {
        double[] parameters = new double[Math.toIntExact(spec.parameterCount())];
        for (Tensor tensor : spec.tensors()) {
            int incomingLinks = tensor.shape().get(tensor.shape().size() - 1);
            for (int i = tensor.from(); i < tensor.to(); i++) {
                parameters[i] = random.normal(0, Math.pow(incomingLinks, -0.5));
            }
        }
        return parameters;
    }

    private static String name(NetworkSpec spec, int rows) {
        StringBuilder name = new StringBuilder(spec.shape());
        name.append(", ").append(rows).append(rows == 1 ? " row" : " rows");
        String hidden = spec.activations().subList(0, spec.activations().size() - 1).stream()
                .distinct()
                .map(ParityCases::lowerCase)
                .collect(Collectors.joining("/"));
        if (!hidden.isEmpty() && !hidden.equals(lowerCase(SIGMOID))) {
            name.append(", ").append(hidden);
        }
        if (spec.output() != SIGMOID) {
            name.append(" to ").append(lowerCase(spec.output()));
        }
        if (spec.bias()) {
            name.append(", bias");
        }
        if (rows > 1) {
            name.append(", ").append(spec.reduction().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (spec.loss() != Loss.HALF_SQUARED_ERROR) {
            name.append(", ").append(lowerCase(spec.loss()).replace('_', ' '));
        }
        if (spec.variant() != Variant.TRUE_GRADIENT) {
            name.append(", book rule");
        }
        if (spec.precision() != Precision.DOUBLE) {
            name.append(", float");
        }
        return name.toString();
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
