package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.dl4j.Pass;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Back-propagation with a number under every symbol: the twin of the from-scratch {@code StepByStep}. The source does not
 * train its biases: DL4J lets biases have an updater of their own, and one with rate 0 leaves them as they are.
 *
 * <p>DL4J has no step that changes the output layer first, so that is done on its arrays.
 */
public final class StepByStep extends Lesson {
    private static final double SOURCE_RATE = 0.5;
    private static final int SOURCE_ROUNDS = 10_000;
    private static final double[] START = {
        0.15, 0.20, 0.25, 0.30, 0.35, 0.35, // w1 to w4, then b1 at both hidden nodes
        0.40, 0.45, 0.50, 0.55, 0.60, 0.60 // w5 to w8, then b2 at both outputs
    };

    /** Ten thousand rounds take seconds, and always give the same. */
    private static final class ComputedOnce {
        static final Map<String, double[]> OUTPUT_LAYER_FIRST = outputLayerFirst();
    }

    public StepByStep(double rate) {
        super(FeedForward.of(rate, 2, 2, 2).withBias(), new double[][] {{0.05, 0.10}}, new double[][] {{0.01, 0.99}});
        for (Layer layer : network.getLayers()) {
            ((BaseLayer) layer.conf().getLayer()).setBiasUpdater(new Sgd(0));
        }
        setParameters(START);
    }

    /** The order of the source's first version: the hidden layer's error comes through the new output weights. */
    private void stepOutputLayerFirst() {
        List<INDArray> activations = network.feedForward(x); // the input first
        INDArray outH = activations.get(1);
        INDArray outO = activations.get(2);
        INDArray deltaO = outO.sub(y).muli(outO).muli(outO.rsub(1));
        INDArray outputWeights = network.getParam("1_W"); // (in, out), live
        outputWeights.subi(outH.transpose().mmul(deltaO).muli(SOURCE_RATE));
        INDArray deltaH = deltaO.mmul(outputWeights.transpose()).muli(outH).muli(outH.rsub(1));
        network.getParam("0_W").subi(x.transpose().mmul(deltaH).muli(SOURCE_RATE));
    }

    @Override
    public Map<String, double[]> figures() {
        StepByStep fresh = new StepByStep(SOURCE_RATE);
        Pass pass = Pass.of(fresh.network, fresh.x, fresh.y);
        INDArray netH = pass.weightedSums().get(0);
        INDArray outH = pass.activations().get(0);
        INDArray netO = pass.weightedSums().get(1);
        INDArray outO = pass.activations().get(1);
        INDArray error = outO.sub(fresh.y);
        INDArray deltaO = pass.deltas().get(1);
        INDArray sentToH1 = deltaO.mul(fresh.network.getParam("1_W").getRow(0)); // by each output
        double[] gradient = fresh.gradient();

        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("net h1", first(netH));
        figures.put("out h", outH.toDoubleVector());
        figures.put("net o1", first(netO));
        figures.put("out o", outO.toDoubleVector());
        figures.put("E o", error.mul(error).muli(0.5).toDoubleVector());
        figures.put("E total", new double[] {fresh.loss()});
        figures.put("dE/d out o1", first(error));
        figures.put("d out o1/d net o1", first(Transforms.sigmoidDerivative(netO)));
        figures.put("dE/d net o1", first(deltaO));
        figures.put("dE/d w5", new double[] {gradient[6]});
        figures.put("dE o1/d out h1", first(sentToH1));
        figures.put("dE o2/d out h1", new double[] {sentToH1.getDouble(1)});
        figures.put("dE/d out h1", new double[] {sentToH1.sumNumber().doubleValue()});
        figures.put("d out h1/d net h1", first(Transforms.sigmoidDerivative(netH)));
        figures.put("dE/d w1", new double[] {gradient[0]});
        fresh.step();
        double[] w = fresh.parameters();
        figures.put("new w1", new double[] {w[0]});
        figures.put("new w2 to w4", new double[] {w[1], w[2], w[3]});
        figures.put("new w5 to w8", new double[] {w[6], w[7], w[8], w[9]});
        figures.putAll(ComputedOnce.OUTPUT_LAYER_FIRST);
        return figures;
    }

    private static Map<String, double[]> outputLayerFirst() {
        StepByStep fresh = new StepByStep(SOURCE_RATE);
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (int round = 1; round <= SOURCE_ROUNDS; round++) {
            fresh.stepOutputLayerFirst();
            if (round == 1) {
                figures.put("E total after one round, output layer first", new double[] {fresh.loss()});
            }
        }
        figures.put("outputs after 10,000 rounds, output layer first", fresh.outputs()[0]);
        return figures;
    }

    private static double[] first(INDArray array) {
        return new double[] {array.getDouble(0)};
    }
}
