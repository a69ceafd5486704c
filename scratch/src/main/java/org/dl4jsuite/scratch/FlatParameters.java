package org.dl4jsuite.scratch;

import java.util.List;

/** Several arrays of parameters as one vector, one behind the other; of a network W and then b, layer by layer. */
public final class FlatParameters {
    private FlatParameters() {}

    /** Returns a vector with a copy of all parts. */
    public static double[] join(List<double[]> parts) {
        double[] flat = new double[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, flat, at, part.length);
            at += part.length;
        }
        return flat;
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
