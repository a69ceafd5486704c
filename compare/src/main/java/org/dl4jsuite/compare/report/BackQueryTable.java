package org.dl4jsuite.compare.report;

import java.util.List;
import java.util.function.Function;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.MeanDigits;
import org.dl4jsuite.data.LabelledImages;

/**
 * Networks run backwards, as a page shows it: a column a label.
 *
 * @param summary the figures in a sentence
 * @param labels of the columns
 * @param rows the mean digits, then one a network; none if no network was run backwards
 */
public record BackQueryTable(String summary, List<Integer> labels, List<Row> rows) {

    /**
     * A row of pictures.
     *
     * @param name whose they are
     * @param pictures data URIs, one a label
     * @param answers what the network takes its own images for; empty for the mean digits
     */
    public record Row(String name, List<String> pictures, List<Integer> answers) {}

    /** The table of these images, with the mean digits of {@code training} above them. */
    public static BackQueryTable of(List<BackQueryImage> images, LabelledImages training) {
        List<Integer> labels = images.stream().map(BackQueryImage::label).toList();
        if (images.isEmpty()) {
            return new BackQueryTable("", labels, List.of());
        }
        double[][] means = MeanDigits.of(training);
        return new BackQueryTable(
                summary(images),
                labels,
                List.of(
                        new Row("mean training image", pictures(images, image -> means[image.label()]), List.of()),
                        new Row(
                                "scratch",
                                pictures(images, BackQueryImage::scratch),
                                images.stream()
                                        .map(BackQueryImage::scratchAnswer)
                                        .toList()),
                        new Row(
                                "DL4J",
                                pictures(images, BackQueryImage::dl4j),
                                images.stream().map(BackQueryImage::dl4jAnswer).toList())));
    }

    /** The figures in a sentence. */
    public static String summary(List<BackQueryImage> images) {
        long byScratch = images.stream()
                .filter(image -> image.scratchAnswer() == image.label())
                .count();
        long byDl4j = images.stream()
                .filter(image -> image.dl4jAnswer() == image.label())
                .count();
        return "The two networks' images differ by at most "
                + Format.difference(BackQueryImage.largestDifference(images))
                + " in a value from 0.01 to 0.99. Shown its own images, scratch takes " + byScratch + " of "
                + images.size() + " for their labels, DL4J " + byDl4j + ".";
    }

    private static List<String> pictures(List<BackQueryImage> images, Function<BackQueryImage, double[]> inputs) {
        return images.stream()
                .map(image -> Png.dataUri(DigitImage.ofInputs(inputs.apply(image))))
                .toList();
    }
}
