package org.dl4jsuite.compare.interchange;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;

/**
 * The {@code configuration.json} of a {@code MultiLayerNetwork}, read without DL4J. Whatever would make the network another
 * one than the suite computes is refused by its name; nothing is passed over silently but what decides neither outputs nor
 * steps: names, seeds, counters, workspaces, and how the weights were first drawn.
 */
public final class Dl4jConfiguration {
    static final Map<Activation, String> ACTIVATIONS = Map.of(
            Activation.SIGMOID, "ActivationSigmoid",
            Activation.TANH, "ActivationTanH",
            Activation.IDENTITY, "ActivationIdentity",
            Activation.RELU, "ActivationReLU",
            Activation.SOFTMAX, "ActivationSoftmax");

    private static final Set<String> PASSED_OVER = Set.of(
            "@class",
            "biasInit",
            "cacheMode",
            "dataType",
            "epochCount",
            "gainInit",
            "gradientNormalizationThreshold",
            "inferenceWorkspaceMode",
            "iterationCount",
            "layerName",
            "maxNumLineSearchIterations",
            "seed",
            "tbpttBackLength",
            "tbpttFwdLength",
            "trainingWorkspaceMode",
            "validateOutputLayerConfig",
            "variables",
            "weightInitFn");

    private static final Map<String, String> EXPECTED = Map.of(
            "backpropType", "Standard",
            "gradientNormalization", "None",
            "hasLayerNorm", "false",
            "minimize", "true",
            "optimizationAlgo", "STOCHASTIC_GRADIENT_DESCENT");

    private final String where;
    private final List<Integer> layers = new ArrayList<>();
    private final List<Activation> activations = new ArrayList<>();

    private Dl4jConfiguration(String where) {
        this.where = where;
    }

    /**
     * Returns the network that a configuration describes.
     *
     * @param where the file, for a message
     * @throws UserError if it is none that the suite computes; the message names what it has
     */
    public static NetworkSpec parse(byte[] json, String where) {
        JsonNode tree;
        try {
            tree = Json.tree(new ByteArrayInputStream(json));
        } catch (JacksonException e) {
            throw new UserError(where + ": is no JSON: " + e.getOriginalMessage() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory give none
        }
        return new Dl4jConfiguration(where).network(tree);
    }

    private NetworkSpec network(JsonNode tree) {
        require(!tree.has("vertices"), "a ComputationGraph", "build it as a MultiLayerNetwork");
        JsonNode confs = tree.path("confs");
        require(
                confs.isArray() && confs.size() >= 1,
                "no list of layers",
                "save a MultiLayerNetwork of DL4J 1.0.0-M2.1");
        List<Boolean> biases = new ArrayList<>();
        List<Boolean> means = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int l = 0; l < confs.size(); l++) {
            JsonNode conf = confs.get(l);
            String of = " in layer " + (l + 1);
            JsonNode layer = conf.path("layer");
            addLayer(layer, l == confs.size() - 1, of);
            requireNothingElse(conf, Set.of("layer", "miniBatch"), of);
            means.add(conf.path("miniBatch").asBoolean());
            biases.add(layer.path("hasBias").asBoolean());
            rates.add(rate(layer.path("iupdater"), of));
        }
        requireNothingElse(tree, Set.of("confs"), "");
        return new NetworkSpec(
                List.copyOf(layers),
                List.copyOf(activations),
                same(biases, "biases in some of its layers"),
                loss(confs.get(confs.size() - 1).path("layer").path("lossFn")),
                Variant.TRUE_GRADIENT,
                same(means, "a mean over the batch in some of its layers") ? Reduction.MEAN : Reduction.SUM,
                same(rates, "several learning rates"),
                precision(tree.path("dataType").asText()));
    }

    private void addLayer(JsonNode layer, boolean last, String of) {
        String type = simpleName(layer);
        require(
                type.equals(last ? "OutputLayer" : "DenseLayer"),
                type.isEmpty() ? "no layer of DL4J 1.0.0-M2.1" + of : "the layer " + type + of,
                "the suite has dense layers and an output layer at the end");
        int in = layer.path("nin").asInt();
        int out = layer.path("nout").asInt();
        require(in >= 1 && out >= 1, in + " inputs and " + out + " outputs" + of, "use 1 or more of each");
        if (layers.isEmpty()) {
            layers.add(in);
        }
        int before = layers.get(layers.size() - 1);
        require(in == before, in + " inputs" + of + " behind " + before + " outputs", "use the same number");
        layers.add(out);
        activations.add(activation(layer.path("activationFn"), of));
        requireNothingElse(layer, Set.of("activationFn", "hasBias", "iupdater", "lossFn", "nin", "nout"), of);
    }

