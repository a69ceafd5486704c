package org.dl4jsuite.compare.sweep;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;

/**
 * The experiments of Tariq Rashid's <i>Make Your Own Neural Network</i>, parts 2 and 3, by its own rule: what learning
 * rate, how many epochs, how many hidden nodes, and what angle of the rotated copies are best.
 */
public final class BookSweep {
    /** As far as the suite draws the book's curve of epochs. */
    private static final int EPOCHS = 10;
    /** What the book settles on for its comparison of hidden nodes. */
    private static final int EPOCHS_OF_HIDDEN_NODES = 5;

    private BookSweep() {}

    /** All trainings. */
    public static List<SweepConfiguration> configurations(List<Side> sides, InitialWeights init, List<Long> seeds) {
        return Stream.of(
                        grid(sides, init, 0, List.of(100), List.of(0.01, 0.1, 0.2, 0.3, 0.6), EPOCHS, seeds),
                        grid(sides, init, 0, List.of(5, 10, 50, 500), List.of(0.1), EPOCHS_OF_HIDDEN_NODES, seeds),
                        grid(sides, init, 0, List.of(200), List.of(0.01, 0.1), EPOCHS, seeds),
                        grid(sides, init, 10, List.of(200), List.of(0.01, 0.1), EPOCHS, seeds),
                        otherAngles(sides, init, seeds))
                .flatMap(grid -> grid.configurations().stream())
                .toList();
    }

    private static SweepGrid grid(
            List<Side> sides,
            InitialWeights init,
            double rotation,
            List<Integer> hidden,
            List<Double> rates,
            int epochs,
            List<Long> seeds) {
        List<Integer> all = IntStream.rangeClosed(1, epochs).boxed().toList();
        return new SweepGrid(sides, Variant.BOOK_RULE, init, List.of(rotation), hidden, rates, all, seeds);
    }

    /** For the curve of angles. */
    private static SweepGrid otherAngles(List<Side> sides, InitialWeights init, List<Long> seeds) {
        return new SweepGrid(
                sides,
                Variant.BOOK_RULE,
                init,
                List.of(5.0, 15.0, 20.0, 25.0),
                List.of(200),
                List.of(0.1),
                IntStream.rangeClosed(1, EPOCHS_OF_HIDDEN_NODES).boxed().toList(),
                seeds);
    }
}
