package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The order of the targets that sums over the batch betray.
 *
 * <p>A gradient changes by a part of its own for each example that has another's target. The order whose parts add up to the
 * user's gradient is looked for by exchanging two rows as long as that comes nearer, from several random starts. Whether what
 * is found explains everything is for the comparison to say.
 */
final class TargetOrder {
    private static final int STARTS = 40;
    private static final long SEED = 1;
    private static final int MAX_ROWS = 32;
    /** So many numbers are looked at. */
    private static final int NUMBERS = 64;

    /** The weights of a layer with more of them are not looked at, unless it is the last. */
    private static final int MANY_WEIGHTS = 5000;
    /** What is left of a difference counts as rounding if it is this small beside it. */
    private static final double NOTHING = 1e-12;
    /** An exchange of equal targets changes nothing but roundings, and is no improvement. */
    private static final double LESS = 1 - 1e-6;

    /** What changes if a row has the target of another. */
    private final double[][][] parts;
    /** What the user's gradients differ by. */
    private final double[] wanted;

    private TargetOrder(double[][][] parts, double[] wanted) {
        this.parts = parts;
        this.wanted = wanted;
    }

    /**
     * Returns the order that comes nearest to the user's gradients.
     *
     * @param under what the step gives with the targets in a certain order
     */
    static Optional<int[]> of(Step step, Function<int[], Computation> under) {
        List<Quantity> sums = step.given().keySet().stream()
                .filter(quantity -> isSum(step, quantity))
                .toList();
        int batch = step.batch();
        if (sums.isEmpty() || step.targets() == null || batch == 1 || batch > MAX_ROWS) {
            return Optional.empty();
        }
        int[] asTheyAre = IntStream.range(0, batch).toArray();
        double[] right = numbers(under.apply(asTheyAre), sums, false);
        double[] wanted = difference(numbers(under.apply(asTheyAre), sums, true), right);
        double[][][] parts = new double[batch][batch][];
        for (int row = 0; row < batch; row++) {
            for (int target = 0; target < batch; target++) {
                int[] order = asTheyAre.clone();
                order[row] = target;
                parts[row][target] = difference(numbers(under.apply(order), sums, false), right);
            }
        }
        return new TargetOrder(parts, wanted).search();
    }

    private static boolean isSum(Step step, Quantity quantity) {
        return switch (quantity.kind()) {
            case WEIGHTED_SUM, ACTIVATION, OUTPUT, LOSS -> false;
            case WEIGHT_GRADIENT, BIAS_GRADIENT, WEIGHT_AFTER, BIAS_AFTER ->
                quantity.layer() == step.last()
                        || step.weights().get(quantity.layer()).value().length <= MANY_WEIGHTS;
        };
    }

    private static double[] numbers(Computation computation, List<Quantity> quantities, boolean given) {
        double[] all = quantities.stream()
                .map(quantity -> given ? computation.given(quantity) : computation.of(quantity))
                .flatMapToDouble(values -> Arrays.stream(values.value()))
                .toArray();
        int count = Math.min(NUMBERS, all.length);
        return IntStream.range(0, count)
                .mapToDouble(i -> all[(int) ((long) i * all.length / count)])
                .toArray();
    }

    private static double[] difference(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    private Optional<int[]> search() {
        Random random = new Random(SEED);
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, parts.length).boxed().toList());
        int[] best = null;
        double least = Double.POSITIVE_INFINITY;
        double nothing = NOTHING * squares(wanted);
        for (int start = 0; start < STARTS && !(least <= nothing); start++) {
            int[] order = shuffled.stream().mapToInt(row -> row).toArray();
            double left = improve(order);
            if (left < least) {
                least = left;
                best = order;
            }
            Collections.shuffle(shuffled, random);
        }
        return Optional.ofNullable(best).filter(order -> !Shuffles.isIdentity(order));
    }

    /** Exchanges two rows of the order as long as that helps; returns the square of what is left. */
    private double improve(int[] order) {
        double[] left = wanted.clone();
        for (int row = 0; row < order.length; row++) {
            for (int i = 0; i < left.length; i++) {
                left[i] -= parts[row][order[row]][i];
            }
        }
        double least = squares(left);
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int a = 0; a < order.length; a++) {
                for (int b = a + 1; b < order.length; b++) {
                    double squares = squaresIfExchanged(left, order, a, b);
                    if (squares < LESS * least) {
                        least = squares;
                        for (int i = 0; i < left.length; i++) {
                            left[i] += change(order, a, b, i);
                        }
                        int row = order[a];
                        order[a] = order[b];
                        order[b] = row;
                        improved = true;
                    }
                }
            }
        }
        return least;
    }

    private double squaresIfExchanged(double[] left, int[] order, int a, int b) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            double value = left[i] + change(order, a, b, i);
            sum += value * value;
        }
        return sum;
    }

    /** What is left more of number i if rows a and b of the order are exchanged. */
    private double change(int[] order, int a, int b, int i) {
        return parts[a][order[a]][i] + parts[b][order[b]][i] - parts[a][order[b]][i] - parts[b][order[a]][i];
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
