/**
 * A feed-forward neural network written from nothing: no dependency but {@code java.base}.
 *
 * <p>Read in this order: {@link org.dl4jsuite.scratch.Matrix}, {@link org.dl4jsuite.scratch.Activation}, {@link
 * org.dl4jsuite.scratch.Loss}, {@link org.dl4jsuite.scratch.Layer}, {@link org.dl4jsuite.scratch.Network}. All
 * arithmetic is in {@code double}; a batch of examples is a matrix with one example a row.
 */
package org.dl4jsuite.scratch;
