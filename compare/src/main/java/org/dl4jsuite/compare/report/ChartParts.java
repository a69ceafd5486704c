package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dl4jsuite.compare.Json;

/** What all charts have in common: quiet axes, no animation, colours that are variables of the style sheet. */
final class ChartParts {
    private static final String INK = "var(--ink)";
    private static final String MUTED = "var(--muted)";
    private static final String RULE = "var(--rule)";
    private static final int TEXT = 13;
    private static final int LINE_HEIGHT = 17;
    /** As in the style sheet: ECharts measures text outside the page and cannot inherit. */
    private static final String FONT = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif";

    private ChartParts() {}

    /** An option to which axes and series are added. */
    static ObjectNode option() {
        ObjectNode option = Json.MAPPER.createObjectNode();
        option.put("animation", false);
        option.putObject("textStyle").put("fontFamily", FONT).put("fontSize", TEXT);
        option.putObject("grid")
                .put("left", 8)
                .put("right", 28)
                .put("top", 72)
                .put("bottom", 40)
                .put("containLabel", true);
        return option;
    }

    /** A legend above the chart, and the values of all series at the pointer. */
    static void legendAndTooltip(ObjectNode option, String valueFormatter) {
        ObjectNode legend = option.putObject("legend")
                .put("type", "plain")
                .put("left", 0)
                .put("top", 0)
                .put("itemWidth", 34)
                .put("inactiveColor", RULE);
        legend.putObject("textStyle").put("color", INK).put("fontSize", TEXT);
        ObjectNode tooltip = option.putObject("tooltip")
                .put("trigger", "axis")
                .put("confine", true)
                .put("backgroundColor", "var(--panel)")
                .put("borderColor", RULE)
                .put("valueFormatter", valueFormatter);
        tooltip.putObject("textStyle").put("color", INK).put("fontSize", TEXT);
        tooltip.putObject("axisPointer").putObject("lineStyle").put("color", MUTED);
    }

    /** Says above a tooltip's values where they are; {@code {value}} stands for the place. */
    static void place(ObjectNode axis, String formatter) {
        axis.putObject("axisPointer").putObject("label").put("precision", 0).put("formatter", formatter);
    }

    /** The horizontal axis, its name below it. */
    static ObjectNode xAxis(ObjectNode option, String type, String name) {
        return axis(option.putObject("xAxis"), type, name)
                .put("nameLocation", "middle")
                .put("nameGap", 34);
    }

    /** The vertical axis, its name above it. */
    static ObjectNode yAxis(ObjectNode option, String type, String name) {
        ObjectNode axis = axis(option.putObject("yAxis"), type, name)
                .put("nameLocation", "end")
                .put("nameGap", 14);
        // leftwards from the axis the name would leave the picture
        ((ObjectNode) axis.get("nameTextStyle")).put("align", "left");
        return axis;
    }

    /** A line without hover effects: ECharts cannot brighten a colour that is a variable. */
    static ObjectNode line(ArrayNode series, String name, String color, String lineType) {
        ObjectNode line =
                series.addObject().put("type", "line").put("name", name).put("color", color);
        line.putObject("lineStyle").put("width", 2).put("type", lineType).put("color", color);
        line.putObject("itemStyle").put("color", color);
        line.putObject("emphasis").put("disabled", true);
        return line;
    }

    /**
     * Makes room for whiskers on a series; each is a {@link #whisker}.
     *
     * @param crossbar pixels from end to end of the bar that closes a whisker, 0 for none
     */
    static ArrayNode whiskers(ObjectNode series, String color, String lineType, int crossbar) {
        ObjectNode lines = series.putObject("markLine").put("silent", true);
        if (crossbar > 0) {
            lines.putArray("symbol").add("rect").add("rect");
            lines.putArray("symbolSize").add(crossbar).add(2);
        } else {
            lines.put("symbol", "none");
        }
        lines.putObject("label").put("show", false);
        lines.putObject("lineStyle").put("color", color).put("type", lineType).put("width", 2);
        return lines.putArray("data");
    }

    /** A vertical whisker; {@code x} on an axis of categories is the category's index. */
    static void whisker(ArrayNode whiskers, double x, double low, double high) {
        ArrayNode ends = whiskers.addArray();
        ends.addObject().putArray("coord").add(x).add(low);
        ends.addObject().putArray("coord").add(x).add(high);
    }

    private static ObjectNode axis(ObjectNode axis, String type, String name) {
        axis.put("type", type).put("name", name);
        axis.putObject("nameTextStyle").put("color", MUTED).put("fontSize", TEXT);
        // the font again: ECharts makes room for these labels without looking at the option's text style
        axis.putObject("axisLabel")
                .put("color", MUTED)
                .put("fontSize", TEXT)
                .put("fontFamily", FONT)
                .put("lineHeight", LINE_HEIGHT)
                .put("hideOverlap", true);
        axis.putObject("axisLine").putObject("lineStyle").put("color", RULE);
        axis.putObject("axisTick").putObject("lineStyle").put("color", RULE);
        axis.putObject("splitLine").putObject("lineStyle").put("color", RULE);
        return axis;
    }
}
