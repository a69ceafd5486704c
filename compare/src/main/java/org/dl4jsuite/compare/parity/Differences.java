package org.dl4jsuite.compare.parity;

/** The distance of two arrays of the same length. A NaN on either side is the largest difference there is. */
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

    /** The largest |a - b|; infinite if there is a NaN. */
    public static double largest(double[] a, double[] b) {
        int worst = worst(a, b);
        return difference(a[worst], b[worst]);
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
