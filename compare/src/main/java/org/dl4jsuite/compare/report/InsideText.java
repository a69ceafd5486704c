package org.dl4jsuite.compare.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.inside.DamageCurve;
import org.dl4jsuite.compare.inside.InsideView;

/** What a look into networks shows, in sentences; what is true of both is said once. */
public final class InsideText {
    private static final double GOOD = 0.9;
    private static final double HALF = 0.5;

    private InsideText() {}

    /** About the nodes, then about the damage. */
    public static List<String> sentences(List<InsideView> views) {
        return Stream.of(grouped(views, InsideText::nodes), grouped(views, InsideText::damage))
                .flatMap(List::stream)
                .toList();
    }

    /** Mean and standard deviation: 90.10 % ± 0.64 %. */
    public static String accuracy(DamageCurve.Point point) {
        return Format.percent(point.mean()) + " ± " + Format.percent(point.standardDeviation());
    }

    /** A share of 1 without decimals: 5 %. */
    public static String share(DamageCurve.Point point) {
        return Math.round(100 * point.share()) + "\u00a0%";
    }

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
