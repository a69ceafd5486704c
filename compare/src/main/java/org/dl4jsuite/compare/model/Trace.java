package org.dl4jsuite.compare.model;

import java.util.List;

/**
 * The inside of one pass: each list has one flat (batch x nodes) array a layer.
 *
 * @param weightedSums z
 * @param activations a
 * @param deltas dE/dz of each example
 */
public record Trace(List<double[]> weightedSums, List<double[]> activations, List<double[]> deltas) {}
