package org.dl4jsuite.dl4j;

import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * A feed-forward {@link MultiLayerNetwork} with plain stochastic gradient descent: the twin of the from-scratch network.
 *
 * <p>DL4J keeps a layer's W as (in, out) in column-major order, which is the same memory order as the from-scratch (out x
 * in) row by row, so one flat parameter vector fits both sides without a transposition.
 *
 * @param layers nodes of each layer, inputs first; at least two
 * @param activations one a layer of links, so one fewer than {@code layers}
 * @param bias whether the nodes have biases
 * @param loss see {@link #halfSquaredError} for the suite's default
 * @param rate the learning rate
 * @param meanOverBatch whether a step follows the mean of its examples' gradients, rather than their sum. Online, both are
 *     the same step, and the sum saves DL4J a pass over the gradient
 * @param precision FLOAT or DOUBLE
 */
public record FeedForward(
        List<Integer> layers,
        List<Activation> activations,
        boolean bias,
        ILossFunction loss,
        double rate,
        boolean meanOverBatch,
        DataType precision) {

    /** Returns a sigmoid network without biases, by the sum of half the squared errors, in DOUBLE; layers are inputs first. */
    public static FeedForward of(double rate, Integer... layers) {
        return new FeedForward(
                List.of(layers),
                Collections.nCopies(layers.length - 1, Activation.SIGMOID),
                false,
                halfSquaredError(layers[layers.length - 1]),
                rate,
                false,
                DataType.DOUBLE);
    }

    /** E = 1/2 sum (t - o)². Plain {@code LossL2} has no 1/2, {@code LossMSE} divides by the number of outputs. */
    public static ILossFunction halfSquaredError(int outputs) {
        return new LossL2(Nd4j.valueArrayOf(new long[] {1, outputs}, 0.5));
    }

    /**
     * E = -sum t ln o for SOFTMAX outputs, for SIGMOID ones the binary form, with a term for 1 - t. Nothing is clipped: by
     * default DL4J moves the outputs away from 0 and 1, by 1e-10 in the one and 1e-5 in the other.
     */
    public static ILossFunction crossEntropy(Activation output) {
        return output == Activation.SOFTMAX ? new LossMCXENT(0, null) : new LossBinaryXENT(0.0);
    }

    /** Returns the same network with one activation for all layers. */
    public FeedForward withActivation(Activation all) {
        List<Activation> changed = Collections.nCopies(activations.size(), all);
        return new FeedForward(layers, changed, bias, loss, rate, meanOverBatch, precision);
    }

    /** Returns the same network with biases. */
    public FeedForward withBias() {
        return new FeedForward(layers, activations, true, loss, rate, meanOverBatch, precision);
    }

    /** Returns the same network with another loss. */
    public FeedForward withLoss(ILossFunction other) {
        return new FeedForward(layers, activations, bias, other, rate, meanOverBatch, precision);
    }

    /** The configuration as DL4J's builder has it. */
    public MultiLayerConfiguration configuration() {
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder()
                .dataType(precision)
                .updater(new Sgd(rate))
                .miniBatch(meanOverBatch)
                .list();
        int output = activations.size() - 1;
        for (int l = 0; l < output; l++) {
            builder.layer(new DenseLayer.Builder()
                    .nIn(layers.get(l))
                    .nOut(layers.get(l + 1))
                    .hasBias(bias)
                    .activation(activations.get(l))
                    .build());
        }
        builder.layer(new OutputLayer.Builder(loss)
                .nIn(layers.get(output))
                .nOut(layers.get(output + 1))
                .hasBias(bias)
                .activation(activations.get(output))
                .build());
        return builder.build();
    }

    /** A network ready for use; its weights are DL4J's own draw until they are set. */
    public MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        return network;
    }

    /**
     * The flat gradient of a batch, summed over its examples, leaving {@code network} as it is. A copy, the caller's to
     * close.
     */
    public static INDArray gradient(MultiLayerNetwork network, INDArray x, INDArray t) {
        backPropagate(network, x, t);
        return gradientBuffer(network).dup();
    }

    /** Fills the network's gradient buffer with the sum over the batch's examples, and its score; no parameter changes. */
    static void backPropagate(MultiLayerNetwork network, INDArray x, INDArray t) {
        network.setInput(x);
        network.setLabels(t);
        network.computeGradientAndScore();
    }

    /** DL4J's own buffer, which the next pass overwrites, and which after {@code fit} holds the rate times the gradient. */
    static INDArray gradientBuffer(MultiLayerNetwork network) {
        INDArray buffer = network.getFlattenedGradients(); // (1, parameters), where params() is (parameters)
        return buffer.reshape(buffer.length());
    }
}
