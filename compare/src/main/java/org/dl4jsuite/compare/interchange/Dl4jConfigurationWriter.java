package org.dl4jsuite.compare.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Reduction;

/** Writes a network's {@code configuration.json} as DL4J 1.0.0-M2.1 does, without DL4J. */
final class Dl4jConfigurationWriter {
    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.";
    private static final String LOSSES = "org.nd4j.linalg.lossfunctions.impl.";

    private Dl4jConfigurationWriter() {}

    static byte[] write(NetworkSpec network) {
        ObjectNode tree = Json.MAPPER.createObjectNode();
        tree.put("backpropType", "Standard").put("cacheMode", "NONE");
        for (int l = 0; l < network.activations().size(); l++) {
            tree.withArray("confs").add(conf(network, l));
        }
        tree.put("dataType", network.precision().name()).put("epochCount", 0).put("inferenceWorkspaceMode", "ENABLED");
        tree.putObject("inputPreProcessors");
        tree.put("iterationCount", 0)
                .put("tbpttBackLength", 20)
                .put("tbpttFwdLength", 20)
                .put("trainingWorkspaceMode", "ENABLED")
                .put("validateOutputLayerConfig", true);
        return tree.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode conf(NetworkSpec network, int l) {
        ObjectNode conf = Json.MAPPER.createObjectNode();
        conf.put("cacheMode", "NONE")
                .put("dataType", network.precision().name())
                .put("epochCount", 0)
                .put("iterationCount", 0);
        conf.set("layer", layer(network, l));
        conf.put("maxNumLineSearchIterations", 5)
                .put("miniBatch", network.reduction() == Reduction.MEAN)
                .put("minimize", true)
                .put("optimizationAlgo", "STOCHASTIC_GRADIENT_DESCENT")
                .put("seed", 1)
                .putNull("stepFunction");
        conf.putArray("variables").add("W");
        if (network.bias()) {
            conf.withArray("variables").add("b");
        }
        return conf;
    }

    private static ObjectNode layer(NetworkSpec network, int l) {
        boolean output = l == network.activations().size() - 1;
        ObjectNode layer = Json.MAPPER.createObjectNode();
        layer.put("@class", LAYERS + (output ? "OutputLayer" : "DenseLayer"));
        layer.set("activationFn", activation(network.activations().get(l)));
        layer.put("biasInit", 0.0)
                .putNull("biasUpdater")
                .putNull("constraints")
                .put("gainInit", 1.0)
                .put("gradientNormalization", "None")
                .put("gradientNormalizationThreshold", 1.0)
                .put("hasBias", network.bias());
        if (!output) {
            layer.put("hasLayerNorm", false);
        }
        layer.putNull("idropout")
                .putObject("iupdater")
                .put("@class", "org.nd4j.linalg.learning.config.Sgd")
                .put("learningRate", network.rate());
        layer.put("layerName", "layer" + l);
        if (output) {
            layer.set("lossFn", loss(network));
        }
        layer.put("nin", network.layers().get(l)).put("nout", network.layers().get(l + 1));
        layer.putArray("regularization");
        layer.putArray("regularizationBias");
        layer.putNull("timeDistributedFormat")
                .putObject("weightInitFn")
                .put("@class", "org.deeplearning4j.nn.weights.WeightInitXavier");
        return layer.putNull("weightNoise");
    }

    private static ObjectNode activation(Activation activation) {
        ObjectNode function = Json.MAPPER.createObjectNode();
        function.put("@class", ACTIVATIONS + Dl4jConfiguration.ACTIVATIONS.get(activation));
        if (activation == Activation.RELU) {
            function.putNull("max").putNull("negativeSlope").putNull("threshold");
        }
        return function;
    }

    /** The loss as the suite's own twin has it: half by weights of 0.5, and no output moved away from 0 or 1. */
    private static ObjectNode loss(NetworkSpec network) {
        ObjectNode loss = Json.MAPPER.createObjectNode();
        switch (network.loss()) {
            case SQUARED_ERROR -> loss.put("@class", LOSSES + "LossL2");
            case HALF_SQUARED_ERROR -> {
                ObjectNode weights = loss.put("@class", LOSSES + "LossL2")
                        .putObject("weights")
                        .put("dataType", "FLOAT");
                weights.putArray("shape").add(1).add(network.outputs());
                for (int k = 0; k < network.outputs(); k++) {
                    weights.withArray("data").add(0.5);
                }
            }
            case CROSS_ENTROPY -> {
                if (network.output() == Activation.SOFTMAX) {
                    loss.put("@class", LOSSES + "LossMCXENT").put("softmaxClipEps", 0.0);
                } else {
                    loss.put("@class", LOSSES + "LossBinaryXENT").put("clipEps", 0.0);
                }
            }
        }
        return loss;
    }
}
