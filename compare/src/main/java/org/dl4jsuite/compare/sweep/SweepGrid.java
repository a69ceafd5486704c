package org.dl4jsuite.compare.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;

/** Lists of settings, of which every combination is asked for. */
public record SweepGrid(
        List<Side> sides,
        Variant variant,
        InitialWeights initialWeights,
        List<Double> rotations,
        List<Integer> hidden,
        List<Double> rates,
        List<Integer> epochs,
        List<Long> seeds) {

    /** As far as the suite draws the book's curve of epochs. */
    private static final int EPOCHS = 10;
    /** What the book settles on for its comparison of hidden nodes. */
    private static final int EPOCHS_OF_HIDDEN_NODES = 5;

    /** Returns how many combinations there are, seeds included. */
    public long size() {
        long size = sides.size();
        for (List<?> list : List.of(rotations, hidden, rates, epochs, seeds)) {
            size = Math.multiplyExact(size, (long) list.size());
        }
        return size;
    }

    /** Returns every combination. */
    public List<SweepConfiguration> configurations() {
        List<SweepConfiguration> all = new ArrayList<>();
        for (Side side : sides) {
            for (double rotation : rotations) {
                for (int nodes : hidden) {
                    for (double rate : rates) {
                        for (int epoch : epochs) {
                            for (long seed : seeds) {
                                all.add(new SweepConfiguration(
                                        side, variant, initialWeights, rotation, nodes, rate, epoch, seed));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    /**
     * Returns the experiments of Tariq Rashid's <i>Make Your Own Neural Network</i>, parts 2 and 3, by its own rule: what
     * learning rate, how many epochs, how many hidden nodes, and what angle of the rotated copies are best.
     */
    public static List<SweepConfiguration> ofTheBook(List<Side> sides, InitialWeights init, List<Long> seeds) {
        List<Double> upright = List.of(0.0);
        List<Double> rates = List.of(0.01, 0.1, 0.2, 0.3, 0.6);
        List<Double> angles = List.of(5.0, 15.0, 20.0, 25.0);
        List<Double> slowAndUsual = List.of(0.01, 0.1);
        List<Double> usual = List.of(0.1);
        return Stream.of(
                        byTheBooksRule(sides, init, seeds, upright, List.of(100), rates, EPOCHS),
                        byTheBooksRule(
                                sides, init, seeds, upright, List.of(5, 10, 50, 500), usual, EPOCHS_OF_HIDDEN_NODES),
                        byTheBooksRule(sides, init, seeds, upright, List.of(200), slowAndUsual, EPOCHS),
                        byTheBooksRule(sides, init, seeds, List.of(10.0), List.of(200), slowAndUsual, EPOCHS),
                        byTheBooksRule(sides, init, seeds, angles, List.of(200), usual, EPOCHS_OF_HIDDEN_NODES))
                .flatMap(grid -> grid.configurations().stream())
                .toList();
    }

    private static SweepGrid byTheBooksRule(
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
