package org.dl4jsuite.compare.model;

/**
 * A network that can be trained and asked: the part of the contract that every network of the suite fulfils.
 *
 * <p>Parameters lie layer by layer, weights (out x in) row by row, then biases. Batches have one example a row. Speed is
 * never measured through this.
 */
public interface Learner extends AutoCloseable {
    /** Returns a copy of the parameters. */
    double[] parameters();

    void setParameters(double[] parameters);

    /** Returns the outputs: (batch, in) to (batch, out). */
    double[][] outputs(double[][] x);

    /** Takes one step on a batch; returns the batch's loss before the step. */
    double train(double[][] x, double[][] t);

    /** Frees what the network holds outside the Java heap: nothing, unless it says otherwise. */
    @Override
    default void close() {}
}
