package org.dl4jsuite.compare.parity;

/** The distance of two arrays of the same length. What is not finite, on one side or on both, is infinitely far apart. */
public final class Differences {
    private Differences() {}

    /** The index of the largest |a - b|. */
    public static int worst(double[] a, double[] b) {
        requireSameLength(a, b);
        int worst = 0;
        for (int i = 1; i < a.length; i++) {
            if (difference(a[i], b[i]) > difference(a[worst], b[worst])) {
                worst = i;
            }
        }
        return worst;
    }

    /** The largest |a - b|; infinite if anything is not finite. */
    public static double largest(double[] a, double[] b) {
        int worst = worst(a, b);
        return difference(a[worst], b[worst]);
    }

    /** The index of the element that uses most of its tolerance; the first that is not finite, if there is one. */
    static int worst(double[] a, double[] b, double[] tolerances) {
        requireSameLength(a, b);
        int worst = 0;
        for (int i = 1; i < a.length; i++) {
            if (share(a[i], b[i], tolerances[i]) > share(a[worst], b[worst], tolerances[worst])) {
                worst = i;
            }
        }
        return worst;
    }

    /** The largest share that an element uses of its tolerance. */
    static double largestShare(double[] a, double[] b, double[] tolerances) {
        int worst = worst(a, b, tolerances);
        return share(a[worst], b[worst], tolerances[worst]);
    }

    /** |a - b| as a share of the tolerance: up to 1 the two agree. Infinite if any of the three is not finite. */
    static double share(double a, double b, double tolerance) {
        if (!Double.isFinite(tolerance)) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = difference(a, b);
        return difference == 0 ? 0 : difference / tolerance;
    }

    /** The largest |a - b| in units in the last place of the larger of the two. */
    public static double largestInUlps(double[] a, double[] b) {
        requireSameLength(a, b);
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = difference(a[i], b[i]);
            if (difference > 0) {
                largest = Math.max(largest, difference / Math.ulp(Math.max(Math.abs(a[i]), Math.abs(b[i]))));
            }
        }
        return largest;
    }

    /** The largest |a|. */
    public static double magnitude(double[] a) {
        double largest = 0;
        for (double value : a) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
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
