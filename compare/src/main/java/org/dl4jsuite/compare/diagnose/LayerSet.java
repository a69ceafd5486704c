package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The layers in which a mistake was made: all that can have it, or one.
 *
 * @param layers of links, from 0
 */
record LayerSet(List<Integer> layers) {

    /** All of these layers together, then each alone. */
    static List<LayerSet> of(List<Integer> layers) {
        List<LayerSet> sets = new ArrayList<>();
        if (layers.size() > 1) {
            sets.add(new LayerSet(layers));
        }
        layers.forEach(l -> sets.add(new LayerSet(List.of(l))));
        return sets;
    }

    /** The layers from the first to before the given one. */
    static List<Integer> until(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    /** For example {@code W1} or {@code W1, W2}. */
    String names(String letter) {
        return layers.stream().map(l -> letter + (l + 1)).collect(Collectors.joining(", "));
    }

    /** For example {@code layer 2} or {@code layers 1, 2}. */
    String describe() {
        return (layers.size() == 1 ? "layer " : "layers ")
                + layers.stream().map(l -> String.valueOf(l + 1)).collect(Collectors.joining(", "));
    }
}
