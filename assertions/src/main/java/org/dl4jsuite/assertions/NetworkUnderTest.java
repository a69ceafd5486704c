package org.dl4jsuite.assertions;

/**
 * A hand-written network, as the assertion sees it. Layer l = 0, 1, … leads from the nodes i before it to the nodes j behind
 * it; x is (batch, in), t is (batch, out).
 */
public interface NetworkUnderTest {
    /**
     * The weights themselves, not a copy: {@code weights()[l][j][i]} leads from node i to node j. The assertion writes DL4J's
     * parameters into them.
     */
    double[][][] weights();

    /** The biases themselves, {@code biases()[l][j]}; empty if there are none. */
    default double[][] biases() {
        return new double[0][];
    }

    /** Returns the outputs for inputs x, (batch, out). */
    double[][] outputs(double[][] x);

    /** Returns the loss of a batch, summed or averaged over its examples as DL4J's network is set. */
    double loss(double[][] x, double[][] t);

    /** Returns dE/dW of a batch, of the shape of {@link #weights()}. */
    double[][][] weightGradients(double[][] x, double[][] t);

    /** Returns dE/db of a batch, of the shape of {@link #biases()}. */
    default double[][] biasGradients(double[][] x, double[][] t) {
        return new double[0][];
    }

    /** Takes one step on a batch: changes weights and biases. */
    void step(double[][] x, double[][] t);
}
