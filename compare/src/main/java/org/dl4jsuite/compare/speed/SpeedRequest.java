package org.dl4jsuite.compare.speed;

import java.util.List;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a measuring process is asked to measure.
 *
 * @param contestant which network, with which settings of DL4J
 * @param spec the network, DOUBLE or FLOAT
 * @param batch samples a step
 * @param parameters initial weights
 * @param data folder of the data set, or null for MNIST
 */
public record SpeedRequest(
        Contestant contestant,
        NetworkSpec spec,
        int batch,
        List<Double> parameters,
        @Nullable String data) {

    /** A network and the way it is run. */
    public enum Contestant {
        SCRATCH("scratch"),
        /** The from-scratch network written for speed, with vector kernels. */
        SCRATCH_FAST("scratch-fast"),
        /** DL4J with what serves it best on a network of this size: one thread, JavaCPP's own clean-up off. */
        DL4J_TUNED("dl4j-tuned"),
        /** DL4J as it starts: all threads, default settings. */
        DL4J_STOCK("dl4j-stock");

        private final String label;

        Contestant(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
