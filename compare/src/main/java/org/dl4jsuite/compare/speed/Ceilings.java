package org.dl4jsuite.compare.speed;

import org.dl4jsuite.compare.model.Precision;

/**
 * What one core of the machine can do at most, measured in Java in the same run.
 *
 * @param kernels what it was measured with: {@code vector (512 bit)}, or {@code plain} on a JVM without the Vector API
 * @param multiplyAddGflops 10^9 floating-point operations a second in float, a multiplication and an addition counting as
 *     two, on numbers in registers
 * @param readGigabytesPerSecond 10^9 bytes a second, read one after the other from {@code arrayBytes}
 * @param updateGigabytesPerSecond the same, read and written, each byte counted twice
 * @param arrayBytes as many as 784 x 200 weights in float: what the second-level cache of many processors holds
 */
public record Ceilings(
        String kernels,
        double multiplyAddGflops,
        double readGigabytesPerSecond,
        double updateGigabytesPerSecond,
        int arrayBytes) {

    /** The multiply-add rate in a precision: half as many DOUBLEs as FLOATs fit into a register. */
    double gflops(Precision precision) {
        return precision == Precision.FLOAT ? multiplyAddGflops : multiplyAddGflops / 2;
    }

    /** Microseconds to move the bytes of a sample, reading them to go forward, then reading and writing to update. */
    double microsToMove(Work work) {
        return work.bytesRead() / readGigabytesPerSecond / 1e3 + work.bytesUpdated() / updateGigabytesPerSecond / 1e3;
    }
}
