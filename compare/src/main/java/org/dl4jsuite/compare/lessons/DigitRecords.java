package org.dl4jsuite.compare.lessons;

import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;

/**
 * The records of the digits lesson: the book's 100 for training and 10 for testing, or, if it is to take more steps than
 * that, all of MNIST.
 *
 * @param inputs (records, 784)
 * @param targets (records, 10)
 * @param testInputs likewise
 * @param testTargets likewise
 */
record DigitRecords(double[][] inputs, double[][] targets, double[][] testInputs, double[][] testTargets) {
    /** Training records of the book's first trial, which are MNIST's first. */
    static final int SMALL_SET = 100;

    private static final int SMALL_TEST_SET = 10;

    private static final class LoadedOnce {
        static final Split MNIST = Mnist.load();
    }

    static DigitRecords of(int iterations) {
        Split mnist = LoadedOnce.MNIST;
        Split split = iterations <= SMALL_SET
                ? mnist.first(SMALL_SET, SMALL_TEST_SET)
                : mnist.first(
                        Math.min(iterations, mnist.train().size()), mnist.test().size());
        LabelledImages train = split.train();
        LabelledImages test = split.test();
        return new DigitRecords(
                train.inputs(0, train.size()),
                train.targets(0, train.size()),
                test.inputs(0, test.size()),
                test.targets(0, test.size()));
    }
}
