package org.dl4jsuite.compare.inside;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A hidden node and how much it matters.
 *
 * @param node its index, from 0
 * @param accuracyLost the accuracy of the whole network minus that without this node alone; negative if it does better
 *     without
 * @param contribution what it adds to the outputs' weighted sums: |activation * outgoing weight|, summed over the outputs,
 *     mean over the images
 * @param weights its incoming weights, one a pixel, row by row
 */
public record HiddenNode(int node, double accuracyLost, double contribution, double[] weights) {
    private static final Comparator<HiddenNode> BY_IMPORTANCE = Comparator.comparingDouble(HiddenNode::accuracyLost)
            .thenComparingDouble(HiddenNode::contribution)
            .reversed();

    /** All hidden nodes; that whose loss costs most stands first, the contribution decides between equals. */
    static List<HiddenNode> byImportance(DamagedNetwork network) {
        double[] accuracyLost = network.accuracyLost();
        double[] contributions = network.contributions();
        return IntStream.range(0, accuracyLost.length)
                .mapToObj(j -> new HiddenNode(j, accuracyLost[j], contributions[j], network.incomingWeights(j)))
                .sorted(BY_IMPORTANCE)
                .toList();
    }

    /** The first and the last {@code count}, or all if there are no more. */
    static List<HiddenNode> ends(List<HiddenNode> nodes, int count) {
        return nodes.size() <= 2 * count
                ? nodes
                : Stream.concat(nodes.stream().limit(count), nodes.stream().skip(nodes.size() - count))
                        .toList();
    }
}
