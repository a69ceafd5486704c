package org.dl4jsuite.compare.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;

/**
 * The images that two networks give when they run backwards from the same label.
 *
 * @param label 0 to 9
 * @param scratch the from-scratch network's image: 784 values from 0.01 (background) to 0.99 (ink), row by row
 * @param dl4j DL4J's
 * @param maxDifference the largest |scratch - dl4j|
 * @param scratchAnswer what the from-scratch network takes its own image for
 * @param dl4jAnswer what DL4J takes its own image for
 */
public record BackQueryImage(
        int label, double[] scratch, double[] dl4j, double maxDifference, int scratchAnswer, int dl4jAnswer) {
    /**
     * The largest difference that two DOUBLE networks with the same weights may have. Rounding gives at most some 1e-12: a
     * sum over 200 links is good to 200 * 2^-53 = 2e-14 of its size, the rescaling divides by its spread, and the logit, with
     * a slope of 101 at 0.01 and 0.99, multiplies by a hundred a layer; usually it is 1e-15. A wrong term gives 1e-3 or more.
     */
    public static final double TOLERANCE = 1e-9;

    /** Returns an image per label, each from the targets of that label. */
    public static List<BackQueryImage> ofAllLabels(InspectableModel scratch, InspectableModel dl4j) {
        double[][] targets = new double[LabelledImages.CLASSES][LabelledImages.CLASSES];
        for (int label = 0; label < targets.length; label++) {
            Arrays.fill(targets[label], Scaling.OFF);
            targets[label][label] = Scaling.ON;
        }
        double[][] ofScratch = scratch.backQuery(targets);
        double[][] ofDl4j = dl4j.backQuery(targets);
        double[][] scratchAnswers = scratch.outputs(ofScratch);
        double[][] dl4jAnswers = dl4j.outputs(ofDl4j);
        List<BackQueryImage> images = new ArrayList<>();
        for (int label = 0; label < targets.length; label++) {
            images.add(new BackQueryImage(
                    label,
                    ofScratch[label],
                    ofDl4j[label],
                    Differences.largest(ofScratch[label], ofDl4j[label]),
                    Predictions.largest(scratchAnswers[label]),
                    Predictions.largest(dl4jAnswers[label])));
        }
        return images;
    }

    /** Returns the largest difference of all. */
    public static double largestDifference(List<BackQueryImage> images) {
        return images.stream().mapToDouble(BackQueryImage::maxDifference).max().orElse(0);
    }
}
