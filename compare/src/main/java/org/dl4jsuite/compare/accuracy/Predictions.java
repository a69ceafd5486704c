package org.dl4jsuite.compare.accuracy;

import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.data.LabelledImages;

/** What a network takes images for: the class of its largest output. */
public final class Predictions {
    /** Images a query; the answers do not depend on it. */
    private static final int BATCH = 100;

    private Predictions() {}

    /** One prediction an image. */
    public static int[] of(Learner learner, LabelledImages images) {
        int[] predictions = new int[images.size()];
        for (int from = 0; from < images.size(); from += BATCH) {
            int to = Math.min(from + BATCH, images.size());
            double[][] outputs = learner.outputs(images.inputs(from, to));
            for (int i = from; i < to; i++) {
                predictions[i] = largest(outputs[i - from]);
            }
        }
        return predictions;
    }

    /** The index of the largest output; the first one if there are several. */
    public static int largest(double[] outputs) {
        int largest = 0;
        for (int k = 1; k < outputs.length; k++) {
            if (outputs[k] > outputs[largest]) {
                largest = k;
            }
        }
        return largest;
    }
}
