package org.dl4jsuite.compare.model;

import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.scratch.FlatParameters;

/**
 * A named array, as a stretch of a flat vector.
 *
 * @param name for example W1, b1
 * @param shape (out, in) of weights, (out) of biases; stored row by row
 * @param from where it begins in the flat vector
 */
public record Tensor(String name, List<Integer> shape, int from) {
    public int size() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** Returns where it ends, exclusive. */
    public int to() {
        return from + size();
    }

    /** Returns its stretch of a flat vector. */
    public double[] in(double[] flat) {
        return Arrays.copyOfRange(flat, from, to());
    }

    /** Returns the name of the {@code index}-th element, for example {@code W1[3][7]}. */
    public String element(int index) {
        StringBuilder subscripts = new StringBuilder();
        int rest = index;
        for (int d = shape.size() - 1; d >= 0; d--) {
            subscripts.insert(0, "[" + rest % shape.get(d) + "]");
            rest /= shape.get(d);
        }
        return name + subscripts;
    }

    /** Returns rows one behind the other. */
    public static double[] flat(double[][] rows) {
        return FlatParameters.join(List.of(rows));
    }
}
