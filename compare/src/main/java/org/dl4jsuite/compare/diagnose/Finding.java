package org.dl4jsuite.compare.diagnose;

import org.jspecify.annotations.Nullable;

/**
 * A mistake that explains every number of a dump, alone or together with another.
 *
 * @param id of the kind of mistake
 * @param sentence what was done instead, and the line to change
 * @param restoresWithin the largest difference that is left once it is undone, relative to the largest value of its tensor
 * @param with the id of the other mistake that it takes, or null if it explains everything alone
 */
public record Finding(
        String id,
        String sentence,
        double restoresWithin,
        @Nullable String with) {

    /** Returns the mistake in one line. */
    public String describe() {
        return id + (with == null ? "" : " (together with " + with + ")") + ": " + sentence;
    }
}
