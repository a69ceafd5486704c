package org.dl4jsuite.compare.speed;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.model.Precision;

/**
 * What one core of the machine can do at most, measured in Java in the same run.
 *
 * @param kernels what it was measured with: {@code vector (512 bit)}, or {@code plain} on a JVM without the Vector API
 * @param multiplyAddGflops 10^9 floating-point operations per second in float, a multiplication and an addition counting as
 *     two, on numbers in registers
 * @param readGigabytesPerSecond 10^9 bytes per second, read one after the other from {@code arrayBytes}
 * @param updateGigabytesPerSecond the same, read and written, each byte counted twice
 * @param arrayBytes as many as 784 x 200 weights in float: what the second-level cache of many processors holds
 */
public record Ceilings(
        String kernels,
        double multiplyAddGflops,
        double readGigabytesPerSecond,
        double updateGigabytesPerSecond,
        int arrayBytes) {
    private static final String MODULE = "jdk.incubator.vector";

    private static final int FLOATS = 784 * 200;

    /** Behind an array's header of 16 bytes, a number at this place begins a cache line if the array begins a page. */
    private static final int ALIGNMENT = 12;

    private static final int ROUNDS = 10_000;
    private static final long NANOS_PER_REPEAT = Duration.ofMillis(15).toNanos();

    /** So many repeats in a row without a new best, and the compiler has done its work. */
    private static final int PATIENCE = 40;

    /** Where results go, so that the compiler cannot leave out what computes them. */
    static volatile double sink;

    /** Measures this machine, in a JVM of its own, and prints the ceilings as JSON. */
    public static void main(String[] args) throws IOException {
        Json.MAPPER.writeValue(System.out, measure(best(), PATIENCE));
        System.out.flush();
    }

    /** Vectors where the module is present; by name, so that this class can be loaded where it is absent. */
    static CeilingLoops best() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return new PlainCeilingLoops();
        }
        try {
            return Class.forName("org.dl4jsuite.compare.speed.VectorCeilingLoops")
                    .asSubclass(CeilingLoops.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("The vector loops do not run on this JVM: " + e, e);
        }
    }

    /**
     * Measures the ceilings; each is the best that was seen, not the median.
     *
     * @param patience ends after so many repeats in a row that were no faster than the best
     */
    static Ceilings measure(CeilingLoops loops, int patience) {
        float[] numbers = new float[ALIGNMENT + FLOATS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 1 + i * 0x1p-20f;
        }
        float[] starts = numbers.clone();
        int chains = loops.flopsPerRound() / 2;
        // towards 1 from wherever an x begins, so that none overflows or becomes subnormal, which would be slow
        Arrays.fill(starts, chains, 3 * chains, 0.5f);
        int length = FLOATS / loops.floatsPerStep() * loops.floatsPerStep();
        int bytes = length * Float.BYTES;
        double flops = (double) ROUNDS * loops.flopsPerRound();
        double multiplyAdd = nanos(() -> multiplyAdd(loops, starts), patience);
        double read = nanos(() -> loops.sum(numbers, ALIGNMENT, length), patience);
        double update = nanos(() -> add(loops, numbers, length), patience);
        return new Ceilings(loops.name(), flops / multiplyAdd, bytes / read, 2.0 * bytes / update, bytes);
    }

    private static float multiplyAdd(CeilingLoops loops, float[] numbers) {
        loops.multiplyAdd(numbers, ROUNDS);
        return numbers[0];
    }

    private static float add(CeilingLoops loops, float[] numbers, int length) {
        loops.add(numbers, ALIGNMENT, length, 0x1p-20f);
        return numbers[ALIGNMENT];
    }

    /** Nanoseconds of one run, in the fastest repeat. */
    private static double nanos(DoubleSupplier loop, int patience) {
        double best = Double.POSITIVE_INFINITY;
        int repeatsSinceBest = 0;
        while (repeatsSinceBest < patience) {
            double nanos = repeat(loop);
            repeatsSinceBest = nanos < best ? 0 : repeatsSinceBest + 1;
            best = Math.min(best, nanos);
        }
        return best;
    }

    private static double repeat(DoubleSupplier loop) {
        long start = System.nanoTime();
        int runs = 0;
        do {
            sink = loop.getAsDouble();
            runs++;
        } while (System.nanoTime() - start < NANOS_PER_REPEAT);
        return (double) (System.nanoTime() - start) / runs;
    }

    /** The multiply-add rate in a precision: half as many DOUBLEs as FLOATs fit into a register. */
    double gflops(Precision precision) {
        return precision == Precision.FLOAT ? multiplyAddGflops : multiplyAddGflops / 2;
    }

    /** Microseconds to move the bytes of a sample, reading them to go forward, then reading and writing to update. */
    double microsToMove(Work work) {
        return work.bytesRead() / readGigabytesPerSecond / 1e3 + work.bytesUpdated() / updateGigabytesPerSecond / 1e3;
    }
}
