package org.dl4jsuite.compare.speed;

import java.util.List;

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
     * kilobytes a step.
     */
    static final String NO_POINTER_GC = "-Dorg.bytedeco.javacpp.nopointergc=true";

    /** What its JVM is started with. */
    static final List<String> FLAGS = List.of(NO_POINTER_GC, Contestant.SERIAL_GC);

    /** The settings that were tried. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting(
                    "OMP_NUM_THREADS=1",
                    "With the next one, online training falls from about 1,150 to 400 µs a step: arrays this small are"
                            + " not worth dividing among threads.",
                    true),
            new Setting(
                    NO_POINTER_GC,
                    "Online training takes 31 % less (1,580 to 1,086 µs), prediction 23 % less (202 to 155 µs).",
                    true),
            new Setting(
                    Contestant.SERIAL_GC,
                    "Where memory is at hand, as fast as G1 (310 to 340 µs a step); but G1 and the parallel collector take"
                            + " twice as long while they go through fresh memory.",
                    true),
            new Setting(
                    "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                    "Instead of nopointergc: 15 % less; it only leaves out the look at the size of the process. So it leaks"
                            + " nothing, and the suite trains DL4J with it wherever it does not measure.",
                    false),
            new Setting(
                    "miniBatch(false), with the rate divided by the batch size",
                    "The same step without a pass over the gradient: online 13 to 26 % less.",
                    true),
            new Setting(
                    "nd4j-native built for AVX2, for AVX-512, for AVX-512 with oneDNN",
                    "Online 9 %, 13 % and 1 % more, AVX-512 at batch 64 14 % more: no gain.",
                    false),
            new Setting("fit(DataSet) or fit(DataSetIterator) instead of fit(x, t)", "No difference above 5 %.", false),
            new Setting("workspaces NONE instead of ENABLED", "No difference beyond the noise.", false),
            new Setting("cacheMode(DEVICE)", "No difference beyond the noise.", false),
            new Setting("inputs in column-major order", "No difference beyond the noise.", false),
            new Setting(
                    "feedForward(x), or output(x) into a workspace of one's own, instead of output(x)",
                    "No difference beyond the noise.",
                    false),
            new Setting(
                    "no fit: computeGradientAndScore, then params().subi(gradient)",
                    "17 % less, but that is no longer DL4J's training: it has no updater, listeners or iteration count.",
                    false));

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
