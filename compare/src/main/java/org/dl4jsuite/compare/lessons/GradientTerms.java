package org.dl4jsuite.compare.lessons;

import java.util.Map;
import java.util.Objects;
import org.dl4jsuite.compare.parity.Differences;

/** The products that a lesson's gradient adds up: delta times what goes into the layer, over all examples. */
final class GradientTerms {
    private GradientTerms() {}

    /**
     * Returns the sum over the examples of the largest |delta_j a_i|, of the layer where that is largest. The gradient itself
     * may be far smaller, where the examples' terms cancel.
     *
     * @param quantities what the lesson computes, see {@link org.dl4jsuite.scratch.lessons.Lesson#quantities()}
     * @return 0 if the lesson names no deltas
     */
    static double size(Map<String, double[][]> quantities) {
        double largest = 0;
        for (int layer = 1; quantities.containsKey("delta" + layer); layer++) {
            double[][] into = Objects.requireNonNull(quantities.get(layer == 1 ? "x" : "a" + (layer - 1)));
            double[][] deltas = Objects.requireNonNull(quantities.get("delta" + layer));
            double sum = 0;
            for (int example = 0; example < deltas.length; example++) {
                sum += Differences.magnitude(deltas[example]) * Differences.magnitude(into[example]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
