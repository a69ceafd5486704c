package org.dl4jsuite.compare.report;

import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.speed.SpeedRow;

/** Names a network and gives it its colour, the same in every chart and table. */
final class NetworkName {
    private NetworkName() {}

    /** Returns the name of a network whose speed was measured. */
    static Span of(SpeedRow row) {
        return of(row.network(), row.precision(), row.kernels());
    }

    /** Returns the name of a network of which two kinds of kernels are measured: the plain ones are named. */
    static Span of(String network, Precision precision, String kernels) {
        return network.equals("scratch-fast") && kernels.equals("plain")
                ? Span.ofSeries(network + " plain " + precision, "scratch-fast-plain")
                : of(network, precision);
    }

    /** Returns the name of a network of the report. */
    static Span of(String network, Precision precision) {
        boolean isFloat = precision == Precision.FLOAT;
        String style = switch (network) {
            case "scratch" -> isFloat ? "scratch-float" : "scratch";
            case "dl4j", "dl4j-tuned" -> isFloat ? "dl4j-float" : "dl4j";
            case "scratch-fast", "dl4j-stock" -> network;
            default -> "other";
        };
        return Span.ofSeries(network + " " + precision, style);
    }
}
