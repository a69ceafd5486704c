package org.dl4jsuite.compare.model;

/** A network that also shows its inside: every layer's values, which inputs move it, and which it would give for outputs. */
public interface InspectableModel extends Model {
    /** Returns what a batch leaves behind in every layer; the model stays as it is. */
    Trace trace(double[][] x, double[][] t);

    /** Returns how the loss changes with each input, dE/dx of each example: (batch, in); the model stays as it is. */
    double[][] inputGradient(double[][] x, double[][] t);

    /**
     * Runs the network backwards: (batch, out) to (batch, in), each row by itself.
     *
     * @throws IllegalArgumentException unless all activations are sigmoids, without biases
     */
    double[][] backQuery(double[][] outputs);
}
