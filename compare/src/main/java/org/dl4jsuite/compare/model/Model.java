package org.dl4jsuite.compare.model;

/**
 * The one contract over both sides of the proof: a network as functions of a flat parameter vector, with doubles at the
 * boundary, that also shows its gradient.
 */
public interface Model extends Learner {
    /** The loss of a batch and its gradient; the model stays as it is. */
    LossAndGradient gradient(double[][] x, double[][] t);
}
