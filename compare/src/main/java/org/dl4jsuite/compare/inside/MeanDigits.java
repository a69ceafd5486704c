package org.dl4jsuite.compare.inside;

import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;

/** The mean image of each class. */
public final class MeanDigits {
    private MeanDigits() {}

    /** The mean inputs of the images of each label, (10, 784); all 0 for a label without images. */
    public static double[][] of(LabelledImages images) {
        double[][] means = new double[LabelledImages.CLASSES][LabelledImages.PIXELS];
        int[] counts = new int[LabelledImages.CLASSES];
        for (int i = 0; i < images.size(); i++) {
            double[] sums = means[images.label(i)];
            counts[images.label(i)]++;
            for (int k = 0; k < LabelledImages.PIXELS; k++) {
                sums[k] += Scaling.input(images.pixel(i, k));
            }
        }
        for (int label = 0; label < means.length; label++) {
            for (int k = 0; k < LabelledImages.PIXELS; k++) {
                means[label][k] /= Math.max(1, counts[label]);
            }
        }
        return means;
    }
}
