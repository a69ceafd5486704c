package org.dl4jsuite.compare.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.jspecify.annotations.Nullable;

/**
 * A network's accuracy against the share of its parts that are taken away at random.
 *
 * @param parts how many there are: hidden nodes, or links
 * @param points by ascending share, the first with nothing taken away
 */
public record DamageCurve(int parts, List<Point> points) {
    private static final double[] SHARES = {0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    /** Random orders of the parts; each is followed from the first share to the last. */
    static final int DRAWS = 5;
    /** Evaluations of a network for one curve. */
    static final int EVALUATIONS = 1 + (SHARES.length - 1) * DRAWS;

    /**
     * The accuracy with one share of the parts taken away.
     *
     * @param share of 1
     * @param removed the share as a number of parts
     * @param accuracies one per draw
     * @param mean of the accuracies
     * @param standardDeviation of the accuracies
     */
    public record Point(double share, int removed, List<Double> accuracies, double mean, double standardDeviation) {
        static Point of(double share, int removed, double[] accuracies) {
            return new Point(
                    share,
                    removed,
                    Arrays.stream(accuracies).boxed().toList(),
                    Mean.of(accuracies).getAsDouble(),
                    StandardDeviation.of(accuracies).getAsDouble());
        }
    }

    /**
     * Measures a curve and returns it.
     *
     * @param seed of the random orders: two networks of one seed lose the same parts
     * @param accuracyWithout the accuracy without the parts of these indices
     * @param progress counts evaluations
     */
    static DamageCurve measure(int parts, long seed, ToDoubleFunction<int[]> accuracyWithout, Progress progress) {
        NumpyRandomState random = new NumpyRandomState(seed);
        double[][] accuracies = new double[SHARES.length][DRAWS];
        Arrays.fill(accuracies[0], accuracyWithout.applyAsDouble(new int[0])); // the same for every order
        progress.advance(1);
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] order = Split.randomOrder(parts, n -> (int) (random.randomSample() * n));
            for (int s = 1; s < SHARES.length; s++) {
                accuracies[s][draw] = accuracyWithout.applyAsDouble(Arrays.copyOf(order, removed(s, parts)));
                progress.advance(1);
            }
        }
        List<Point> points = new ArrayList<>();
        for (int s = 0; s < SHARES.length; s++) {
            points.add(Point.of(SHARES[s], removed(s, parts), accuracies[s]));
        }
        return new DamageCurve(parts, points);
    }

    /** Returns the largest share up to which the mean accuracy is never below {@code accuracy}, or null if there is none. */
    public @Nullable Point lastAtLeast(double accuracy) {
        Point last = null;
        for (Point point : points) {
            if (point.mean() < accuracy) {
                break;
            }
            last = point;
        }
        return last;
    }

    private static int removed(int s, int parts) {
        return (int) Math.round(SHARES[s] * parts);
    }
}
