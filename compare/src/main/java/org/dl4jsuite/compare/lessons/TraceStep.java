package org.dl4jsuite.compare.lessons;

import java.util.Map;
import java.util.Objects;

/**
 * Everything that one step computes on both sides.
 *
 * @param iteration counted from 0
 * @param quantities by name, in the order of the computation: the parameters before the step (W1, b1, …), what the lesson
 *     computes (x, t, z1, a1, …), the loss E, what the source prints as the error, the gradient (dW1, db1, …), and the
 *     parameters after the step (W1 after, …), unless none was taken
 */
public record TraceStep(int iteration, Map<String, TracedQuantity> quantities) {
    /**
     * Returns a quantity that the lesson has.
     *
     * @throws NullPointerException if it has none of this name
     */
    public TracedQuantity quantity(String name) {
        return Objects.requireNonNull(quantities.get(name), name);
    }
}
