package org.dl4jsuite.compare.model;

/**
 * A batch's loss and flat gradient, both summed or both averaged over its examples.
 *
 * @param loss E
 * @param gradient dE/dparameter in the order of {@link Model#parameters()}
 */
public record LossAndGradient(double loss, double[] gradient) {}
