package org.dl4jsuite.compare.model;

/**
 * The examples of one step.
 *
 * @param inputs (batch, in)
 * @param targets (batch, out)
 */
public record Batch(double[][] inputs, double[][] targets) {
    public int size() {
        return inputs.length;
    }
}
