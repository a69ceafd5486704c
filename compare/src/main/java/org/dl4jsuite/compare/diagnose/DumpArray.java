package org.dl4jsuite.compare.diagnose;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of numbers as the user wrote it.
 *
 * @param shape the length of each dimension; empty of a single number
 * @param values row by row, the last index fastest
 */
public record DumpArray(List<Integer> shape, double[] values) {
    /** Rejects a shape that has more or fewer numbers than there are. */
    public DumpArray {
        long size = shape.stream().mapToLong(n -> n).reduce(1, (a, b) -> a * b);
        if (size != values.length) {
            throw new IllegalArgumentException("Shape " + shape + " has " + size + " numbers, got " + values.length);
        }
    }

    /** Returns a single number. */
    public static DumpArray of(double value) {
        return new DumpArray(List.of(), new double[] {value});
    }

    /** Returns a vector. */
    public static DumpArray of(double[] values) {
        return new DumpArray(List.of(values.length), values);
    }

    /** Returns a matrix; all rows must have the same length. */
    public static DumpArray of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return new DumpArray(List.of(rows.length, columns), values);
    }

    /** For example {@code (64, 784)}. */
    String shapeText() {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The subscripts of the {@code index}-th number, for example {@code [3][7]}. */
    String subscripts(int index) {
        StringBuilder subscripts = new StringBuilder();
        int rest = index;
        for (int d = shape.size() - 1; d >= 0; d--) {
            subscripts.insert(0, "[" + rest % shape.get(d) + "]");
            rest /= shape.get(d);
        }
        return subscripts.toString();
    }
}
