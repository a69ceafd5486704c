package org.dl4jsuite.compare.model;

/** A network that can also be asked which inputs move it, and which inputs it would give for outputs. */
public interface InspectableModel extends Model {
    /** Returns how the loss changes with each input, dE/dx of each example: (batch, in); the model stays as it is. */
    double[][] inputGradient(double[][] x, double[][] t);

    /**
     * Runs the network backwards: (batch, out) to (batch, in), each row by itself.
     *
     * @throws IllegalArgumentException unless all activations are sigmoids, without biases
     */
    double[][] backQuery(double[][] outputs);
}
