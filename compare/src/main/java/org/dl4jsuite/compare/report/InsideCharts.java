package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.dl4jsuite.compare.inside.DamageCurve;
import org.dl4jsuite.compare.inside.InsideView;

/** Accuracy against damage. */
public final class InsideCharts {
    private static final int HEIGHT = 380;

    private InsideCharts() {}

    /** Accuracy against the share of hidden nodes taken away. */
    public static Chart withoutNodes(List<InsideView> views) {
        return chart("chart-without-nodes", "hidden nodes", views, InsideView::withoutNodes);
    }

    /** Accuracy against the share of links taken away. */
    public static Chart withoutLinks(List<InsideView> views) {
        return chart("chart-without-links", "links", views, InsideView::withoutLinks);
    }

    /** One line a network through the means; whiskers reach a standard deviation to either side. */
    private static Chart chart(
            String id, String parts, List<InsideView> views, Function<InsideView, DamageCurve> curve) {
        ObjectNode option = ChartParts.option();
        ChartParts.legendAndTooltip(option, "@percent");
        ObjectNode x = ChartParts.xAxis(option, "value", parts + " removed (%)");
        x.put("min", 0).put("max", 100);
        ChartParts.place(x, "{value} % removed");
        ChartParts.yAxis(option, "value", "test images right (%)").put("min", 0).put("max", 100);
        ArrayNode series = option.putArray("series");
        for (InsideView view : views) {
            NetworkStyle style = NetworkStyle.of(view.network(), view.precision());
            ObjectNode line = ChartParts.line(series, style.label(), style.color(), style.line());
            line.put("symbol", style.symbol())
                    .put("symbolSize", style.symbolSize())
                    .put("showAllSymbol", true);
            ArrayNode data = line.putArray("data");
            ArrayNode whiskers = ChartParts.whiskers(line, style.color(), style.line(), 0);
            for (DamageCurve.Point point : curve.apply(view).points()) {
                double share = 100 * point.share();
                data.addArray().add(share).add(100 * point.mean());
                ChartParts.whisker(
                        whiskers,
                        share,
                        100 * (point.mean() - point.standardDeviation()),
                        100 * (point.mean() + point.standardDeviation()));
            }
        }
        return new Chart(
                id,
                "Accuracy without " + parts,
                "Line chart: mean test accuracy against the share of " + parts + " removed, one line a network, with"
                        + " whiskers of a standard deviation. The table below holds the numbers.",
                HEIGHT,
                option);
    }
}
