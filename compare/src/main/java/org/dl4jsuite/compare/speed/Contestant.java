package org.dl4jsuite.compare.speed;

import java.util.List;
import org.dl4jsuite.compare.model.Precision;

/** A network and the way it is run: each is measured in JVMs of its own. */
public enum Contestant {
    /** The from-scratch network written for speed, with vector kernels. */
    SCRATCH_FAST_VECTOR("scratch-fast") {
        @Override
        public List<String> flags() {
            return List.of("-Dscratch.kernels=vector");
        }
    },
    /** The same with kernels in plain Java. */
    SCRATCH_FAST_PLAIN("scratch-fast") {
        @Override
        public List<String> flags() {
            return List.of("-Dscratch.kernels=plain");
        }
    },
    /** The readable from-scratch network, the reference. */
    SCRATCH("scratch") {
        @Override
        public List<Precision> precisions() {
            return List.of(Precision.DOUBLE);
        }

        /** Its gradients are garbage after each step, see {@link #SERIAL_GC}. */
        @Override
        public List<String> flags() {
            return List.of(SERIAL_GC);
        }
    },
    /** DL4J with what serves it best, see {@link Dl4jTuning}. */
    DL4J_TUNED("dl4j-tuned") {
        @Override
        public List<Precision> precisions() {
            return List.of(Precision.FLOAT, Precision.DOUBLE);
        }

        @Override
        public List<String> flags() {
            return Dl4jTuning.FLAGS;
        }
    },
    /** DL4J as it starts: all threads, default settings. */
    DL4J_STOCK("dl4j-stock") {
        @Override
        public List<String> flags() {
            return List.of("-Dorg.bytedeco.javacpp.maxPhysicalBytes="); // JavaCPP's own limit again
        }
    };

    /**
     * The collector that uses the same memory again and again, and little of it. The others go through fresh memory first,
     * and where touching a page for the first time is dear, as in a virtual machine, a step takes up to twenty times as
     * long until they have been everywhere once.
     */
    static final String SERIAL_GC = "-XX:+UseSerialGC";

    private final String network;

    Contestant(String network) {
        this.network = network;
    }

    /** The network's name in rows and options; the two kinds of kernels share one. */
    public String network() {
        return network;
    }

    /** What it is measured in. */
    public List<Precision> precisions() {
        return List.of(Precision.FLOAT);
    }

    /** What its JVM is started with, beside what all are. */
    public List<String> flags() {
        return List.of();
    }
}
