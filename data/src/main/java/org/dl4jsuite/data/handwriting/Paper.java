package org.dl4jsuite.data.handwriting;

import java.util.List;
import java.util.stream.IntStream;

/** From a picture in colour to the darkness of its ink: transparency, colour, light on dark and shadows taken away. */
final class Paper {
    /** Colours that differ by less from their mean are those of one pen. */
    private static final double ONE_COLOUR = 0.1;
    /** Wider than any stroke, narrower than a shadow: share of the shorter side. */
    private static final double WIDER_THAN_STROKES = 0.2;
    /** Light is even enough between pixels of a picture of this size. */
    private static final int LIGHT_SIDE = 250;
    /** A lop-sidedness (third standardised moment) that no picture half full of ink has. */
    private static final double CLEARLY_SKEWED = 0.6;

    private static final double HALF = 0.5;
    /** Paper in the deepest shadow, where darkness would divide by next to nothing. */
    private static final float DARKEST_PAPER = 0.02f;
    /** The degrees of the six polynomials of a quadratic function of x and y. */
    private static final int[] DEGREES_X = {0, 1, 0, 2, 1, 0};

    private static final int[] DEGREES_Y = {0, 0, 1, 0, 1, 2};
    /** The fit hardly changes after so many repetitions. */
    private static final int ROUNDS = 12;
    /** Paper's own noise about the trend. */
    private static final float NOT_YET_INK = 0.03f;

    private Paper() {}

    /**
     * Puts what is transparent onto paper. If most of the picture is opaque, that is the paper, and its colour goes on
     * behind the rest; otherwise what is opaque is ink, and the paper is white, or black for light ink.
     *
     * @return red, green and blue
     */
    static List<GrayImage> flattened(Picture picture) {
        GrayImage opacity = picture.opacity();
        double share = opacity.mean();
        if (share >= 1) {
            return picture.colours();
        }
        double[] mean = picture.colours().stream()
                .mapToDouble(colour -> colour.mean() / Math.max(share, 1e-9))
                .toArray();
        boolean isPaper = share > HALF && spread(picture, mean, share) > ONE_COLOUR;
        double white = mean[0] + mean[1] + mean[2] < 3 * HALF ? 1 : 0;
        return IntStream.range(0, 3)
                .mapToObj(c -> {
                    double behind = isPaper ? mean[c] : white;
                    return picture.colours().get(c).map((i, value) ->
                            (float) (value + (1 - opacity.values()[i]) * behind));
                })
                .toList();
    }

    /** Root mean square distance of the opaque pixels' colours from their mean. */
    private static double spread(Picture picture, double[] mean, double share) {
        double sum = 0;
        float[] opacity = picture.opacity().values();
        for (int c = 0; c < mean.length; c++) {
            float[] values = picture.colours().get(c).values();
            for (int i = 0; i < values.length; i++) {
                if (opacity[i] > 0) {
                    double difference = values[i] / opacity[i] - mean[c];
                    sum += opacity[i] * difference * difference;
                }
            }
        }
        return Math.sqrt(sum / (share * opacity.length));
    }

    /** As the eye weighs red, green and blue (ITU-R BT.601): what the book's image reader does. */
    static GrayImage luminance(List<GrayImage> colours) {
        return weighted(colours, new double[] {0.299, 0.587, 0.114});
    }

