package org.dl4jsuite.scratch;

import java.util.List;

/** The one order in which a network's parameters lie in a flat vector: layer by layer, W (out x in) row by row, then b. */
final class FlatParameters {
    private FlatParameters() {}

    static double[] join(List<Matrix> weights, List<double[]> biases) {
        int count = 0;
        for (int l = 0; l < weights.size(); l++) {
            count += weights.get(l).values().length + biases.get(l).length;
        }
        double[] flat = new double[count];
        int at = 0;
        for (int l = 0; l < weights.size(); l++) {
            for (double[] part : List.of(weights.get(l).values(), biases.get(l))) {
                System.arraycopy(part, 0, flat, at, part.length);
                at += part.length;
            }
        }
        return flat;
    }

    static void split(double[] flat, List<Matrix> weights, List<double[]> biases) {
        int at = 0;
        for (int l = 0; l < weights.size(); l++) {
            for (double[] part : List.of(weights.get(l).values(), biases.get(l))) {
                System.arraycopy(flat, at, part, 0, part.length);
                at += part.length;
            }
        }
    }
}
