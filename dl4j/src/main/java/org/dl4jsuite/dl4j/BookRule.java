package org.dl4jsuite.dl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/**
 * The learning rule of Tariq Rashid's <i>Make Your Own Neural Network</i> in DL4J.
 *
 * <p>The book sends the raw output error back to the hidden layer, without the factor o(1 - o). That is not the gradient
 * of one loss, so no single {@code MultiLayerNetwork} follows it. It is two: the output weights move along the gradient of
 * the squared error, the hidden weights along that of the cross-entropy, whose derivative by the output's weighted sum is
 * just o - t. Here two networks share one parameter vector, and each contributes its part of the gradient.
 */
public final class BookRule {
    private final MultiLayerNetwork squaredError;
    private final MultiLayerNetwork crossEntropy;
    private final long hiddenParameters;
    private final double rate;
    private final boolean meanOverBatch;
    private double score;

    /**
     * A network that learns by the book's rule.
     *
     * @param settings one hidden layer, sigmoid outputs, {@link FeedForward#halfSquaredError}
     */
    public BookRule(FeedForward settings) {
        this(settings, settings.network());
    }

    /** Takes over a network with these settings, parameters and all. */
    public BookRule(FeedForward settings, MultiLayerNetwork network) {
        squaredError = network;
        // clipping 0: the default would move outputs away from 0 and 1, and with them the gradient
        crossEntropy =
                new MultiLayerNetwork(settings.withLoss(new LossBinaryXENT(0.0)).configuration());
        crossEntropy.init(squaredError.params(), false);
        hiddenParameters = squaredError.getLayer(0).numParams();
        rate = settings.rate();
        meanOverBatch = settings.meanOverBatch();
    }

    /** Returns the network whose loss is the squared error; it holds the parameters and answers queries. */
    public MultiLayerNetwork squaredError() {
        return squaredError;
    }

    /** Returns the network whose loss is the cross-entropy, on the same parameters. */
    public MultiLayerNetwork crossEntropy() {
        return crossEntropy;
    }

    /** Returns the flat gradient of a batch, summed over its examples: W1 (and b1) by cross-entropy, the rest by squares. */
    public INDArray gradient(INDArray x, INDArray t) {
        backPropagate(x, t);
        INDArray gradient = FeedForward.gradientBuffer(squaredError).dup();
        hiddenPart(gradient).assign(hiddenPart(FeedForward.gradientBuffer(crossEntropy)));
        return gradient;
    }

    /** Takes one step downhill on a batch. The gradients are scaled in place: the next pass overwrites them anyway. */
    public void fit(INDArray x, INDArray t) {
        backPropagate(x, t);
        double step = meanOverBatch ? rate / x.rows() : rate;
        INDArray parameters = squaredError.params();
        hiddenPart(parameters)
                .subi(hiddenPart(FeedForward.gradientBuffer(crossEntropy)).muli(step));
        outputPart(parameters)
                .subi(outputPart(FeedForward.gradientBuffer(squaredError)).muli(step));
    }

    private void backPropagate(INDArray x, INDArray t) {
        FeedForward.backPropagate(squaredError, x, t);
        score = squaredError.score();
        FeedForward.backPropagate(crossEntropy, x, t);
    }

    /** Returns the squared error of the last batch, before its step: the sum or the mean over its examples. */
    public double score() {
        return score;
    }

    private INDArray hiddenPart(INDArray flat) {
        return flat.get(NDArrayIndex.interval(0, hiddenParameters));
    }

    private INDArray outputPart(INDArray flat) {
        return flat.get(NDArrayIndex.interval(hiddenParameters, flat.length()));
    }
}
