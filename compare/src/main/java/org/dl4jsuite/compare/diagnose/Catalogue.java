package org.dl4jsuite.compare.diagnose;

import java.util.List;
import java.util.stream.Stream;

/** All mistakes that diagnose knows by name, as far as a step can have them. */
final class Catalogue {
    /** Numbers that are rounded to float32 are no mistake, and are recognised before any cause is tried. */
    static final String FLOAT32 = "float32";

    static final String ROWS_SHUFFLED = "rows-shuffled";

    private Catalogue() {}

    /** The causes, the more usual of two that give the same numbers first. */
    static List<Cause> of(Step step) {
        return Stream.of(
                        ScaleCauses.of(step),
                        BackwardCauses.of(step),
                        StepCauses.of(step),
                        ForwardCauses.of(step),
                        DataCauses.of(step),
                        OrderCauses.of(step),
                        Shuffles.ofTargets(step))
                .flatMap(List::stream)
                .toList();
    }
}
