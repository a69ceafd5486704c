package org.dl4jsuite.compare.model;

/**
 * The one contract over both sides: a network as functions of a flat parameter vector, with doubles at the boundary.
 *
 * <p>Parameters lie layer by layer, weights (out x in) row by row, then biases. Batches have one example a row. Speed is
 * never measured through this.
 */
public interface Model extends AutoCloseable {
    /** A copy of the parameters. */
    double[] parameters();

    void setParameters(double[] parameters);

    /** (batch, in) to (batch, out). */
    double[][] outputs(double[][] x);

    /** The loss of a batch and its gradient; the model stays as it is. */
    LossAndGradient gradient(double[][] x, double[][] t);

    /** One step on a batch. Returns the batch's loss before the step. */
    double train(double[][] x, double[][] t);

    /** What a batch leaves behind in every layer; the model stays as it is. */
    Trace trace(double[][] x, double[][] t);

    /** Frees what the model holds outside the Java heap. */
    @Override
    void close();
}
