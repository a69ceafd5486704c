package org.dl4jsuite.compare.sweep;

import java.io.Serializable;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.scratch.fast.FastNetwork;

/**
 * What the last digits of a result depend on: results of different arithmetic do not belong into one file.
 *
 * @param code the digest of the code that trains
 * @param kernels of the fast network: vectors of other widths add up in another order
 * @param jdk feature version, 17 for example
 */
public record Arithmetic(String code, String kernels, String jdk) implements Serializable {
    /** The key of the code in an origin's configuration. */
    static final String CODE = "code";

    /** Returns this JVM's. */
    public static Arithmetic here() {
        return new Arithmetic(
                TrainingCode.digest(),
                FastNetwork.chosenKernels(),
                String.valueOf(Runtime.version().feature()));
    }

    /** Returns the one that an origin tells. */
    static Arithmetic of(Provenance origin) {
        return new Arithmetic(
                String.valueOf(origin.configuration().getOrDefault(CODE, "unknown")),
                String.valueOf(origin.configuration().getOrDefault("kernels", "unknown")),
                origin.jdk().replaceAll(".* (\\d+).*", "$1"));
    }

    /** For example {@code code 0123456789abcdef, plain kernels, JDK 17}. */
    @Override
    public String toString() {
        return "code " + code + ", " + kernels + " kernels, JDK " + jdk;
    }
}
