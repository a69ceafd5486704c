package org.dl4jsuite.compare.accuracy;

import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.Precision;

/**
 * A network in training.
 *
 * @param network scratch, scratch-fast or dl4j
 * @param precision what it computes in
 * @param learner with its initial weights set
 */
public record Contestant(String network, Precision precision, Learner learner) {}
