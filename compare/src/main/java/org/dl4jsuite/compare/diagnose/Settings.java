package org.dl4jsuite.compare.diagnose;

import java.util.List;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of the network; what is null is left to the dump or to the default.
 *
 * @param activations one per layer of links; a single one stands for all
 * @param loss E of one example
 * @param reduction over the batch
 * @param rate the learning rate
 */
public record Settings(
        @Nullable List<Activation> activations,
        @Nullable Loss loss,
        @Nullable Reduction reduction,
        @Nullable Double rate) {
    public static final Settings UNSET = new Settings(null, null, null, null);

    /** Returns these settings, and where they say nothing the others. */
    public Settings or(Settings others) {
        return new Settings(
                activations == null ? others.activations : activations,
                loss == null ? others.loss : loss,
                reduction == null ? others.reduction : reduction,
                rate == null ? others.rate : rate);
    }
}
