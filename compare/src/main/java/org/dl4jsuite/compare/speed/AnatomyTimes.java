package org.dl4jsuite.compare.speed;

import java.util.List;

/**
 * What the parts of a {@code fit} take, each measured by itself; processor time in microseconds, medians.
 *
 * @param call a native function that does nothing
 * @param operation a matrix product of 1x2 and 2x2
 * @param copy of two numbers
 * @param array making an array of ten numbers in a workspace, as DL4J does
 * @param view making a view of an array
 * @param sizes networks on one sample; the first is so small that it has nothing to compute
 * @param batches training of 784-200-10 in batches
 */
record AnatomyTimes(
        double call,
        double operation,
        double copy,
        double array,
        double view,
        List<Size> sizes,
        List<Anatomy.Batch> batches) {
    /**
     * A network.
     *
     * @param network for example {@code 784-200-10}
     * @param fit a step of DL4J's
     * @param fixed a step of a 2-2-2 network, each after this network's products and passes, so that it finds the processor's
     *     caches as a step of this network does
     * @param products the eight matrix products of the step, without DL4J
     * @param passes the updater's two passes over all weights, without DL4J
     */
    record Size(String network, double fit, double fixed, double products, double passes) {}
}
