package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
                "What the hidden nodes have learned, and how much of a network can be lost. A node's importance is the"
                        + " accuracy with it minus the accuracy without it. Then growing shares of the hidden nodes, or of"
                        + " the links of both layers, are removed in random orders, the same for both networks, without"
                        + " retraining. The book says that a network survives such damage; this measures how much.",
                report.inside().isEmpty()
                        ? List.of(Block.note("No network was looked into."))
                        : blocks(report.inside()));
    }

    private static List<Block> blocks(List<InsideView> views) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(sentences(views, InsideSection::nodes));
        blocks.addAll(sentences(views, InsideSection::damage));
        blocks.add(new Block.Pair(List.of(
                chart("hidden nodes", views, InsideView::withoutNodes),
                chart("links", views, InsideView::withoutLinks))));
        blocks.add(damageTable(views));
        blocks.add(Block.note(
                "Accuracy is the mean ± standard deviation over the random orders, on the first test images only."));
        blocks.add(Block.note(
                "Each picture below shows the 784 incoming weights of a hidden node: blue where ink excites it,"
                        + " orange where ink inhibits it, white at 0; the full colour is the node's own largest weight."
                        + " “Costs” is the accuracy lost without the node. “Adds” is its part in the outputs' weighted sums:"
                        + " |activation × outgoing weight|, summed over the outputs, mean over the images."));
        for (InsideView view : views) {
            blocks.add(
                    new Block.Heading(List.of(name(view), Span.of(": the most and the least important hidden nodes"))));
            blocks.add(gallery(view));
        }
        return blocks;
    }

    /** Returns a line per network through the means; whiskers reach a standard deviation to either side. */
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
                "Line chart: mean test accuracy against the share of " + parts + " removed, one line per network, with"
                        + " whiskers of a standard deviation. The table below holds the numbers.",
                Axis.of(parts + " removed (%)", Scale.LINEAR, "count").between(0, 100),
                Axis.of("test images right (%)", Scale.LINEAR, "percent").between(0, 100),
                lines);
    }

    private static Table damageTable(List<InsideView> views) {
        List<DamageCurve.Point> shares = views.get(0).withoutNodes().points();
        Table.Builder<Integer> table = Table.ofNumbers(
                        IntStream.range(0, shares.size()).boxed().toList())
                .column("Removed", i -> share(shares.get(i)));
        for (InsideView view : views) {
            table.column(name(view), "without hidden nodes", i -> accuracy(view.withoutNodes(), i))
                    .column(name(view), "without links", i -> accuracy(view.withoutLinks(), i));
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

    /** Returns mean and standard deviation: 90.10 % ± 0.64 %. */
    private static String accuracy(DamageCurve curve, int i) {
        DamageCurve.Point point = curve.points().get(i);
        return Format.percent(point.mean()) + " ± " + Format.percent(point.standardDeviation());
    }

    /** Returns a share of 1 without decimals: 5 %. */
    private static String share(DamageCurve.Point point) {
        return Math.round(100 * point.share()) + "\u00a0%";
    }

    /** Returns a sentence on each network; what is true of both is said once. */
    private static List<Block> sentences(List<InsideView> views, Function<InsideView, String> sentence) {
        Map<String, String> networks = new LinkedHashMap<>();
        views.forEach(
                view -> networks.merge(sentence.apply(view), view.network(), (one, other) -> one + " and " + other));
        List<Block> blocks = new ArrayList<>();
        networks.forEach((text, names) -> blocks.add(Block.text(names + ": " + text)));
        return blocks;
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
                + Format.percent(lost[worst]) + " of them (node " + worst + "). Of "
                + Format.counted(lost.length, "node") + ", losing any one of " + free
                + " alone costs nothing, and losing any one of " + better + " even helps a little. One image is "
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
