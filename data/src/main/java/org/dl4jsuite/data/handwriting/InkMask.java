package org.dl4jsuite.data.handwriting;

import ij.plugin.filter.RankFilters;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells ink from paper: noise, the edge of the paper, ruled lines and specks of dirt are taken away.
 *
 * <p>Paper's noise is measured by the median and the median absolute deviation, which ink, being the lesser part, hardly
 * moves; ink is what stands out of it.
 */
final class InkMask {
    /** Standard deviations of the paper's noise that ink stands out by. */
    private static final double ABOVE_NOISE = 3.5;
    /** What only just stands out, by fewer standard deviations in the mean, is the noise's own tail. */
    private static final double CLEARLY_ABOVE_NOISE = 5;
    /** The standard deviation of a normal distribution in median absolute deviations. */
    private static final double DEVIATION_BY_MAD = 1.4826;
    /** Ink is darker than paper by this share of it at least. */
    private static final double FAINTEST = 0.06;
    /** From here on ink counts as full; up to its mirror image towards the paper as none. Shares of paper to ink. */
    private static final double FULL = 0.85;
    /** Grains of chalk that lie closer than this belong together: share of the shorter side. */
    private static final double GRAINS = 0.012;
    /** A piece of less than this share of the largest one is dirt. */
    private static final double SPECK = 0.05;
    /** A digit is longer than this share of the picture's longer side, and than this many pixels. */
    private static final double SHORTEST = 0.03;

    private static final int MIN_PIXELS = 4;
    /** What lies on the picture's edge with more than this share of its length is no digit but the table, or a shadow. */
    private static final double ALONG_THE_EDGE = 0.2;
    /** A line from edge to edge that is thinner than this share of the shorter side is ruled. */
    private static final double RULED = 0.05;
    /** Smoothing before the threshold, share of the longer side. */
    private static final double SMOOTHING = 1 / 400.0;

    private InkMask() {}

    /**
     * Returns how much ink there is in each pixel: 0 none to 1 full, with soft edges.
     *
     * @param darkness as {@link Paper#darkness} gives it
     * @return empty if there is none
     */
    static Optional<ImageProcessor> of(ImageProcessor darkness) {
        ImageProcessor smooth = darkness.duplicate();
        filter(smooth, (int) Math.round(SMOOTHING * longerSide(darkness)), RankFilters.MEAN);
        double paper = median(smooth);
        ImageProcessor noise = smooth.duplicate();
        noise.subtract(paper);
        noise.abs();
        double deviation = DEVIATION_BY_MAD * median(noise);
        float floor = (float) (paper + Math.max(FAINTEST, ABOVE_NOISE * deviation));
        ImageProcessor strength = withoutSurroundings(smooth, floor, (float) paper);
        double ink = level(strength, floor, paper);
        if (Double.isNaN(ink) || ink < paper + CLEARLY_ABOVE_NOISE * deviation) {
            return Optional.empty();
        }
        double none = Math.min(Math.max(paper + 2 * deviation, paper + (1 - FULL) * (ink - paper)), (paper + ink) / 2);
        double full = paper + FULL * (ink - paper);
        strength.subtract(none);
        strength.multiply(1 / (full - none));
        strength.min(0);
        strength.max(1);
        return withoutSpecks(strength);
    }

    private static double median(ImageProcessor image) {
        float[] sorted = ((float[]) image.getPixels()).clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /**
     * Returns the darkness of the ink itself, or NaN if nothing stands out of the noise: the mean of all darkness above
     * the paper's, weighted by its square, so that the remains of a shadow or the strokes' soft edges hardly count.
     */
    private static double level(ImageProcessor image, float floor, double paper) {
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < image.getPixelCount(); i++) {
            if (image.getf(i) > floor) {
                double above = image.getf(i) - paper;
                squares += above * above;
                cubes += above * above * above;
            }
        }
        return paper + cubes / squares;
    }

