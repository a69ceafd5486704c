package org.dl4jsuite.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * What a batch leaves behind on its way through a DL4J network and back, layer by layer; each array is (batch, nodes).
 *
 * <p>{@code fit} keeps none of this, so it is put together from DL4J's parts: the layers' own activations, their
 * parameters, activation functions and loss.
 *
 * @param weightedSums z of each layer
 * @param activations a of each layer
 * @param deltas dE/dz of each layer, one row an example
 */
public record Pass(List<INDArray> weightedSums, List<INDArray> activations, List<INDArray> deltas) {

    /** Returns the pass of a network that follows the gradient of its own loss. */
    public static Pass of(MultiLayerNetwork network, INDArray x, INDArray t) {
        return of(network, loss(network), x, t);
    }

    /** Returns the pass under the book's rule: what goes back to the hidden layer is the delta of the cross-entropy. */
    public static Pass of(BookRule bookRule, INDArray x, INDArray t) {
        return of(bookRule.squaredError(), loss(bookRule.crossEntropy()), x, t);
    }

    private static Pass of(MultiLayerNetwork network, ILossFunction sentBack, INDArray x, INDArray t) {
        List<INDArray> layerByLayer = network.feedForward(x); // the input first
        int last = network.getnLayers() - 1;
        List<INDArray> weightedSums = new ArrayList<>();
        for (int l = 0; l <= last; l++) {
            INDArray z = layerByLayer.get(l).mmul(network.getParam(l + "_W"));
            INDArray bias = network.getParam(l + "_b");
            weightedSums.add(bias == null ? z : z.addiRowVector(bias));
        }
        INDArray z = weightedSums.get(last);
        List<INDArray> deltas = new ArrayList<>();
        deltas.add(loss(network).computeGradient(t, z.dup(), activation(network, last), null));
        INDArray delta = sentBack.computeGradient(t, z.dup(), activation(network, last), null);
        for (int l = last - 1; l >= 0; l--) {
            INDArray arrived = delta.mmul(network.getParam((l + 1) + "_W").transpose());
            delta = activation(network, l)
                    .backprop(weightedSums.get(l).dup(), arrived)
                    .getFirst();
            deltas.add(delta);
        }
        Collections.reverse(deltas);
        return new Pass(weightedSums, layerByLayer.subList(1, last + 2), deltas);
    }

    /** Returns dE/da for outputs a: what DL4J's loss gives if no activation is between them, (batch, out). */
    public static INDArray lossSlope(MultiLayerNetwork network, INDArray outputs, INDArray t) {
        return loss(network).computeGradient(t, outputs.dup(), new ActivationIdentity(), null);
    }

    private static ILossFunction loss(MultiLayerNetwork network) {
        return ((BaseOutputLayer) network.getOutputLayer().conf().getLayer()).getLossFn();
    }

    private static IActivation activation(MultiLayerNetwork network, int layer) {
        return ((BaseLayer) network.getLayer(layer).conf().getLayer()).getActivationFn();
    }
}
