package org.dl4jsuite.compare.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Serializable;
import java.util.Comparator;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;

/**
 * One training of the digits' network, online and in the data set's order. Everything that its accuracies depend on, but
 * the images.
 *
 * @param side who trains, in its usual precision
 * @param variant the rule of learning
 * @param initialWeights the width of the initial weights' distribution
 * @param rotation degrees by which rotated copies of the training images are added either way; 0 adds none
 * @param hidden nodes
 * @param rate the learning rate
 * @param epochs times that all training images are shown
 * @param seed of the initial weights, as {@code numpy.random.seed}
 */
public record SweepConfiguration(
        Side side,
        Variant variant,
        InitialWeights initialWeights,
        double rotation,
        int hidden,
        double rate,
        int epochs,
        long seed)
        implements Serializable, Comparable<SweepConfiguration> {

    /** Field by field; those that share a data set come together. */
    private static final Comparator<SweepConfiguration> CANONICAL = Comparator.comparing(SweepConfiguration::side)
            .thenComparing(SweepConfiguration::variant)
            .thenComparing(SweepConfiguration::initialWeights)
            .thenComparingDouble(SweepConfiguration::rotation)
            .thenComparingInt(SweepConfiguration::hidden)
            .thenComparingDouble(SweepConfiguration::rate)
            .thenComparingInt(SweepConfiguration::epochs)
            .thenComparingLong(SweepConfiguration::seed);

    /** Compares by the canonical order, in which result files have their lines. */
    @Override
    public int compareTo(SweepConfiguration other) {
        return CANONICAL.compare(this, other);
    }

    /** Returns the canonical name: its JSON. */
    public String key() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers and names can always be written.", e);
        }
    }

    /** Returns what it has in common with the trainings that differ in epochs and seed only: both are 0. */
    public SweepConfiguration setting() {
        return withEpochs(0).withSeed(0);
    }

    /** Returns the same training, longer or shorter: it begins with the same steps. */
    public SweepConfiguration withEpochs(int changed) {
        return new SweepConfiguration(side, variant, initialWeights, rotation, hidden, rate, changed, seed);
    }

    /** Returns the same training from other initial weights. */
    public SweepConfiguration withSeed(long changed) {
        return new SweepConfiguration(side, variant, initialWeights, rotation, hidden, rate, epochs, changed);
    }

    /** Returns the same training on another side. */
    public SweepConfiguration on(Side other) {
        return new SweepConfiguration(other, variant, initialWeights, rotation, hidden, rate, epochs, seed);
    }

    /** Returns the network's layers, for example {@code 784-200-10}. */
    public String shape() {
        return spec().shape();
    }

    /** Returns the network. Online, the sum over one image is its mean, and cheaper for DL4J. */
    NetworkSpec spec() {
        return NetworkSpec.digits(hidden, rate, variant)
                .withReduction(Reduction.SUM)
                .withPrecision(side.usualPrecision());
    }

    /** Returns what it starts from: the same for all sides. */
    double[] drawWeights() {
        return initialWeights.draw(ScratchModel.network(spec()), new NumpyRandomState(seed));
    }
}
