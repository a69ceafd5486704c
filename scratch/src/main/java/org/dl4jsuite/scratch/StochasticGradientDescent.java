package org.dl4jsuite.scratch;

import java.util.Arrays;

/**
 * Training by small batches in a fixed order: batch 1 is the book's online learning.
 *
 * @param rate the learning rate, greater than 0
 * @param batch examples a step, at least 1; the last step of an epoch takes what is left
 */
public record StochasticGradientDescent(double rate, int batch) {
    public StochasticGradientDescent {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("The learning rate must be a number greater than 0: got " + rate);
        }
        if (batch < 1) {
            throw new IllegalArgumentException("The batch size must be at least 1: got " + batch);
        }
    }

    /** One epoch: every example once, in order. Inputs are (examples, in), targets (examples, out), one array a row. */
    public void epoch(Network network, double[][] inputs, double[][] targets) {
        for (int from = 0; from < inputs.length; from += batch) {
            int to = Math.min(from + batch, inputs.length);
            network.train(rows(inputs, from, to), rows(targets, from, to), rate);
        }
    }

    private static Matrix rows(double[][] values, int from, int to) {
        return Matrix.of(Arrays.copyOfRange(values, from, to));
    }
}
