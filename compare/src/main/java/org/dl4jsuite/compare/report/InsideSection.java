package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.inside.DamageCurve;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.data.Split;

/** What the hidden nodes hold, and how much damage the networks bear. */
final class InsideSection implements ReportSection {
    private static final double GOOD = 0.9;
    private static final double HALF = 0.5;

    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "inside",
                "Inside the networks",
                "What the hidden nodes hold, and how much of a network can be lost. A node matters by what its loss alone"
                        + " costs: the accuracy with it minus that without it. Then growing shares of the hidden nodes, or"
                        + " of the links of both layers, are taken away in random orders, the same for both networks;"
                        + " nothing is trained anew. The book says that a network bears such damage; here is how much.",
                report.inside().isEmpty()
                        ? List.of(Block.note("No network was looked into."))
                        : blocks(report.inside()));
    }

    private static List<Block> blocks(List<InsideView> views) {
        List<Block> blocks = new ArrayList<>();
        grouped(views, InsideSection::nodes).forEach(sentence -> blocks.add(Block.text(sentence)));
        grouped(views, InsideSection::damage).forEach(sentence -> blocks.add(Block.text(sentence)));
        blocks.add(new Block.Pair(List.of(
                chart("hidden nodes", views, InsideView::withoutNodes),
                chart("links", views, InsideView::withoutLinks))));
        blocks.add(damageTable(views));
        blocks.add(Block.note(
                "Accuracy is mean ± standard deviation over the random orders, on the first test images" + " only."));
        blocks.add(
                Block.note("Each picture below holds the 784 incoming weights of a hidden node: blue where ink excites"
                        + " it, orange where ink inhibits it, white at 0; the full colour is the node's own largest weight. It"
                        + " costs so much accuracy to lose the node alone; it adds so much to the outputs' weighted sums,"
                        + " |activation × outgoing weight|, summed over the outputs, mean over the images."));
        for (InsideView view : views) {
            blocks.add(new Block.Heading(
                    List.of(name(view), Span.of(": the hidden nodes that matter most, then those that matter least"))));
            blocks.add(gallery(view));
        }
        return blocks;
    }

    /** One line a network through the means; whiskers reach a standard deviation to either side. */
    static Chart chart(String parts, List<InsideView> views, Function<InsideView, DamageCurve> curve) {
        List<Series> lines = new ArrayList<>();
        for (InsideView view : views) {
            Series line = Series.of(name(view));
            for (DamageCurve.Point point : curve.apply(view).points()) {
                line.add(
                        100 * point.share(),
                        100 * point.mean(),
                        100 * (point.mean() - point.standardDeviation()),
                        100 * (point.mean() + point.standardDeviation()));
            }
            lines.add(line);
        }
        return new Chart(
                Chart.Kind.LINES,
                "Accuracy without " + parts,
                "Line chart: mean test accuracy against the share of " + parts + " removed, one line a network, with"
                        + " whiskers of a standard deviation. The table below holds the numbers.",
                Axis.of(parts + " removed (%)", Scale.LINEAR, "count").between(0, 100),
                Axis.of("test images right (%)", Scale.LINEAR, "percent").between(0, 100),
                lines);
    }

    private static Table damageTable(List<InsideView> views) {
        List<Integer> shares = IntStream.range(
                        0, views.get(0).withoutNodes().points().size())
                .boxed()
                .toList();
        Table.Builder<Integer> table = Table.ofNumbers(shares)
                .column(
                        "Removed",
                        i -> share(views.get(0).withoutNodes().points().get(i)));
        for (InsideView view : views) {
            table.column(
                            name(view),
                            "without hidden nodes",
                            i -> accuracy(view.withoutNodes().points().get(i)))
                    .column(
                            name(view),
                            "without links",
                            i -> accuracy(view.withoutLinks().points().get(i)));
        }
        return table.build();
    }

    private static Table gallery(InsideView view) {
        return Table.of(Table.Look.GALLERY, view.nodes())
                .column(
                        "Hidden node",
                        node -> Cell.of(
                                Pictures.ofWeights(node.weights(), "weights into hidden node " + node.node()),
                                Span.of(Tone.STRONG, "#" + node.node())))
                .column("costs", node -> Format.percent(node.accuracyLost()))
                .column("adds", node -> Format.significant(node.contribution()))
                .build();
    }

    private static Span name(InsideView view) {
        return NetworkName.of(view.network(), view.precision());
    }

    /** Mean and standard deviation: 90.10 % ± 0.64 %. */
    private static String accuracy(DamageCurve.Point point) {
        return Format.percent(point.mean()) + " ± " + Format.percent(point.standardDeviation());
    }

    /** A share of 1 without decimals: 5 %. */
    private static String share(DamageCurve.Point point) {
        return Math.round(100 * point.share()) + "\u00a0%";
    }

    /** What is true of both networks is said once. */
    private static List<String> grouped(List<InsideView> views, Function<InsideView, String> sentence) {
        Map<String, List<String>> networks = views.stream()
                .collect(Collectors.groupingBy(
                        sentence, LinkedHashMap::new, Collectors.mapping(InsideView::network, Collectors.toList())));
        return networks.entrySet().stream()
                .map(entry -> String.join(" and ", entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private static String nodes(InsideView view) {
        double[] lost = view.accuracyLost();
        int worst = IntStream.range(0, lost.length)
                .reduce((a, b) -> lost[b] > lost[a] ? b : a)
                .orElseThrow();
        long free = Arrays.stream(lost).filter(l -> l == 0).count();
        long better = Arrays.stream(lost).filter(l -> l < 0).count();
        return "the whole network gets " + Format.percent(view.accuracy()) + " of the first "
                + Format.count(view.testImages()) + " test images right. Losing one hidden node alone costs at most "
                + Format.percent(lost[worst]) + " of them (node " + worst + "); of "
                + Format.counted(lost.length, "node") + ", " + free
                + " can go alone at no cost, and without any one of "
                + better + " it is even a little better. An image more or less is "
                + Format.percent(1.0 / view.testImages()) + ".";
    }

    private static String damage(InsideView view) {
        return "of the " + Format.counted(view.withoutNodes().parts(), "hidden node") + ", "
                + thresholds(view.withoutNodes()) + "; of the "
                + Format.counted(view.withoutLinks().parts(), "link") + ", " + thresholds(view.withoutLinks()) + ".";
    }

    private static String thresholds(DamageCurve curve) {
        return threshold(curve, GOOD) + ", " + threshold(curve, HALF);
    }

    private static String threshold(DamageCurve curve, double accuracy) {
        DamageCurve.Point last = curve.lastAtLeast(accuracy);
        String wanted = Math.round(100 * accuracy) + "\u00a0%";
        return last == null
                ? "none can be lost at " + wanted + " accuracy, which even the whole network does not reach"
                : share(last) + " can be lost before accuracy falls below " + wanted;
    }
}
