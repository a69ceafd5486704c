package org.dl4jsuite.compare.speed;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which sizes are measured: every batch size with {@code centre} hidden nodes, and every number of hidden nodes at batch 1.
 *
 * @param centre hidden nodes while the batch changes
 * @param batches samples per step
 * @param hidden hidden nodes while the batch is 1
 */
public record Grid(int centre, List<Integer> batches, List<Integer> hidden) {

    /**
     * One size.
     *
     * @param batch samples per step
     * @param hidden hidden nodes
     */
    public record Size(int batch, int hidden) {}

    /** What a full run measures. */
    public static Grid full(int centre) {
        return new Grid(centre, List.of(1, 16, 64, 256), List.of(50, 100, 200, 500, 1000));
    }

    /** What a quick run measures. */
    public static Grid quick(int centre) {
        return new Grid(centre, List.of(1, 64, 256), List.of(50, 200, 1000));
    }

    /** All sizes, each once; those of the batches first. */
    public List<Size> sizes() {
        return Stream.concat(
                        batches.stream().map(batch -> new Size(batch, centre)),
                        hidden.stream().map(nodes -> new Size(1, nodes)))
                .distinct()
                .toList();
    }

    /** The same with one more batch size, and with the centre among the hidden nodes. */
    public Grid with(int batch) {
        return new Grid(centre, ascending(batches, batch), ascending(hidden, centre));
    }

    private static List<Integer> ascending(List<Integer> sizes, int another) {
        return Stream.concat(sizes.stream(), Stream.of(another))
                .distinct()
                .sorted()
                .toList();
    }

    /** Without the batches that so many samples never fill. */
    public Grid withBatchesUpTo(int samples) {
        return new Grid(
                centre, batches.stream().filter(batch -> batch <= samples).toList(), hidden);
    }

    /** The batches alone. */
    public Grid withoutHidden() {
        return new Grid(centre, batches, List.of());
    }
}
