package org.dl4jsuite.compare.inside;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.data.LabelledImages;

/**
 * What a trained network with one hidden layer holds inside, and how much of it can go.
 *
 * @param network scratch or dl4j
 * @param precision what it computes in
 * @param testImages the first so many of the test set judge it
 * @param seed of the parts taken away
 * @param accuracy of the whole network on these images
 * @param accuracyLost by each hidden node, in the nodes' order: see {@link HiddenNode}
 * @param contributions of each hidden node, in the nodes' order: see {@link HiddenNode}
 * @param nodes the hidden nodes that matter most, then those that matter least, by descending importance
 * @param withoutNodes the accuracy without a share of the hidden nodes
 * @param withoutLinks the accuracy without a share of the links of both layers
 */
public record InsideView(
        String network,
        Precision precision,
        int testImages,
        long seed,
        double accuracy,
        double[] accuracyLost,
        double[] contributions,
        List<HiddenNode> nodes,
        DamageCurve withoutNodes,
        DamageCurve withoutLinks) {
    /** Enough for a standard error below 0.007 of an accuracy above 0.9; all 10,000 would take a minute. */
    private static final int MAX_TEST_IMAGES = 2_000;
    /** Nodes shown at either end. */
    public static final int SHOWN = 8;

    /**
     * A hidden node and how much it matters.
     *
     * @param node its index, from 0
     * @param accuracyLost the accuracy of the whole network minus that without this node alone; negative if it does better
     *     without
     * @param contribution what it adds to the outputs' weighted sums: |activation * outgoing weight|, summed over the
     *     outputs, mean over the images
     * @param weights its incoming weights, one per pixel, row by row
     */
    public record HiddenNode(int node, double accuracyLost, double contribution, double[] weights) {
        private static final Comparator<HiddenNode> BY_IMPORTANCE = Comparator.comparingDouble(HiddenNode::accuracyLost)
                .thenComparingDouble(HiddenNode::contribution)
                .reversed();
    }

    /** Evaluations of a network for one view. */
    public static final int EVALUATIONS = 2 * DamageCurve.EVALUATIONS;

    /**
     * Looks into the network of one side.
     *
     * @param test the images that judge it
     * @param progress counts evaluations
     */
    public static InsideView of(
            Side side, NetworkSpec spec, double[] parameters, LabelledImages test, long seed, Progress progress) {
        LabelledImages images = test.first(Math.min(MAX_TEST_IMAGES, test.size()));
        try (DamagedNetwork network = new DamagedNetwork(side, spec, parameters, images)) {
            double[] accuracyLost = network.accuracyLost();
            double[] contributions = network.contributions();
            return new InsideView(
                    side.label(),
                    spec.precision(),
                    images.size(),
                    seed,
                    network.accuracy(),
                    accuracyLost,
                    contributions,
                    mostAndLeastImportant(network, accuracyLost, contributions),
                    DamageCurve.measure(network.hiddenNodes(), seed, network::accuracyWithoutNodes, progress),
                    DamageCurve.measure(network.links(), seed, network::accuracyWithoutLinks, progress));
        }
    }

    /** Returns the nodes at either end of the order of importance, or all if there are no more. */
    static List<HiddenNode> mostAndLeastImportant(
            DamagedNetwork network, double[] accuracyLost, double[] contributions) {
        int nodes = accuracyLost.length;
        List<HiddenNode> byImportance = IntStream.range(0, nodes)
                .mapToObj(j -> new HiddenNode(j, accuracyLost[j], contributions[j], network.incomingWeights(j)))
                .sorted(HiddenNode.BY_IMPORTANCE)
                .toList();
        return IntStream.range(0, nodes)
                .filter(place -> place < SHOWN || place >= nodes - SHOWN)
                .mapToObj(byImportance::get)
                .toList();
    }
}