    /**
     * Grey along the direction in which the colours differ most (the first principal component), so that red on green of
     * the same brightness is still seen. Of a grey picture it is the grey itself.
     */
    static GrayImage grey(List<GrayImage> colours) {
        double[] axis = {1, 1, 1};
        double[][] covariance = covariance(colours);
        for (int step = 0; step < 100; step++) { // power iteration
            double[] next = new double[3];
            double size = 0;
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    next[a] += covariance[a][b] * axis[b];
                }
                size = Math.max(size, Math.abs(next[a]));
            }
            if (size < 1e-12) {
                return luminance(colours); // one colour everywhere
            }
            for (int a = 0; a < 3; a++) {
                axis[a] = next[a] / size;
            }
        }
        return weighted(colours, axis);
    }

    private static double[][] covariance(List<GrayImage> colours) {
        double[][] covariance = new double[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                float[] first = colours.get(a).values();
                float[] second = colours.get(b).values();
                double meanOfFirst = colours.get(a).mean();
                double meanOfSecond = colours.get(b).mean();
                for (int i = 0; i < first.length; i++) {
                    covariance[a][b] += (first[i] - meanOfFirst) * (second[i] - meanOfSecond) / first.length;
                }
            }
        }
        return covariance;
    }

    /** Stays within 0 to 1: a negative weight counts what its colour lacks. */
    private static GrayImage weighted(List<GrayImage> colours, double[] weights) {
        double total = Math.abs(weights[0]) + Math.abs(weights[1]) + Math.abs(weights[2]);
        double sign = Math.signum(weights[0] + weights[1] + weights[2]) < 0 ? -1 : 1;
        return colours.get(0).map((i, red) -> {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                double weight = sign * weights[c] / total;
                double value = colours.get(c).values()[i];
                sum += weight < 0 ? -weight * (1 - value) : weight * value;
            }
            return (float) Math.min(1, Math.max(0, sum));
        });
    }

    /**
     * Whether light ink lies on dark paper. Ink is the lesser part: against the mean of its surroundings, which evens out
     * shadows, the picture is skewed towards it. If it is hardly skewed, the paper is what lies along the edges.
     */
    static boolean isLightOnDark(GrayImage grey) {
        GrayImage small = grey.atMost(LIGHT_SIDE);
        GrayImage around = small.blurred((int) Math.max(1, Math.round(WIDER_THAN_STROKES * small.shorterSide())));
        GrayImage residual = small.map((i, value) -> value - around.values()[i]);
        double mean = residual.mean();
        double second = 0;
        double third = 0;
        for (float value : residual.values()) {
            double difference = value - mean;
            second += difference * difference;
            third += difference * difference * difference;
        }
        int count = residual.values().length;
        double skewness = third / count / Math.pow(second / count + 1e-12, 1.5);
        if (Math.abs(skewness) > CLEARLY_SKEWED) {
            return skewness > 0;
        }
        return edges(small) < (small.quantile(0.02f) + small.quantile(0.98f)) / 2;
    }

    /** The mean of the outermost pixels. */
    private static double edges(GrayImage image) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < image.height(); y++) {
            boolean whole = y == 0 || y == image.height() - 1;
            for (int x = 0; x < image.width(); x += whole ? 1 : image.width() - 1) {
                sum += image.values()[y * image.width() + x];
                count++;
            }
        }
        return sum / count;
    }

    /**
     * How much darker each pixel is than the paper would be there, as a share of the paper: 0 for paper, towards 1 for
     * black ink.
     *
     * <p>The paper's brightness is the closing with a square that no stroke fills, which keeps the hard edge of a shadow but
     * not a gradient down to the picture's edge; or that of the picture without its smooth {@link #trend}, which keeps the
     * gradient but not the hard edge. Neither is darker than the paper, so the darker of the two is right.
     */
    static GrayImage darkness(GrayImage darkOnLight) {
        GrayImage small = darkOnLight.atMost(LIGHT_SIDE);
        int radius = (int) Math.max(2, Math.round(WIDER_THAN_STROKES * small.shorterSide()));
        GrayImage closed = small.closed(radius);
        GrayImage trend = trend(small);
        GrayImage even = small.map((i, value) -> value / trend.values()[i]).closed(radius);
        GrayImage paper = closed.map((i, value) -> Math.min(value, even.values()[i] * trend.values()[i]))
                .resized(darkOnLight.width(), darkOnLight.height());
        return darkOnLight.map((i, value) -> {
            float light = Math.max(paper.values()[i], DARKEST_PAPER);
            return Math.min(1, Math.max(0, (light - value) / light));
        });
    }

    /**
     * The paper's brightness as a quadratic function of the place, fitted by least squares in Legendre polynomials. What
     * is darker than the fit, ink above all, is taken for the fit itself when it is repeated, so that it does not count.
     */
    private static GrayImage trend(GrayImage image) {
        float mean = (float) image.mean();
        GrayImage fit = image.map((i, value) -> mean);
        for (int round = 0; round < ROUNDS; round++) {
            GrayImage before = fit;
            GrayImage paper = image.map((i, value) -> Math.max(value, before.values()[i] - NOT_YET_INK));
            GrayImage next = new GrayImage(image.width(), image.height());
            for (int degree = 0; degree < DEGREES_X.length; degree++) {
                GrayImage basis = basis(image, DEGREES_X[degree], DEGREES_Y[degree]);
                double product = 0;
                double square = 0;
                for (int i = 0; i < basis.values().length; i++) {
                    product += paper.values()[i] * basis.values()[i];
                    square += basis.values()[i] * basis.values()[i];
                }
                float coefficient = (float) (product / square);
                for (int i = 0; i < basis.values().length; i++) {
                    next.values()[i] += coefficient * basis.values()[i];
                }
            }
            fit = next;
        }
        return fit.map((i, value) -> Math.max(value, DARKEST_PAPER));
    }

    /** The product of two Legendre polynomials of the place, from -1 at one edge to 1 at the other. */
    private static GrayImage basis(GrayImage image, int degreeX, int degreeY) {
        return image.map((i, value) -> {
            int column = i % image.width();
            int row = i / image.width();
            double x = (2.0 * column + 1) / image.width() - 1;
            double y = (2.0 * row + 1) / image.height() - 1;
            return (float) (legendre(degreeX, x) * legendre(degreeY, y));
        });
    }

    private static double legendre(int degree, double x) {
        return switch (degree) {
            case 0 -> 1;
            case 1 -> x;
            default -> (3 * x * x - 1) / 2;
        };
    }
}
