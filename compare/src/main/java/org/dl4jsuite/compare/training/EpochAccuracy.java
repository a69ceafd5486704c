package org.dl4jsuite.compare.training;

import org.dl4jsuite.compare.model.Precision;

/**
 * How well a network does after an epoch.
 *
 * @param network scratch, scratch-fast or dl4j
 * @param precision what it computes in
 * @param epoch from 1
 * @param trainingLoss E of one example, averaged over the epoch, each taken before the step on it
 * @param testAccuracy the share of test images it gets right
 */
public record EpochAccuracy(String network, Precision precision, int epoch, double trainingLoss, double testAccuracy) {}
