package org.dl4jsuite.scratch;

import java.util.List;

/**
 * Everything a batch leaves behind on its way through the network and back, one matrix (batch, nodes) a layer.
 *
 * @param weightedSums z of each layer
 * @param activations a of each layer; the last are the network's outputs
 * @param deltas dE/dz of each layer, one row an example, not yet reduced over the batch
 */
public record Pass(List<Matrix> weightedSums, List<Matrix> activations, List<Matrix> deltas) {}
