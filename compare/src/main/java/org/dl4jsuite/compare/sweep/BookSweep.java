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

    /** Returns all trainings. */
    public static List<SweepConfiguration> configurations(List<Side> sides, InitialWeights init, List<Long> seeds) {
        List<Double> upright = List.of(0.0);
        List<Double> rates = List.of(0.01, 0.1, 0.2, 0.3, 0.6);
        List<Double> angles = List.of(5.0, 15.0, 20.0, 25.0);
        List<Double> slowAndUsual = List.of(0.01, 0.1);
        List<Double> usual = List.of(0.1);
        return Stream.of(
                        grid(sides, init, seeds, upright, List.of(100), rates, EPOCHS),
                        grid(sides, init, seeds, upright, List.of(5, 10, 50, 500), usual, EPOCHS_OF_HIDDEN_NODES),
                        grid(sides, init, seeds, upright, List.of(200), slowAndUsual, EPOCHS),
                        grid(sides, init, seeds, List.of(10.0), List.of(200), slowAndUsual, EPOCHS),
                        grid(sides, init, seeds, angles, List.of(200), usual, EPOCHS_OF_HIDDEN_NODES))
                .flatMap(grid -> grid.configurations().stream())
                .toList();
    }

    private static SweepGrid grid(
            List<Side> sides,
            InitialWeights init,
            List<Long> seeds,
            List<Double> rotations,
            List<Integer> hidden,
            List<Double> rates,
            int epochs) {
        List<Integer> all = IntStream.rangeClosed(1, epochs).boxed().toList();
        return new SweepGrid(sides, Variant.BOOK_RULE, init, rotations, hidden, rates, all, seeds);
    }
}
