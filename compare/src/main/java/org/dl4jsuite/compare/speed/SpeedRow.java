package org.dl4jsuite.compare.speed;

import org.dl4jsuite.compare.model.Precision;

/**
 * What one operation of one network costs.
 *
 * @param network {@code scratch}, {@code scratch-fast}, {@code dl4j-tuned} or {@code dl4j-stock}
 * @param operation {@code train} (forward, backward, update) or {@code predict} (forward)
 * @param batch samples per step
 * @param hidden hidden nodes
 * @param precision what the network computes in
 * @param kernels whose inner loops it runs on, for example {@code vector (512 bit)}
 * @param threads threads it may use
 * @param microsPerSample microseconds for one sample
 * @param flops floating-point operations that one sample takes, see {@link Work}
 * @param bytes bytes of weights that one sample takes, see {@link Work}
 * @param gflops 10^9 floating-point operations per second, at the median
 * @param gigabytesPerSecond 10^9 bytes per second, at the median
 * @param shareOfMultiplyAdd {@code gflops} as a share of the machine's own, see {@link Ceilings}
 * @param shareOfBandwidth the time that the machine needs to move {@code bytes}, as a share of the median
 */
public record SpeedRow(
        String network,
        Operation operation,
        int batch,
        int hidden,
        Precision precision,
        String kernels,
        int threads,
        Spread microsPerSample,
        double flops,
        double bytes,
        double gflops,
        double gigabytesPerSecond,
        double shareOfMultiplyAdd,
        double shareOfBandwidth) {

    /** Returns the row of a measured time; all else follows from it. */
    static SpeedRow of(
            String network,
            Operation operation,
            Grid.Size size,
            Precision precision,
            String kernels,
            int threads,
            Spread microsPerSample,
            Work work,
            Ceilings ceilings) {
        double micros = microsPerSample.median();
        double gflops = work.flops() / micros / 1e3;
        return new SpeedRow(
                network,
                operation,
                size.batch(),
                size.hidden(),
                precision,
                kernels,
                threads,
                microsPerSample,
                work.flops(),
                work.bytes(),
                gflops,
                work.bytes() / micros / 1e3,
                gflops / ceilings.gflops(precision),
                ceilings.microsToMove(work) / micros);
    }

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