    private Activation activation(JsonNode function, String of) {
        String type = simpleName(function);
        for (Map.Entry<Activation, String> known : ACTIVATIONS.entrySet()) {
            if (known.getValue().equals(type)) {
                requireNothingElse(function, Set.of(), of);
                return known.getKey();
            }
        }
        throw refused("the activation " + type + of, "the suite has sigmoid, tanh, identity, ReLU and softmax");
    }

    private double rate(JsonNode updater, String of) {
        require(
                simpleName(updater).equals("Sgd"),
                "the updater " + simpleName(updater) + of,
                "the suite has plain gradient descent, Sgd");
        requireNothingElse(updater, Set.of("learningRate"), of);
        return updater.path("learningRate").asDouble();
    }

    private Loss loss(JsonNode function) {
        String type = simpleName(function);
        JsonNode weights = function.path("weights");
        boolean unweighted = weights.isMissingNode() || weights.isNull();
        Activation output = activations.get(activations.size() - 1);
        if (type.equals("LossL2")) {
            require(output != Activation.SOFTMAX, "LossL2 of softmax outputs", "use LossMCXENT");
            require(
                    unweighted || areHalves(weights),
                    "a LossL2 with weights",
                    "the suite has 0.5 for all outputs, or none");
            return unweighted ? Loss.SQUARED_ERROR : Loss.HALF_SQUARED_ERROR;
        }
        boolean ofSoftmax = type.equals("LossMCXENT") || type.equals("LossNegativeLogLikelihood");
        require(
                ofSoftmax || type.equals("LossBinaryXENT"),
                "the loss " + type,
                "the suite has LossL2, with weights of 0.5 or none, LossMCXENT and LossBinaryXENT");
        require(unweighted, "a " + type + " with weights", "leave them out");
        require(
                output == (ofSoftmax ? Activation.SOFTMAX : Activation.SIGMOID),
                "a " + type + " of " + ACTIVATIONS.get(output),
                "LossMCXENT goes with softmax, LossBinaryXENT with sigmoids");
        return Loss.CROSS_ENTROPY;
    }

    private boolean areHalves(JsonNode weights) {
        JsonNode data = weights.path("data");
        boolean halves = data.isArray() && data.size() == layers.get(layers.size() - 1);
        for (JsonNode weight : data) {
            halves &= weight.asDouble() == 0.5;
        }
        return halves;
    }

    private Precision precision(String type) {
        require(type.equals("FLOAT") || type.equals("DOUBLE"), "the data type " + type, "save it in FLOAT or DOUBLE");
        return Precision.valueOf(type);
    }

    /** Refuses any setting that is neither read nor passed over, unless it is off. */
    private void requireNothingElse(JsonNode object, Set<String> read, String of) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String key = field.getKey();
            JsonNode value = field.getValue();
            boolean off = EXPECTED.containsKey(key) ? value.asText().equals(EXPECTED.get(key)) : isOff(value);
            JsonNode named = value.isArray() ? value.path(0) : value;
            require(
                    read.contains(key) || PASSED_OVER.contains(key) || off,
                    CheckedZip.printable(key) + " "
                            + (named.isObject() ? simpleName(named) : CheckedZip.printable(value.toString())) + of,
                    "the suite has no such setting");
        }
    }

    private static boolean isOff(JsonNode value) {
        boolean empty = value.isEmpty(); // all but a list or an object is
        return empty && !value.asBoolean() && value.asDouble() == 0 && !value.isTextual();
    }

    private <T> T same(List<T> values, String what) {
        require(Set.copyOf(values).size() == 1, what, "use the same in all");
        return values.get(0);
    }

    /** Returns a class's name without its package, which is the same for all that are known. */
    private static String simpleName(JsonNode object) {
        String name = object.path("@class").asText();
        return CheckedZip.printable(name.substring(name.lastIndexOf('.') + 1));
    }

    private void require(boolean condition, String what, String remedy) {
        if (!condition) {
            throw refused(what, remedy);
        }
    }

    private UserError refused(String what, String remedy) {
        return new UserError(where + ": has " + what + "; " + remedy + ".");
    }
}
