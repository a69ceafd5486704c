package org.dl4jsuite.compare.accuracy;

import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.Precision;

/**
 * A network in training.
 *
 * @param network scratch or dl4j
 * @param precision what it computes in
 * @param model with its initial weights set
 */
public record Contestant(String network, Precision precision, Model model) {}
