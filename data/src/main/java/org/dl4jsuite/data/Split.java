package org.dl4jsuite.data;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

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
     * The first images of both sets.
     *
     * @throws IndexOutOfBoundsException if a count is more than there is
     */
    public Split first(int trainCount, int testCount) {
        return new Split(train.first(trainCount), test.first(testCount), source, checksums);
    }

    /**
     * The same split with its training set in random order; the test set keeps its own.
     *
     * <p>It is a {@link RandomOrder} drawn with {@link Random#nextInt(int)} of {@code new Random(seed)}. Java specifies
     * that generator, so a seed gives the same order everywhere.
     */
    public Split shuffledTraining(long seed) {
        int[] order = RandomOrder.of(train.size(), new Random(seed)::nextInt);
        return new Split(train.permuted(order), test, source, checksums);
    }
}
