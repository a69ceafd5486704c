package org.dl4jsuite.compare.serve;

import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.PixelPush;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Variant;

/**
 * Both networks with the parameters of one saved model, in DOUBLE; loaded once, for many threads, of which one at a time asks:
 * DL4J's network is not safe for several, and an answer takes less than a millisecond.
 */
final class BothNetworks implements AutoCloseable {
    private final NetworkSpec spec;
    private final double[] parameters;
    private final InspectableModel scratch;
    private final InspectableModel dl4j;

    BothNetworks(SavedModel saved) {
        // how it was trained changes no output; pushes are gradients of half the squared error
        this.spec = saved.network()
                .withPrecision(Precision.DOUBLE)
                .withVariant(Variant.TRUE_GRADIENT)
                .withLoss(Loss.HALF_SQUARED_ERROR);
        this.parameters = saved.parameters();
        this.scratch = new ScratchModel(spec);
        this.dl4j = Dl4jModel.of(spec);
        scratch.setParameters(parameters);
        dl4j.setParameters(parameters);
    }

    /** What both sides say of one thing. */
    record Pair(double[] scratch, double[] dl4j) {
        double maxDifference() {
            return Differences.largest(scratch, dl4j);
        }
    }

    NetworkSpec spec() {
        return spec;
    }

    synchronized Recognition recognise(Handwriting digit) {
        return Recognition.of(digit, null, scratch, dl4j);
    }

    /** Returns the from-scratch network's outputs for 784 pixels; DL4J's are the same but for rounding. */
    synchronized double[] outputs(byte[] pixels) {
        return scratch.outputs(inputs(pixels))[0];
    }

    /** Returns the from-scratch network's outputs for many images, (images, 10). */
    synchronized double[][] outputs(LabelledImages images, int from, int to) {
        return scratch.outputs(images.inputs(from, to));
    }

    /** Returns the activations of the first hidden layer; none if there is no hidden layer. */
    synchronized Pair hidden(byte[] pixels) {
        if (spec.layers().size() < 3) {
            return new Pair(new double[0], new double[0]);
        }
        double[][] noTargets = new double[1][LabelledImages.CLASSES];
        return new Pair(
                scratch.trace(inputs(pixels), noTargets).activations().get(0),
                dl4j.trace(inputs(pixels), noTargets).activations().get(0));
    }

    synchronized Pair push(byte[] pixels, int from, int to) {
        double[] x = inputs(pixels)[0];
        return new Pair(PixelPush.of(scratch, x, from, to), PixelPush.of(dl4j, x, from, to));
    }

    boolean runsBackwards() {
        return !spec.bias() && spec.activations().stream().allMatch(a -> a == Activation.SIGMOID);
    }

    synchronized List<BackQueryImage> backQueries() {
        return BackQueryImage.ofAllLabels(scratch, dl4j);
    }

    /** Returns the weights into a node of the first layer, one per pixel. */
    double[] incomingWeights(int node) {
        return Arrays.copyOfRange(parameters, node * spec.inputs(), (node + 1) * spec.inputs());
    }

    /** Returns the weight from a hidden node to an output, of a network with one hidden layer. */
    double outgoingWeight(int node, int output) {
        int hidden = spec.layers().get(1);
        return parameters[spec.tensors().get(spec.bias() ? 2 : 1).from() + output * hidden + node];
    }

    private static double[][] inputs(byte[] pixels) {
        return LabelledImages.of(new byte[1], pixels).inputs(0, 1);
    }

    @Override
    public void close() {
        scratch.close();
        dl4j.close();
    }
}
