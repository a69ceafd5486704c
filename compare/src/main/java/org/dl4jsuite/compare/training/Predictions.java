package org.dl4jsuite.compare.training;

import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.data.LabelledImages;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** What a network takes images for: the class of its largest output. */
public final class Predictions {
    /** Images per query; the answers do not depend on it. */
    static final int BATCH = 100;

    private Predictions() {}

    /** Returns one prediction per image. */
    public static int[] of(Learner learner, LabelledImages images) {
        return of(learner, images, InputChecksum.none());
    }

    /** The same, with the checksum of what the network is asked; DL4J reads its own iterator. */
    static int[] of(Learner learner, LabelledImages images, InputChecksum checksum) {
        int[] predictions = new int[images.size()];
        if (learner instanceof Dl4jModel dl4j) {
            DataSetIterator digits = checksum.watch(images, BATCH);
            for (int from = 0; digits.hasNext(); from += BATCH) {
                try (INDArray outputs = dl4j.output(digits.next().getFeatures())) {
                    note(outputs.toDoubleMatrix(), from, predictions);
                }
            }
            return predictions;
        }
        for (int from = 0; from < images.size(); from += BATCH) {
            int to = Math.min(from + BATCH, images.size());
            double[][] inputs = images.inputs(from, to);
            checksum.add(inputs, images.targets(from, to));
            note(learner.outputs(inputs), from, predictions);
        }
        return predictions;
    }

    private static void note(double[][] outputs, int from, int[] predictions) {
        for (int i = 0; i < outputs.length; i++) {
            predictions[from + i] = largest(outputs[i]);
        }
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
