package org.dl4jsuite.dl4j;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A DL4J network run backwards, from outputs to an input that stands for them: the twin of the from-scratch {@code
 * BackQuery}, which gives the formulas and their source. DL4J has no such query; this is made of the network's own
 * parameters, W being (in, out), and ND4J's operations.
 */
public final class BackQuery {
    private static final double LOWEST = 0.01;
    private static final double RANGE = 0.98;
    /** In the middle of the range; its logit is 0, so it says nothing to the layer before. */
    private static final double MIDDLE = 0.5;

    private BackQuery() {}

    /**
     * Returns the input that stands for these outputs.
     *
     * @param network any number of layers, sigmoids without biases
     * @param outputs (1, out) in the network's precision, each between 0 and 1, both exclusive
     * @return (1, in), from 0.01 to 0.99; 0.5 everywhere if all signals that come back are equal
     * @throws IllegalArgumentException if the network has biases or other activations, or if an output is out of range
     */
    public static INDArray input(MultiLayerNetwork network, INDArray outputs) {
        for (int l = 0; l < network.getnLayers(); l++) {
            IActivation activation = ((BaseLayer) network.getLayer(l).conf().getLayer()).getActivationFn();
            boolean bias = network.getParam(l + "_b") != null;
            if (!(activation instanceof ActivationSigmoid) || bias) {
                throw new IllegalArgumentException(
                        "A network runs backwards through sigmoids without biases only: layer " + (l + 1) + " is "
                                + activation + (bias ? " with" : " without") + " biases");
            }
        }
        if (!(outputs.minNumber().doubleValue() > 0 && outputs.maxNumber().doubleValue() < 1)) {
            throw new IllegalArgumentException("A sigmoid gives values between 0 and 1 only: got " + outputs);
        }
        INDArray a = outputs;
        for (int l = network.getnLayers() - 1; l >= 0; l--) {
            INDArray weights = network.getParam(l + "_W");
            a = rescale(logit(a).mmul(weights.transpose()));
        }
        return a;
    }

    /** Returns the inverse of the sigmoid. */
    private static INDArray logit(INDArray a) {
        return Transforms.log(a.div(a.rsub(1)));
    }

    private static INDArray rescale(INDArray signals) {
        double least = signals.minNumber().doubleValue();
        double spread = signals.maxNumber().doubleValue() - least;
        return spread == 0
                ? signals.assign(MIDDLE)
                : signals.subi(least).divi(spread).muli(RANGE).addi(LOWEST);
    }
}
