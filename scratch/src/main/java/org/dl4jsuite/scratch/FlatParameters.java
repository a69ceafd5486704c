package org.dl4jsuite.scratch;

import java.util.Arrays;
import java.util.List;

/** Several arrays of parameters as one vector, one behind the other; of a network W and then b, layer by layer. */
public final class FlatParameters {
    private FlatParameters() {}

    /** Returns a vector with a copy of all parts. */
    public static double[] join(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** Fills the parts from a vector as {@link #join} gives it. */
    public static void split(double[] flat, List<double[]> parts) {
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(flat, at, part, 0, part.length);
            at += part.length;
        }
    }
}
