package org.dl4jsuite.compare.speed;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.dl4jsuite.compare.Json;

/** The main class of the JVM that measures the {@link Ceilings}: prints them, as JSON. */
final class CeilingMeasurement {
    private static final String MODULE = "jdk.incubator.vector";

    private static final int FLOATS = 784 * 200;

    /** Behind an array's header of 16 bytes, a number at this place begins a cache line if the array begins a page. */
    private static final int ALIGNMENT = 12;

    private static final int ROUNDS = 100_000;
    private static final long WARM_UP = Duration.ofMillis(400).toNanos();
    private static final int REPEATS = 12;
    private static final long NANOS_A_REPEAT = Duration.ofMillis(40).toNanos();

    /** Where results go, so that the compiler cannot leave out what computes them. */
    static volatile double sink;

    private CeilingMeasurement() {}

    public static void main(String[] args) throws java.io.IOException {
        Json.MAPPER.writeValue(System.out, measure(best()));
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

    /** A ceiling is the best that was seen, not the median. */
    static Ceilings measure(CeilingLoops loops) {
        float[] numbers = new float[ALIGNMENT + FLOATS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 1 + i * 0x1p-20f;
        }
        float[] starts = numbers.clone();
        // towards 1 from wherever an x begins, so that none overflows or becomes subnormal, which would be slow
        java.util.Arrays.fill(starts, loops.flopsARound() / 2, loops.flopsARound() / 2 + loops.flopsARound(), 0.5f);
        int length = FLOATS / loops.floatsAStep() * loops.floatsAStep();
        int bytes = length * Float.BYTES;
        double flops = (double) ROUNDS * loops.flopsARound();
        return new Ceilings(
                loops.name(),
                flops / nanos(() -> loops.multiplyAdd(starts, ROUNDS)),
                bytes / nanos(() -> loops.sum(numbers, ALIGNMENT, length)),
                2.0
                        * bytes
                        / nanos(() -> {
                            loops.add(numbers, ALIGNMENT, length, 0x1p-20f);
                            return numbers[ALIGNMENT];
                        }),
                bytes);
    }

    /** Nanoseconds of one run, in the fastest repeat. */
    private static double nanos(DoubleSupplier loop) {
        repeat(loop, WARM_UP);
        double best = Double.POSITIVE_INFINITY;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            best = Math.min(best, repeat(loop, NANOS_A_REPEAT));
        }
        return best;
    }

    private static double repeat(DoubleSupplier loop, long nanos) {
        long start = System.nanoTime();
        int runs = 0;
        do {
            sink += loop.getAsDouble();
            runs++;
        } while (System.nanoTime() - start < nanos);
        return (double) (System.nanoTime() - start) / runs;
    }
}
