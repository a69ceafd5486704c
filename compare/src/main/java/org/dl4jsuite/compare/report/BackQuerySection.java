package org.dl4jsuite.compare.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;
import org.dl4jsuite.data.Split;

/** The networks run backwards: what each thinks a label looks like. */
public final class BackQuerySection implements ReportSection {
    private static final String EXPLANATION =
            "What does a network think a digit looks like? The targets of a label (0.99 for its output, 0.01 for the"
                    + " others) go back through each layer: the inverse of the sigmoid, the transposed weights, then"
                    + " rescaling to 0.01 … 0.99, as in Tariq Rashid's Make Your Own Neural Network. The label calls for ink"
                    + " where the image is dark and for paper where it is light. This does not invert the network. The first"
                    + " row shows the mean of the label's training images for comparison.";

    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "back_query",
                "Back-query: the networks run backwards",
                EXPLANATION,
                report.backQuery().isEmpty()
                        ? List.of(Block.note("No network was run backwards."))
                        : blocks(report.backQuery(), split.train()));
    }

    /**
     * Returns a page of these images alone.
     *
     * @param network its layers, for example 784-200-10
     * @param training whose mean digits stand beside the images
     */
    public static Document page(String network, List<BackQueryImage> images, LabelledImages training) {
        String title = network + " run backwards";
        return Document.of(title, summary(images), EXPLANATION, blocks(images, training));
    }

    /** Returns the figures in a sentence. */
    public static String summary(List<BackQueryImage> images) {
        return "The two networks' images differ by at most "
                + Format.difference(BackQueryImage.largestDifference(images))
                + " in a value from 0.01 to 0.99. Shown its own images, scratch takes "
                + right(images, BackQueryImage::scratchAnswer) + " of " + images.size() + " for their labels, DL4J "
                + right(images, BackQueryImage::dl4jAnswer) + ".";
    }

    private static long right(List<BackQueryImage> images, ToIntFunction<BackQueryImage> answer) {
        return images.stream()
                .filter(image -> answer.applyAsInt(image) == image.label())
                .count();
    }

    private static List<Block> blocks(List<BackQueryImage> images, LabelledImages training) {
        double[][] means = means(training);
        Map<String, Function<BackQueryImage, Cell>> rows = new LinkedHashMap<>();
        rows.put(
                "mean training image",
                image -> Cell.of(Pictures.ofInputs(means[image.label()], "mean training image of " + image.label())));
        rows.put("scratch", image -> cell("scratch", image.scratch(), image.label(), image.scratchAnswer()));
        rows.put("DL4J", image -> cell("DL4J", image.dl4j(), image.label(), image.dl4jAnswer()));
        rows.put("largest difference", image -> Cell.of(Span.of(Format.difference(image.maxDifference()))));
        Table.Builder<Map.Entry<String, Function<BackQueryImage, Cell>>> table =
                Table.of(Table.Look.PICTURES, rows.entrySet()).column("Label", Map.Entry::getKey);
        images.forEach(image -> table.column(
                String.valueOf(image.label()), row -> row.getValue().apply(image)));
        return List.of(Block.text(summary(images)), table.build());
    }

    /** Returns the mean inputs of the images of each label, (10, 784); all 0 for a label without images. */
    static double[][] means(LabelledImages images) {
        double[][] means = new double[LabelledImages.CLASSES][LabelledImages.PIXELS];
        int[] counts = new int[LabelledImages.CLASSES];
        for (int i = 0; i < images.size(); i++) {
            counts[images.label(i)]++;
            for (int k = 0; k < LabelledImages.PIXELS; k++) {
                means[images.label(i)][k] += Scaling.input(images.pixel(i, k));
            }
        }
        for (int label = 0; label < means.length; label++) {
            double[] sums = means[label];
            int count = Math.max(1, counts[label]);
            Arrays.setAll(sums, k -> sums[k] / count);
        }
        return means;
    }

    private static Cell cell(String side, double[] inputs, int label, int answer) {
        return Cell.of(
                Pictures.ofInputs(inputs, side + " of " + label),
                Span.of(Tone.of(answer == label), "takes it for " + answer));
    }
}
