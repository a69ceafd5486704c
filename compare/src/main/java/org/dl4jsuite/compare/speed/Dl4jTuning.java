package org.dl4jsuite.compare.speed;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.dl4jsuite.compare.Json;

/**
 * What serves DL4J best on a network of this size, found by measurement: 784-200-10, FLOAT, on two cores of an AMD EPYC
 * (AVX-512), JDK 17 and for the collector 25 as well, DL4J 1.0.0-M2.1. {@link #SETTINGS} holds what was tried; but for the
 * first and the collector, which are of a quiet machine, the times are the calling thread's processor time on a machine
 * that did other work as well, so they are longer than in a report, and their ratios, of alternating runs, are good to
 * about a tenth.
 *
 * <p>Online, almost all of a step is the way from Java to the native code and back, a few dozen operations on small arrays,
 * so that only what shortens this way helps. The multiplications themselves are OpenBLAS's, which chooses the processor's
 * instructions at run time, whatever the build of ND4J's own code.
 *
 * <p>ND4J's native code comes in builds for AVX2, AVX-512 and oneDNN too (the classifiers of {@code nd4j-native}, for
 * example {@code linux-x86_64-avx512}, on the class path before the usual one). Each is a download of 80 to 100 MB for one
 * kind of processor; as none of them helps here, the suite does without.
 */
public final class Dl4jTuning {
    /**
     * JavaCPP, the bridge to the native code, no longer registers each small native object with a reference queue, and no
     * longer reads the size of the process from {@code /proc} each time. The price: what is not closed is never freed, some
     * kilobytes per step.
     */
    static final String NO_POINTER_GC = "-Dorg.bytedeco.javacpp.nopointergc=true";

    /** What its JVM is started with. */
    static final List<String> FLAGS = List.of(NO_POINTER_GC, Contestant.SERIAL_GC);

    /** The settings that were tried, from {@code dl4j-tuning.json}. */
    public static final List<Setting> SETTINGS = Json.resource(
                    Dl4jTuning.class, "dl4j-tuning.json", new TypeReference<List<Setting>>() {})
            .orElseThrow();

    private Dl4jTuning() {}

    /**
     * One setting.
     *
     * @param setting as it is written
     * @param effect what it does to the time
     * @param used whether dl4j-tuned has it
     */
    public record Setting(String setting, String effect, boolean used) {}
}
