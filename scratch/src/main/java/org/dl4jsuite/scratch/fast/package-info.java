/**
 * The from-scratch network once more, written for speed: the same steps as {@link org.dl4jsuite.scratch.Network} with
 * one hidden layer, in float. Read {@link org.dl4jsuite.scratch.fast.FastNetwork} first, then the inner loops over the
 * weights in {@link org.dl4jsuite.scratch.fast.PlainWeights} and {@code VectorWeights}.
 */
package org.dl4jsuite.scratch.fast;
