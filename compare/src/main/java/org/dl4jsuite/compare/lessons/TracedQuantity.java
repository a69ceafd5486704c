package org.dl4jsuite.compare.lessons;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of one step on both sides. A large one is cut to rows and columns at even distances.
 *
 * @param shape (rows, columns) of the whole
 * @param rows those that are here, counted from 0; null if all are
 * @param columns those that are here, counted from 0; null if all are
 * @param scratch from scratch
 * @param dl4j DL4J's
 * @param ulps the largest distance of the two in the whole matrix, in units in the last place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TracedQuantity(
        List<Integer> shape,
        int @Nullable [] rows,
        int @Nullable [] columns,
        double[][] scratch,
        double[][] dl4j,
        double ulps) {
    /** An image of 784 pixels is whole. */
    static final int MAX_VALUES = 800;

    /** Rows and columns of a larger matrix. */
    static final int MAX_SIDE = 6;

    /**
     * Returns the quantity.
     *
     * @throws IllegalStateException if the two sides differ in shape
     */
    static TracedQuantity of(String name, double[][] scratch, double[][] dl4j) {
        int rows = scratch.length;
        int columns = scratch[0].length;
        if (dl4j.length != rows || dl4j[0].length != columns) {
            throw new IllegalStateException(name + " is " + rows + " x " + columns + " from scratch, but " + dl4j.length
                    + " x " + dl4j[0].length + " in DL4J");
        }
        double ulps = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                ulps = Math.max(ulps, ulps(scratch[row][column], dl4j[row][column]));
            }
        }
        List<Integer> shape = List.of(rows, columns);
        if (rows * columns <= MAX_VALUES) {
            return new TracedQuantity(shape, null, null, scratch, dl4j, ulps);
        }
        int[] someRows = spread(rows);
        int[] someColumns = spread(columns);
        return new TracedQuantity(
                shape,
                someRows,
                someColumns,
                part(scratch, someRows, someColumns),
                part(dl4j, someRows, someColumns),
                ulps);
    }

    /** Returns how many steps from one double to the next lead from a to b; infinite if just one of them is not finite. */
    static double ulps(double a, double b) {
        if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
            return 0;
        }
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            return Double.POSITIVE_INFINITY;
        }
        long fromZeroToA = Double.doubleToLongBits(Math.abs(a));
        long fromZeroToB = Double.doubleToLongBits(Math.abs(b));
        return Math.signum(a) * Math.signum(b) < 0
                ? (double) fromZeroToA + fromZeroToB
                : Math.abs(fromZeroToA - fromZeroToB);
    }

    /** Returns all places, or {@link #MAX_SIDE} of them at even distances. */
    private static int[] spread(int length) {
        int count = Math.min(length, MAX_SIDE);
        return IntStream.range(0, count)
                .map(k -> (2 * k + 1) * length / (2 * count))
                .toArray();
    }

    private static double[][] part(double[][] whole, int[] rows, int[] columns) {
        return IntStream.of(rows)
                .mapToObj(row -> IntStream.of(columns)
                        .mapToDouble(column -> whole[row][column])
                        .toArray())
                .toArray(double[][]::new);
    }
}
