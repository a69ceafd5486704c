package org.dl4jsuite.data.handwriting;

import ij.measure.Measurements;
import ij.plugin.filter.BackgroundSubtracter;
import ij.plugin.filter.RankFilters;
import ij.process.Blitter;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;

/** From a picture in colour to the darkness of its ink: transparency, colour, light on dark and shadows taken away. */
final class Paper {
    static final int WHITE = 255;
    /** As the eye weighs red, green and blue (ITU-R BT.601): what the book's image reader does. */
    static final double[] LUMINANCE = {0.299, 0.587, 0.114};

    /** Opaque colours that differ by less from their mean are those of one pen. */
    private static final double ONE_COLOUR = 25;
    /** Wider than any stroke, narrower than a shadow: share of the shorter side. */
    private static final double WIDER_THAN_STROKES = 0.2;
    /** A lop-sidedness (third standardised moment) that no picture half full of ink has. */
    private static final double CLEARLY_SKEWED = 0.6;
    /** Paper in the deepest shadow, where darkness would divide by next to nothing. */
    private static final double DARKEST_PAPER = 5;
    /** So many pixels, evenly spread, tell in which direction the colours differ. */
    private static final int COLOUR_SAMPLES = 20_000;

    private Paper() {}

    /**
     * Puts what is transparent onto paper. If most of the picture is opaque, that is the paper, and its mean colour goes
     * on behind the rest; otherwise what is opaque is ink, and the paper is white, or black for light ink.
     */
    static void flatten(ImageProcessor picture) {
        double opaque = 0;
        double[] sums = new double[3];
        double squares = 0;
        for (int i = 0; i < picture.getPixelCount(); i++) {
            double opacity = opacity(picture, i);
            opaque += opacity;
            for (int c = 0; c < 3; c++) {
                sums[c] += opacity * colour(picture, i, c);
                squares += opacity * colour(picture, i, c) * colour(picture, i, c);
            }
        }
        double count = Math.max(opaque, 1e-9);
        double[] mean = Arrays.stream(sums).map(sum -> sum / count).toArray();
        double variance = squares / count - Arrays.stream(mean).map(m -> m * m).sum();
        boolean isPaper = 2 * opaque > picture.getPixelCount() && variance > ONE_COLOUR * ONE_COLOUR;
        double plain = Arrays.stream(mean).sum() < 3 * WHITE / 2.0 ? WHITE : 0;
        for (int i = 0; i < picture.getPixelCount(); i++) {
            double opacity = opacity(picture, i);
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double behind = isPaper ? mean[c] : plain;
                rgb = rgb << 8 | (int) Math.round(opacity * colour(picture, i, c) + (1 - opacity) * behind);
            }
            picture.set(i, rgb);
        }
    }

    private static double opacity(ImageProcessor picture, int i) {
        return (picture.get(i) >>> 24) / (double) WHITE;
    }

    /** Returns red, green or blue of a pixel, 0 to 255. */
    private static int colour(ImageProcessor picture, int i, int channel) {
        return picture.get(i) >> (16 - 8 * channel) & 0xff;
    }

    /**
     * Returns the direction in which the colours differ most (the first principal component), so that red on green of
     * the same brightness is still seen. Of a grey picture it is the grey itself.
     */
    static double[] contrast(ImageProcessor picture) {
        int every = 1 + picture.getPixelCount() / COLOUR_SAMPLES;
        double[][] samples = new double[(picture.getPixelCount() + every - 1) / every][3];
        for (int s = 0; s < samples.length; s++) {
            for (int c = 0; c < 3; c++) {
                samples[s][c] = colour(picture, s * every, c);
            }
        }
        return new EigenDecomposition(new Covariance(samples).getCovarianceMatrix())
                .getEigenvector(0)
                .toArray();
    }

    /** Returns a mix of the colours, 0 to 255: a negative weight counts what its colour lacks. */
    static FloatProcessor grey(ImageProcessor picture, double[] weights) {
        double sign = weights[0] + weights[1] + weights[2] < 0 ? -1 : 1;
        double total = Arrays.stream(weights).map(Math::abs).sum();
        FloatProcessor grey = new FloatProcessor(picture.getWidth(), picture.getHeight());
        for (int i = 0; i < grey.getPixelCount(); i++) {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                double weight = sign * weights[c] / total;
                int value = colour(picture, i, c);
                sum += weight < 0 ? -weight * (WHITE - value) : weight * value;
            }
            grey.setf(i, (float) sum);
        }
        return grey;
    }

    /**
     * Returns whether light ink lies on dark paper. Ink is the lesser part: against the mean of its surroundings, which
     * evens out shadows, the picture is skewed towards it. If it is hardly skewed, the paper lies along the edges.
     */
    static boolean isLightOnDark(ImageProcessor grey) {
        ImageProcessor around = grey.duplicate();
        new RankFilters().rank(around, radius(grey), RankFilters.MEAN);
        ImageProcessor residual = grey.duplicate();
        residual.copyBits(around, 0, 0, Blitter.SUBTRACT);
        double skewness = ImageStatistics.getStatistics(residual, Measurements.SKEWNESS, null).skewness;
        if (Math.abs(skewness) > CLEARLY_SKEWED) {
            return skewness > 0;
        }
        ImageProcessor inside = grey.duplicate();
        inside.setRoi(1, 1, grey.getWidth() - 2, grey.getHeight() - 2);
        inside = inside.crop();
        double sum = grey.getStats().mean * grey.getPixelCount();
        double sumInside = inside.getStats().mean * inside.getPixelCount();
        double edges = (sum - sumInside) / (grey.getPixelCount() - inside.getPixelCount());
        return edges < (grey.getStats().min + grey.getStats().max) / 2;
    }

    private static double radius(ImageProcessor image) {
        return Math.max(2, WIDER_THAN_STROKES * Math.min(image.getWidth(), image.getHeight()));
    }

    /**
     * Returns how much darker each pixel is than paper would be there, as a share of the paper: 0 for paper, towards 1 for
     * black ink. A ball that is too large for any stroke rolls along the paper's brightness (S. Sternberg, <i>Biomedical
     * Image Processing</i>, IEEE Computer 16, 1983).
     */
    static FloatProcessor darkness(ImageProcessor darkOnLight) {
        ImageProcessor paper = darkOnLight.duplicate();
        new BackgroundSubtracter().rollingBallBackground(paper, radius(paper), true, true, false, true, true);
        FloatProcessor darkness = new FloatProcessor(paper.getWidth(), paper.getHeight());
        for (int i = 0; i < darkness.getPixelCount(); i++) {
            double light = Math.max(paper.getf(i), DARKEST_PAPER);
            darkness.setf(i, (float) Math.min(1, Math.max(0, (light - darkOnLight.getf(i)) / light)));
        }
        return darkness;
    }
}
