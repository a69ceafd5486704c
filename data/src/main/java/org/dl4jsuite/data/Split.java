package org.dl4jsuite.data;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A training set and a test set, and where they came from.
 *
 * @param train what a network learns from
 * @param test what it is judged by
 * @param source short name of the data set: "MNIST", or the name of the folder it was read from
 * @param checksums SHA-256 (lower-case hex) of each file's unpacked bytes, by file name without {@code .gz}, in the
 *     order of reading; of the whole files, also when only their first images or another order are kept
 */
public record Split(LabelledImages train, LabelledImages test, String source, Map<String, String> checksums)
        implements Serializable {
    public Split {
        checksums = Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
    }

    /**
     * Returns the first images of both sets.
     *
     * @throws IndexOutOfBoundsException if a count is more than there is
     */
    public Split first(int trainCount, int testCount) {
        return new Split(train.first(trainCount), test.first(testCount), source, checksums);
    }

    /**
     * Returns the same split with its training set in random order, the one of {@link #trainingOrder}; the test set keeps
     * its own.
     */
    public Split shuffledTraining(long seed) {
        return new Split(train.permuted(trainingOrder(seed)), test, source, checksums);
    }

    /**
     * Returns a random order of the training images.
     *
     * <p>It is a {@link #randomOrder} drawn by {@code new Random(seed).nextInt(n)}. Java specifies that generator, so a
     * seed gives the same order everywhere.
     */
    public int[] trainingOrder(long seed) {
        return randomOrder(train.size(), new Random(seed)::nextInt);
    }

    /**
     * Returns the numbers 0 to {@code count} - 1 in random order: each place from the last down to the second is swapped
     * with one drawn from the places up to and including it (Fisher and Yates, in Durstenfeld's form, Communications of
     * the ACM 7, 1964).
     *
     * @param below draws one of 0 to n - 1, given n; asked for n = count, count - 1, …, 2
     */
    public static int[] randomOrder(int count, IntUnaryOperator below) {
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
