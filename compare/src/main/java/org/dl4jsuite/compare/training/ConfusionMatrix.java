package org.dl4jsuite.compare.training;

import com.fasterxml.jackson.annotation.JsonValue;
import org.dl4jsuite.data.LabelledImages;

/**
 * How often each label was taken for each other.
 *
 * @param counts [label][prediction]
 */
public record ConfusionMatrix(@JsonValue int[][] counts) {

    /** The matrix of one prediction an image. */
    public static ConfusionMatrix of(LabelledImages images, int[] predictions) {
        int[][] counts = new int[LabelledImages.CLASSES][LabelledImages.CLASSES];
        for (int i = 0; i < predictions.length; i++) {
            counts[images.label(i)][predictions[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** The share of images on the diagonal. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int label = 0; label < counts.length; label++) {
            right += counts[label][label];
            for (int count : counts[label]) {
                all += count;
            }
        }
        return (double) right / all;
    }
}
