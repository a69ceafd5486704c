package org.dl4jsuite.data;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The shuffle of Fisher and Yates in Durstenfeld's form (Communications of the ACM 7, 1964), for any generator. */
public final class RandomOrder {
    private RandomOrder() {}

    /**
     * The numbers 0 to {@code count} - 1 in random order: each place from the last down to the second is swapped with one
     * drawn from the places up to and including it.
     *
     * @param below draws one of 0 to n - 1, given n; asked for n = count, count - 1, …, 2
     */
    public static int[] of(int count, IntUnaryOperator below) {
        int[] order = IntStream.range(0, count).toArray();
        for (int last = count - 1; last > 0; last--) {
            int drawn = below.applyAsInt(last + 1);
            int swapped = order[last];
            order[last] = order[drawn];
            order[drawn] = swapped;
        }
        return order;
    }
}
