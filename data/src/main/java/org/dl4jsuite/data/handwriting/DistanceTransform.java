package org.dl4jsuite.data.handwriting;

import java.util.Arrays;

/**
 * The Euclidean distance of each pixel to the nearest pixel of a set, exact.
 *
 * <p>Source: P. Felzenszwalb and D. Huttenlocher, <i>Distance Transforms of Sampled Functions</i>, Theory of Computing 8
 * (2012): the squared distance is the lower envelope of parabolas, first along the columns, then along the rows.
 */
final class DistanceTransform {
    /** Further away than any pixel; its square root and sums of it stay exact enough. */
    private static final double FAR = 1e12;

    private DistanceTransform() {}

    /**
     * Distances between pixel centres, in pixels; 0 in the set itself, {@code 1e6} everywhere if the set is empty.
     *
     * @param set (height, width)
     */
    static GrayImage of(boolean[] set, int width, int height) {
        double[] squares = new double[set.length];
        for (int i = 0; i < set.length; i++) {
            squares[i] = set[i] ? 0 : FAR;
        }
        for (int x = 0; x < width; x++) {
            line(squares, x, width, height);
        }
        for (int y = 0; y < height; y++) {
            line(squares, y * width, 1, width);
        }
        GrayImage distances = new GrayImage(width, height);
        Arrays.setAll(squares, i -> Math.sqrt(squares[i]));
        for (int i = 0; i < squares.length; i++) {
            distances.values()[i] = (float) squares[i];
        }
        return distances;
    }

    /** One row or column, in place: min over q of (p - q)^2 + f(q). */
    private static void line(double[] squares, int offset, int stride, int length) {
        double[] f = new double[length];
        for (int q = 0; q < length; q++) {
            f[q] = squares[offset + q * stride];
        }
        int[] vertex = new int[length]; // of the k-th parabola of the envelope
        double[] start = new double[length]; // from where on it is the lowest
        int last = 0;
        start[0] = Double.NEGATIVE_INFINITY;
        for (int q = 1; q < length; q++) {
            double crossing = crossing(f, vertex[last], q);
            while (crossing <= start[last]) {
                last--;
                crossing = crossing(f, vertex[last], q);
            }
            last++;
            vertex[last] = q;
            start[last] = crossing;
        }
        int k = 0;
        for (int p = 0; p < length; p++) {
            while (k < last && start[k + 1] < p) {
                k++;
            }
            double distance = p - vertex[k];
            squares[offset + p * stride] = Math.min(FAR, distance * distance + f[vertex[k]]);
        }
    }

    private static double crossing(double[] f, int p, int q) {
        return (f[q] + (double) q * q - f[p] - (double) p * p) / (2.0 * (q - p));
    }
}
