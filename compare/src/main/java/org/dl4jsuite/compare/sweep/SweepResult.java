package org.dl4jsuite.compare.sweep;

import java.io.Serializable;
import java.util.List;
import org.dl4jsuite.compare.Provenance;

/**
 * What a training gave. All but the last two is the same wherever the same kernels run it.
 *
 * @param configuration what was trained
 * @param accuracy the share of test images right, after each epoch
 * @param loss E of one training image, averaged over each epoch, each taken before the step on it
 * @param seconds that training and testing took, with whatever else ran on the machine
 * @param origin the machine and software
 */
public record SweepResult(
        SweepConfiguration configuration, List<Double> accuracy, List<Double> loss, double seconds, Provenance origin)
        implements Serializable {
    public SweepResult {
        accuracy = List.copyOf(accuracy);
        loss = List.copyOf(loss);
        if (accuracy.size() != configuration.epochs() || loss.size() != configuration.epochs()) {
            throw new IllegalArgumentException(configuration.epochs()
                    + " epochs have as many accuracies and losses: got " + accuracy.size() + " and " + loss.size());
        }
    }

    /** The same with another origin. */
    SweepResult from(Provenance changed) {
        return new SweepResult(configuration, accuracy, loss, seconds, changed);
    }

    /** The accuracy after an epoch, from 1. */
    public double accuracyAfter(int epoch) {
        return accuracy.get(epoch - 1);
    }
}
