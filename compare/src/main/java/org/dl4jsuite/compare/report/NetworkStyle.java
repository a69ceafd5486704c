package org.dl4jsuite.compare.report;

import org.dl4jsuite.compare.model.Precision;

/**
 * How a network is named and drawn, the same in every chart and table.
 *
 * @param label the network and its precision
 * @param color a CSS variable, so that a chart follows the page into dark mode and onto paper
 * @param symbol an ECharts symbol
 * @param symbolSize in pixels; they differ, so that points on the same spot can all be seen
 * @param line solid, dashed or dotted
 */
public record NetworkStyle(String label, String color, String symbol, int symbolSize, String line) {

    /** The style of a network of which two kinds of kernels are measured: the plain ones are named. */
    public static NetworkStyle of(String network, Precision precision, String kernels) {
        return network.equals("scratch-fast") && kernels.equals("plain")
                ? new NetworkStyle(network + " plain " + precision, "var(--scratch-fast)", "emptyRect", 9, "dotted")
                : of(network, precision);
    }

    /** The style of a network of the report. */
    public static NetworkStyle of(String network, Precision precision) {
        String label = network + " " + precision;
        boolean isFloat = precision == Precision.FLOAT;
        return switch (network) {
            case "scratch" ->
                isFloat
                        ? new NetworkStyle(label, "var(--scratch-float)", "emptyRect", 14, "dashed")
                        : new NetworkStyle(label, "var(--scratch)", "emptyCircle", 17, "solid");
            case "scratch-fast" -> new NetworkStyle(label, "var(--scratch-fast)", "emptyTriangle", 11, "dashed");
            case "dl4j", "dl4j-tuned" ->
                isFloat
                        ? new NetworkStyle(label, "var(--dl4j-float)", "triangle", 6, "dotted")
                        : new NetworkStyle(label, "var(--dl4j)", "diamond", 11, "dashed");
            case "dl4j-stock" -> new NetworkStyle(label, "var(--dl4j-stock)", "rect", 7, "dotted");
            default -> new NetworkStyle(label, "var(--other)", "pin", 12, "solid");
        };
    }
}
