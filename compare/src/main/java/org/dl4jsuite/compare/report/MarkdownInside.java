package org.dl4jsuite.compare.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.DamageCurve;
import org.dl4jsuite.compare.inside.HiddenNode;
import org.dl4jsuite.compare.inside.InsideView;

/** The networks run backwards, and the look into them, in Markdown. */
final class MarkdownInside {
    private MarkdownInside() {}

    static String backQuery(List<BackQueryImage> images) {
        if (images.isEmpty()) {
            return "No network was run backwards.\n\n";
        }
        MarkdownTable table = MarkdownTable.ofNumbers(List.of(
                "Label",
                "Largest difference of the two images",
                "scratch takes its image for",
                "DL4J takes its image for"));
        images.forEach(image -> table.row(List.of(
                String.valueOf(image.label()),
                Format.difference(image.maxDifference()),
                String.valueOf(image.scratchAnswer()),
                String.valueOf(image.dl4jAnswer()))));
        return paragraph(BackQueryTable.summary(images)) + table + "\n";
    }

    static String inside(List<InsideView> views) {
        if (views.isEmpty()) {
            return "No network was looked into.\n\n";
        }
        return InsideText.sentences(views).stream()
                        .map(MarkdownInside::paragraph)
                        .collect(Collectors.joining())
                + damage(views)
                + views.stream().map(MarkdownInside::nodes).collect(Collectors.joining());
    }

    private static String damage(List<InsideView> views) {
        MarkdownTable table = MarkdownTable.ofNumbers(Stream.concat(
                        Stream.of("Removed"),
                        views.stream()
                                .map(InsideView::network)
                                .flatMap(network ->
                                        Stream.of(network + ": without hidden nodes", network + ": without links")))
                .toList());
        List<DamageCurve.Point> shares = views.get(0).withoutNodes().points();
        for (int i = 0; i < shares.size(); i++) {
            int row = i;
            table.row(Stream.concat(
                            Stream.of(InsideText.share(shares.get(row))),
                            views.stream()
                                    .flatMap(view -> Stream.of(view.withoutNodes(), view.withoutLinks()))
                                    .map(curve ->
                                            InsideText.accuracy(curve.points().get(row))))
                    .toList());
        }
        return table + "\n";
    }

    private static String nodes(InsideView view) {
        MarkdownTable table =
                MarkdownTable.ofNumbers(List.of("Hidden node", "Accuracy lost without it", "Contribution"));
        for (HiddenNode node : view.nodes()) {
            table.row(List.of(
                    String.valueOf(node.node()),
                    Format.percent(node.accuracyLost()),
                    Format.significant(node.contribution())));
        }
        return "<details><summary>" + view.network()
                + ": the hidden nodes that matter most, then those that matter least" + "</summary>\n\n" + table
                + "\n</details>\n\n";
    }

    private static String paragraph(String plain) {
        return MarkdownTable.escape(plain) + "\n\n";
    }
}
