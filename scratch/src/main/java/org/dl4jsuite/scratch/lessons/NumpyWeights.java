package org.dl4jsuite.scratch.lessons;

import java.util.function.DoubleSupplier;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.NumpyRandomState;

/**
 * First weights as the Python sources draw them after {@code numpy.random.seed(seed)}: a matrix for each pair of layers,
 * given by their nodes, inputs first. Theirs are (in x out), ours (out x in).
 */
final class NumpyWeights {
    private NumpyWeights() {}

    /** Returns {@code 2 * random((in, out)) - 1} of each layer, transposed. */
    static Matrix[] symmetric(long seed, int... nodes) {
        NumpyRandomState random = new NumpyRandomState(seed);
        return transposed(() -> 2 * random.randomSample() - 1, nodes);
    }

    /** Returns {@code random((in, out))} of each layer, transposed. */
    static Matrix[] positive(long seed, int... nodes) {
        return transposed(new NumpyRandomState(seed)::randomSample, nodes);
    }

    private static Matrix[] transposed(DoubleSupplier next, int... nodes) {
        Matrix[] weights = new Matrix[nodes.length - 1];
        for (int l = 0; l < weights.length; l++) {
            weights[l] = new Matrix(nodes[l + 1], nodes[l]);
            for (int i = 0; i < nodes[l]; i++) {
                for (int j = 0; j < nodes[l + 1]; j++) {
                    weights[l].set(j, i, next.getAsDouble());
                }
            }
        }
        return weights;
    }
}
