package org.dl4jsuite.compare.speed;

import org.dl4jsuite.compare.model.Precision;

/**
 * What one operation of one network costs.
 *
 * @param network {@code scratch}, {@code scratch-fast}, {@code dl4j-tuned} or {@code dl4j-stock}
 * @param operation {@code train} (forward, backward, update) or {@code predict} (forward)
 * @param batch samples a step
 * @param hidden hidden nodes
 * @param precision what the network computes in
 * @param threads threads it may use
 * @param microsPerSample microseconds for one sample
 */
public record SpeedRow(
        String network,
        String operation,
        int batch,
        int hidden,
        Precision precision,
        int threads,
        Spread microsPerSample) {

    /**
     * The middle and the quartiles of repeated measurements after warm-up.
     *
     * @param median half of the repeats were faster
     * @param p25 a quarter was faster
     * @param p75 three quarters were faster
     * @param repeats how many there were
     */
    public record Spread(double median, double p25, double p75, int repeats) {}
}
