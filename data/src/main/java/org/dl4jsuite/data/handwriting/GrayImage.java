package org.dl4jsuite.data.handwriting;

import java.util.Arrays;

/**
 * A picture with one number from 0 to 1 per pixel, row by row from the top left. Each use says whether 1 is light or ink.
 *
 * @param width pixels in a row
 * @param height rows
 * @param values (height, width); not copied
 */
record GrayImage(int width, int height, float[] values) {
    static final float NOTHING = Float.NaN;

    GrayImage {
        if (values.length != width * height) {
            throw new IllegalArgumentException("Must be one value per pixel: " + values.length + " values for " + width
                    + " x " + height + " pixels.");
        }
    }

    GrayImage(int width, int height) {
        this(width, height, new float[width * height]);
    }

    /** A new value for each pixel. */
    interface Change {
        float apply(int pixel, float value);
    }

    GrayImage map(Change change) {
        float[] changed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = change.apply(i, values[i]);
        }
        return new GrayImage(width, height, changed);
    }

    int longerSide() {
        return Math.max(width, height);
    }

    int shorterSide() {
        return Math.min(width, height);
    }

    double mean() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The value that a share of all pixels (0 to 1) does not exceed. */
    float quantile(double share) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** The same picture, area by area, no longer than {@code longest} pixels; itself if it is not longer now. */
    GrayImage atMost(int longest) {
        double pixel = (double) longerSide() / longest;
        return pixel <= 1
                ? this
                : window(
                        0,
                        0,
                        pixel,
                        (int) Math.max(1, Math.round(width / pixel)),
                        (int) Math.max(1, Math.round(height / pixel)),
                        NOTHING);
    }

    /** The same picture in another size, interpolated; for sizes that are not smaller. */
    GrayImage resized(int newWidth, int newHeight) {
        return newWidth == width && newHeight == height
                ? this
                : window(
                        0,
                        0,
                        Math.min((double) width / newWidth, (double) height / newHeight),
                        newWidth,
                        newHeight,
                        NOTHING);
    }

    /**
     * A part of the picture in another resolution. A pixel of the result is the mean of the area that it covers; where
     * the result is finer than the source, it is interpolated linearly, which is the mean over a square of one source
     * pixel.
     *
     * @param left of the window, in source pixels from the left edge
     * @param top of the window, in source pixels from the upper edge
     * @param pixel side of a result's pixel, in source pixels
     * @param outside what lies beyond the edges; with {@link #NOTHING} the mean is of what lies inside
     */
    GrayImage window(double left, double top, double pixel, int newWidth, int newHeight, float outside) {
        double[][] across = weights(left, pixel, newWidth, width);
        double[][] down = weights(top, pixel, newHeight, height);
        float[] narrow = new float[newWidth * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                narrow[y * newWidth + x] = weighted(across[x], y * width, 1, outside);
            }
        }
        GrayImage rows = new GrayImage(newWidth, height, narrow);
        float[] result = new float[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                result[y * newWidth + x] = rows.weighted(down[y], x, newWidth, outside);
            }
        }
        return new GrayImage(newWidth, newHeight, result);
    }

    /** For each result's pixel: the first source pixel, then the weights of it and its successors; their sum is at most 1. */
    private static double[][] weights(double start, double pixel, int count, int size) {
        double side = Math.max(pixel, 1);
        double[][] weights = new double[count][];
        for (int i = 0; i < count; i++) {
            double from = start + (i + 0.5) * pixel - side / 2;
            int first = Math.min(Math.max((int) Math.floor(from), 0), size);
            int last = Math.min(Math.max((int) Math.ceil(from + side), first), size);
            weights[i] = new double[1 + last - first];
            weights[i][0] = first;
            for (int s = first; s < last; s++) {
                weights[i][1 + s - first] = Math.max(0, Math.min(s + 1, from + side) - Math.max(s, from)) / side;
            }
        }
        return weights;
    }

    private float weighted(double[] firstAndWeights, int offset, int stride, float outside) {
        double sum = 0;
        double weight = 0;
        int at = offset + ((int) firstAndWeights[0]) * stride;
        for (int i = 1; i < firstAndWeights.length; i++, at += stride) {
            sum += firstAndWeights[i] * values[at];
            weight += firstAndWeights[i];
        }
        return (float) (Float.isNaN(outside) ? sum / weight : sum + (1 - weight) * outside);
    }

    /** The mean over a square of 2 radius + 1 pixels around each pixel, as far as it lies inside. */
    GrayImage blurred(int radius) {
        return radius == 0
                ? this
                : blurredRows(radius).transposed().blurredRows(radius).transposed();
    }

    private GrayImage blurredRows(int radius) {
        float[] result = new float[values.length];
        double[] sums = new double[width + 1];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sums[x + 1] = sums[x] + values[y * width + x];
            }
            for (int x = 0; x < width; x++) {
                int from = Math.max(0, x - radius);
                int to = Math.min(width, x + radius + 1);
                result[y * width + x] = (float) ((sums[to] - sums[from]) / (to - from));
            }
        }
        return new GrayImage(width, height, result);
    }

    /**
     * The largest value, then of these the smallest, in a square of 2 radius + 1 pixels: the morphological closing, which
     * fills whatever is darker than its surroundings and narrower than the square.
     */
    GrayImage closed(int radius) {
        GrayImage largest =
                largestInRows(radius).transposed().largestInRows(radius).transposed();
        GrayImage negative = largest.map((i, value) -> -value);
        return negative.largestInRows(radius)
                .transposed()
                .largestInRows(radius)
                .transposed()
                .map((i, value) -> -value);
    }

    private GrayImage largestInRows(int radius) {
        float[] result = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = Math.min(width, x + radius + 1);
                float largest = Float.NEGATIVE_INFINITY;
                for (int k = Math.max(0, x - radius); k < to; k++) {
                    largest = Math.max(largest, values[y * width + k]);
                }
                result[y * width + x] = largest;
            }
        }
        return new GrayImage(width, height, result);
    }

    /** Returns the image turned and mirrored as its {@link ExifOrientation} asks. */
    GrayImage turned(int orientation) {
        GrayImage base = orientation >= 5 ? transposed() : this;
        boolean mirrored = orientation % 4 == 2 || orientation % 4 == 3;
        boolean upsideDown = orientation % 4 == 3 || orientation % 4 == 0;
        return base.map((i, value) -> {
            int x = i % base.width;
            int y = i / base.width;
            int fromX = mirrored ? base.width - 1 - x : x;
            int fromY = upsideDown ? base.height - 1 - y : y;
            return base.values[fromY * base.width + fromX];
        });
    }

    private GrayImage transposed() {
        float[] result = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[x * height + y] = values[y * width + x];
            }
        }
        return new GrayImage(height, width, result);
    }
}
