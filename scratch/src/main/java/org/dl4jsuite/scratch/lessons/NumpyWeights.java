package org.dl4jsuite.scratch.lessons;

import java.util.function.DoubleSupplier;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.NumpyRandomState;

/** Weights in the order in which the Python sources draw them: their arrays are (in x out), ours are (out x in). */
final class NumpyWeights {
    private NumpyWeights() {}

    /** {@code 2 * random((in, out)) - 1}, transposed. */
    static Matrix symmetric(NumpyRandomState random, int in, int out) {
        return transposed(() -> 2 * random.randomSample() - 1, in, out);
    }

    /** {@code random((in, out))}, transposed. */
    static Matrix positive(NumpyRandomState random, int in, int out) {
        return transposed(random::randomSample, in, out);
    }

    private static Matrix transposed(DoubleSupplier next, int in, int out) {
        Matrix weights = new Matrix(out, in);
        for (int i = 0; i < in; i++) {
            for (int j = 0; j < out; j++) {
                weights.set(j, i, next.getAsDouble());
            }
        }
        return weights;
    }
}
