package org.dl4jsuite.compare.parity;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The distance of two arrays of the same length. What is not finite, on one side or on both, is infinitely far apart. */
public final class Differences {
    private Differences() {}

    /** Returns the index of the largest |a - b|. */
    public static int worst(double[] a, double[] b) {
        requireSameLength(a, b);
        return indexOfLargest(a.length, i -> difference(a[i], b[i]));
    }

    /** Returns the largest |a - b|; infinite if anything is not finite. */
    public static double largest(double[] a, double[] b) {
        int worst = worst(a, b);
        return difference(a[worst], b[worst]);
    }

    /** Returns the index of the element that uses most of its tolerance; the first that is not finite, if any is. */
    static int worst(double[] a, double[] b, double[] tolerances) {
        requireSameLength(a, b);
        return indexOfLargest(a.length, i -> share(a[i], b[i], tolerances[i]));
    }

    private static int indexOfLargest(int length, IntToDoubleFunction value) {
        int index = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            double each = value.applyAsDouble(i);
            if (each > largest) {
                index = i;
                largest = each;
            }
        }
        return index;
    }

    /** Returns the largest share that an element uses of its tolerance. */
    static double largestShare(double[] a, double[] b, double[] tolerances) {
        int worst = worst(a, b, tolerances);
        return share(a[worst], b[worst], tolerances[worst]);
    }

    /** Returns |a - b| as a share of the tolerance: up to 1 they agree. Infinite if any of the three is not finite. */
    static double share(double a, double b, double tolerance) {
        if (!Double.isFinite(tolerance)) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = difference(a, b);
        return difference == 0 ? 0 : difference / tolerance;
    }

    /** Returns the largest |a - b| in units in the last place of the larger of the two; infinite if anything is not finite. */
    public static double largestInUlps(double[] a, double[] b) {
        requireSameLength(a, b);
        int worst = indexOfLargest(a.length, i -> ulps(a[i], b[i]));
        return ulps(a[worst], b[worst]);
    }

    private static double ulps(double a, double b) {
        double difference = difference(a, b);
        return Double.isInfinite(difference) ? difference : difference / Math.ulp(Math.max(Math.abs(a), Math.abs(b)));
    }

    /** Returns the largest |a|. */
    public static double magnitude(double[] a) {
        return Arrays.stream(a).map(Math::abs).max().orElse(0);
    }

    private static double difference(double a, double b) {
        double difference = Math.abs(a - b);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    private static void requireSameLength(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Must be same length: " + a.length + " vs " + b.length);
        }
    }
}
