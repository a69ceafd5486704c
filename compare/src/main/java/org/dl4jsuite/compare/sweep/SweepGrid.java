package org.dl4jsuite.compare.sweep;

import java.util.ArrayList;
import java.util.List;
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

    /** How many combinations, seeds included. */
    public long size() {
        long size = sides.size();
        for (List<?> list : List.of(rotations, hidden, rates, epochs, seeds)) {
            size = Math.multiplyExact(size, (long) list.size());
        }
        return size;
    }

    /** Every combination. */
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
}
