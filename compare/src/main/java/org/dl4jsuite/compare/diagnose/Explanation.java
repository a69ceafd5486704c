package org.dl4jsuite.compare.diagnose;

import java.util.List;

/**
 * Causes that together explain every number of a dump.
 *
 * @param causes one or two
 * @param restoresWithin the largest difference that is left, relative to the largest value of its tensor
 */
record Explanation(List<Cause> causes, double restoresWithin) {}
