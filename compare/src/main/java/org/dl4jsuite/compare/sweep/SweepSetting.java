package org.dl4jsuite.compare.sweep;

import java.util.Comparator;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;

/**
 * What trainings have in common that differ in seed and epochs only. The fields are those of {@link SweepConfiguration}.
 */
public record SweepSetting(
        Side side, Variant variant, InitialWeights initialWeights, double rotation, int hidden, double rate)
        implements Comparable<SweepSetting> {

    /** As in {@link SweepConfiguration}. */
    private static final Comparator<SweepSetting> CANONICAL = Comparator.comparing(SweepSetting::configuration);

    static SweepSetting of(SweepConfiguration configuration) {
        return new SweepSetting(
                configuration.side(),
                configuration.variant(),
                configuration.initialWeights(),
                configuration.rotation(),
                configuration.hidden(),
                configuration.rate());
    }

    private SweepConfiguration configuration() {
        return with(0, 0);
    }

    /** One training of this setting. */
    public SweepConfiguration with(int epochs, long seed) {
        return new SweepConfiguration(side, variant, initialWeights, rotation, hidden, rate, epochs, seed);
    }

    /** The same on another side. */
    public SweepSetting on(Side other) {
        return new SweepSetting(other, variant, initialWeights, rotation, hidden, rate);
    }

    /** Its network, for example {@code 784-200-10}. */
    public String shape() {
        return with(1, 0).spec().shape();
    }

    @Override
    public int compareTo(SweepSetting other) {
        return CANONICAL.compare(this, other);
    }
}
