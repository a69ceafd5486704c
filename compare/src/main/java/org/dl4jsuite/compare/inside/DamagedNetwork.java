package org.dl4jsuite.compare.inside;

import java.util.Arrays;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.LabelledImages;

/**
 * A trained network with one hidden layer, sigmoids and no biases, of which parts can be taken away to see how accurate the
 * rest still is.
 *
 * <p>A hidden node whose outgoing weights are 0 adds nothing to any output: that is the network without the node.
 */
final class DamagedNetwork implements AutoCloseable {
    private final NetworkSpec spec;
    private final double[] parameters; // W1 (hidden x in), then W2 (out x hidden)
    private final int links1; // in W1
    private final LabelledImages images;
    private final double[][] inputs; // (images, in)
    private final double[][] hidden; // (images, hidden)
    private final Learner network;
    private final Learner secondHalf; // from the hidden nodes on

    /** Builds the network on {@code side}; {@code images} judge it. */
    DamagedNetwork(Side side, NetworkSpec spec, double[] parameters, LabelledImages images) {
        this.spec = spec;
        this.parameters = parameters.clone();
        this.images = images;
        Tensor w1 = spec.tensors().get(0);
        this.links1 = w1.to();
        this.inputs = images.inputs(0, images.size());
        NetworkSpec firstHalf = NetworkSpec.of(spec.inputs(), hiddenNodes()).withPrecision(spec.precision());
        try (Learner first = side.build(firstHalf)) {
            first.setParameters(Arrays.copyOf(parameters, links1));
            this.hidden = first.outputs(inputs);
        }
        this.network = side.build(spec);
        this.secondHalf =
                side.build(NetworkSpec.of(hiddenNodes(), spec.outputs()).withPrecision(spec.precision()));
    }

    int hiddenNodes() {
        return spec.layers().get(1);
    }

    /** Returns the number of weights of both layers. */
    int links() {
        return parameters.length;
    }

    double accuracy() {
        return accuracyWithoutLinks(new int[0]);
    }

    /** Returns the accuracy without these links, which are indices of the flat parameters: their weights are 0. */
    double accuracyWithoutLinks(int[] links) {
        double[] damaged = parameters.clone();
        for (int link : links) {
            damaged[link] = 0;
        }
        return accuracy(network, damaged, inputs);
    }

    /**
     * Returns the accuracy without these hidden nodes: without their outgoing links. The other nodes keep their activations, so
     * the first layer need not run again.
     */
    double accuracyWithoutNodes(int[] nodes) {
        double[] damaged = outputWeights();
        for (int node : nodes) {
            for (int k = 0; k < spec.outputs(); k++) {
                damaged[k * hiddenNodes() + node] = 0;
            }
        }
        return accuracy(secondHalf, damaged, hidden);
    }

    private double accuracy(Learner part, double[] damaged, double[][] x) {
        part.setParameters(damaged);
        int[] predictions =
                Arrays.stream(part.outputs(x)).mapToInt(Predictions::largest).toArray();
        return ConfusionMatrix.of(images, predictions).accuracy();
    }

    /**
     * Returns the accuracy of the network minus that without each hidden node alone. The largest output has the largest weighted sum
     * z_k, and without node j it is z_k - w_kj h_j, so the network need not run for each node.
     */
    double[] accuracyLost() {
        double[] outputWeights = outputWeights();
        int[] lost = new int[hiddenNodes()]; // images
        double[] z = new double[spec.outputs()];
        double[] without = new double[spec.outputs()];
        for (int n = 0; n < images.size(); n++) {
            for (int k = 0; k < z.length; k++) {
                z[k] = 0;
                for (int j = 0; j < hiddenNodes(); j++) {
                    z[k] += outputWeights[k * hiddenNodes() + j] * hidden[n][j];
                }
            }
            int right = isRight(n, z);
            for (int j = 0; j < hiddenNodes(); j++) {
                for (int k = 0; k < z.length; k++) {
                    without[k] = z[k] - outputWeights[k * hiddenNodes() + j] * hidden[n][j];
                }
                lost[j] += right - isRight(n, without);
            }
        }
        return Arrays.stream(lost).mapToDouble(l -> (double) l / images.size()).toArray();
    }

    private int isRight(int image, double[] weightedSums) {
        return Predictions.largest(weightedSums) == images.label(image) ? 1 : 0;
    }

    /** Returns what each hidden node adds to the outputs: |w_kj h_j|, summed over the outputs, mean over the images. */
    double[] contributions() {
        double[] outputWeights = outputWeights();
        double[] contributions = new double[hiddenNodes()];
        for (int j = 0; j < hiddenNodes(); j++) {
            double activation = 0;
            for (double[] row : hidden) {
                activation += row[j];
            }
            double weights = 0;
            for (int k = 0; k < spec.outputs(); k++) {
                weights += Math.abs(outputWeights[k * hiddenNodes() + j]);
            }
            contributions[j] = activation / images.size() * weights;
        }
        return contributions;
    }

    /** Returns the weights into a hidden node, one per input. */
    double[] incomingWeights(int node) {
        return Arrays.copyOfRange(parameters, node * spec.inputs(), (node + 1) * spec.inputs());
    }

    private double[] outputWeights() {
        return Arrays.copyOfRange(parameters, links1, parameters.length);
    }

    @Override
    public void close() {
        network.close();
        secondHalf.close();
    }
}
