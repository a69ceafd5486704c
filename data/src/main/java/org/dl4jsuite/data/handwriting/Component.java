package org.dl4jsuite.data.handwriting;

import ij.process.FloatProcessor;
import ij.process.FloodFiller;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pixels of a mask that hang together, corners included.
 *
 * @param pixels their places in the image, row by row
 * @param bounds the smallest rectangle around them
 */
record Component(int[] pixels, Rectangle bounds) {

    /** Returns all components of a mask, whose pixels are 0 or not. */
    static List<Component> of(ImageProcessor mask) {
        int width = mask.getWidth();
        FloatProcessor labels = new FloatProcessor(width, mask.getHeight());
        IntStream.range(0, mask.getPixelCount()).forEach(i -> labels.setf(i, mask.getf(i) == 0 ? 0 : -1));
        FloodFiller filler = new FloodFiller(labels);
        int label = 0;
        for (int i = 0; i < mask.getPixelCount(); i++) {
            if (labels.getf(i) < 0) {
                labels.setValue(++label);
                filler.fill8(i % width, i / width);
            }
        }
        Collection<List<Integer>> components = IntStream.range(0, mask.getPixelCount())
                .boxed()
                .filter(i -> labels.getf(i) > 0)
                .collect(Collectors.groupingBy(labels::getf))
                .values();
        return components.stream()
                .map(pixels -> pixels.stream().mapToInt(Integer::intValue).toArray())
                .map(pixels -> new Component(pixels, bounds(pixels, width)))
                .toList();
    }

    /** Returns the smallest rectangle around pixels of an image of this width; there must be at least one. */
    static Rectangle bounds(int[] pixels, int width) {
        IntSummaryStatistics x = Arrays.stream(pixels).map(i -> i % width).summaryStatistics();
        IntSummaryStatistics y = Arrays.stream(pixels).map(i -> i / width).summaryStatistics();
        return new Rectangle(x.getMin(), y.getMin(), x.getMax() - x.getMin() + 1, y.getMax() - y.getMin() + 1);
    }

    int longerSide() {
        return Math.max(bounds.width, bounds.height);
    }

    /** Returns the sum of an image's values over the component. */
    double sum(ImageProcessor image) {
        return Arrays.stream(pixels).mapToDouble(image::getf).sum();
    }
}