    /**
     * Sets what is no digit to paper: what lies along the edges, and ruled lines. A picture that is cropped to its digit
     * has ink along its edges too, and stays as it is.
     */
    private static ImageProcessor withoutSurroundings(ImageProcessor smooth, float floor, float paper) {
        List<Component> components = Component.of(above(smooth, floor));
        List<Component> surroundings =
                components.stream().filter(c -> isSurrounding(c, smooth)).toList();
        boolean digitLeft = components.stream()
                .anyMatch(c -> edgePixels(c, smooth) == 0 && c.longerSide() > 2 * SHORTEST * longerSide(smooth));
        if (surroundings.isEmpty() || !digitLeft) {
            return smooth;
        }
        ImageProcessor gone = mask(surroundings, smooth);
        ImageProcessor near = gone.duplicate();
        filter(near, 1 + GRAINS * shorterSide(smooth), RankFilters.MAX);
        for (int i = 0; i < smooth.getPixelCount(); i++) {
            if (gone.get(i) > 0 || (near.get(i) > 0 && smooth.getf(i) <= floor)) {
                smooth.setf(i, paper);
            }
        }
        return smooth;
    }

    private static long edgePixels(Component component, ImageProcessor image) {
        int width = image.getWidth();
        return Arrays.stream(component.pixels())
                .filter(i -> i % width == 0
                        || i % width == width - 1
                        || i / width == 0
                        || i / width == image.getHeight() - 1)
                .count();
    }

    private static boolean isSurrounding(Component component, ImageProcessor image) {
        boolean alongTheEdge = edgePixels(component, image) > ALONG_THE_EDGE * component.longerSide();
        boolean across = component.bounds().width == image.getWidth() || component.bounds().height == image.getHeight();
        double thickness = (double) component.pixels().length / component.longerSide();
        return alongTheEdge || (across && thickness < RULED * shorterSide(image));
    }

    private static Optional<ImageProcessor> withoutSpecks(ImageProcessor strength) {
        double near = Math.floor(GRAINS * shorterSide(strength));
        ImageProcessor grown = above(strength, 0.5f);
        filter(grown, near, RankFilters.MAX);
        List<Component> pieces = Component.of(grown);
        double largest = pieces.stream().mapToDouble(c -> c.sum(strength)).max().orElse(0);
        List<Component> kept =
                pieces.stream().filter(c -> c.sum(strength) >= SPECK * largest).toList();
        double shortest = Math.max(MIN_PIXELS, SHORTEST * longerSide(strength));
        if (kept.stream().noneMatch(c -> c.longerSide() - 2 * near >= shortest)) {
            return Optional.empty();
        }
        ImageProcessor around = mask(kept, strength);
        filter(around, 1.5 + 2 * GRAINS * shorterSide(strength), RankFilters.MAX);
        for (int i = 0; i < strength.getPixelCount(); i++) {
            strength.setf(i, around.get(i) > 0 ? strength.getf(i) : 0);
        }
        return Optional.of(strength);
    }

    /** Returns the mask of all pixels above a value. */
    static ByteProcessor above(ImageProcessor image, float floor) {
        ByteProcessor mask = new ByteProcessor(image.getWidth(), image.getHeight());
        for (int i = 0; i < image.getPixelCount(); i++) {
            mask.set(i, image.getf(i) > floor ? 255 : 0);
        }
        return mask;
    }

    private static ByteProcessor mask(List<Component> components, ImageProcessor image) {
        ByteProcessor mask = new ByteProcessor(image.getWidth(), image.getHeight());
        components.forEach(component -> Arrays.stream(component.pixels()).forEach(i -> mask.set(i, 255)));
        return mask;
    }

    /** Replaces each pixel by the mean or the largest value in a circle; a radius of 0 changes nothing. */
    private static void filter(ImageProcessor image, double radius, int rank) {
        if (radius > 0) {
            new RankFilters().rank(image, radius, rank);
        }
    }

    private static int longerSide(ImageProcessor image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static int shorterSide(ImageProcessor image) {
        return Math.min(image.getWidth(), image.getHeight());
    }
}
