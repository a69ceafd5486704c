package org.dl4jsuite.compare.speed;

import java.util.List;
import org.dl4jsuite.compare.model.Precision;

/** A network and the way it is run: each is measured in JVMs of its own. */
public enum Contestant {
    /** The from-scratch network written for speed, with vector kernels. */
    SCRATCH_FAST_VECTOR("scratch-fast", List.of(Precision.FLOAT), List.of("-Dscratch.kernels=vector")),
    /** The same with kernels in plain Java. */
    SCRATCH_FAST_PLAIN("scratch-fast", List.of(Precision.FLOAT), List.of("-Dscratch.kernels=plain")),
    /** The readable from-scratch network, the reference. What a step computes is garbage after it. */
    SCRATCH("scratch", List.of(Precision.DOUBLE), List.of(Contestant.SERIAL_GC)),
    /** DL4J with what serves it best, see {@link Dl4jTuning}. */
    DL4J_TUNED("dl4j-tuned", List.of(Precision.FLOAT, Precision.DOUBLE), Dl4jTuning.FLAGS),
    /** DL4J as it starts: all threads, JavaCPP's own limit of memory again. */
    DL4J_STOCK("dl4j-stock", List.of(Precision.FLOAT), List.of("-Dorg.bytedeco.javacpp.maxPhysicalBytes="));

    /**
     * The collector that uses the same memory again and again, and little of it. The others go through fresh memory first,
     * and where touching a page for the first time is dear, as in a virtual machine, a step takes up to twenty times as
     * long until they have been everywhere once.
     */
    static final String SERIAL_GC = "-XX:+UseSerialGC";

    private final String network;
    private final List<Precision> precisions;
    private final List<String> flags;

    Contestant(String network, List<Precision> precisions, List<String> flags) {
        this.network = network;
        this.precisions = precisions;
        this.flags = flags;
    }

    /** Returns the network's name in rows and options; the two kinds of kernels share one. */
    public String network() {
        return network;
    }

    /** Returns what it is measured in. */
    public List<Precision> precisions() {
        return precisions;
    }

    /** Returns the flags of its JVM, beside those that all have. */
    public List<String> flags() {
        return flags;
    }
}
