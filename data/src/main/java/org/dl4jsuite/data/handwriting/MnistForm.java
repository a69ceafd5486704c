package org.dl4jsuite.data.handwriting;

import ij.measure.Measurements;
import ij.plugin.filter.EDM;
import ij.plugin.filter.RankFilters;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import java.util.Set;
import java.util.stream.IntStream;
import org.dl4jsuite.data.LabelledImages;

/**
 * The form that MNIST's makers gave their digits: fitted into 20 x 20 pixels keeping its proportions, with the grey levels
 * that area averaging gives, then moved by whole pixels so that the centre of mass lies in the middle of 28 x 28.
 *
 * <p>Source: Y. LeCun, C. Cortes and C. Burges, <i>The MNIST database of handwritten digits</i>.
 */
final class MnistForm {
    /** MNIST's box for a digit. */
    private static final int BOX = 20;
    /** Strokes of MNIST's digits are at least so wide, and a thinner one is thickened to it, in pixels of MNIST. */
    private static final double STROKE = 2.2;
    /** Strokes are measured with so many pixels to one of MNIST's. */
    private static final double FINE = 6;
    /** Less ink than this in a pixel is not what a digit begins with. */
    private static final float VISIBLE = 0.1f;

    private MnistForm() {}

    /** Returns the part of a picture that has ink. */
    static ImageProcessor cropped(ImageProcessor ink) {
        int[] inked = IntStream.range(0, ink.getPixelCount())
                .filter(i -> ink.getf(i) > VISIBLE)
                .toArray();
        ink.setRoi(Component.bounds(inked, ink.getWidth()));
        ImageProcessor crop = ink.crop();
        ink.resetRoi();
        return crop;
    }

    /**
     * Returns a picture with strokes as wide as MNIST's, which thinner ones would vanish beside. A small picture is enlarged
     * for it: a stroke of one pixel looks twice as wide when only whole pixels are counted, and ink that is narrower than a
     * pixel is as faint as it is narrow.
     */
    static ImageProcessor thickened(ImageProcessor crop) {
        int finer = (int) Math.max(1, Math.ceil(FINE / pixel(crop)));
        ImageProcessor fine = withMargin(crop, 1 + (int) Math.ceil(STROKE * pixel(crop) / 2));
        if (finer > 1) {
            fine = resized(fine, finer * fine.getWidth(), finer * fine.getHeight());
        }
        double missing = STROKE * finer * pixel(crop) - strokeWidth(fine);
        if (missing <= 0) {
            return crop;
        }
        fine.multiply(1 / fine.getStatistics().max);
        new RankFilters().rank(fine, missing / 2, RankFilters.MAX);
        return cropped(finer == 1 ? fine : resized(fine, fine.getWidth() / finer, fine.getHeight() / finer));
    }

    private static ImageProcessor resized(ImageProcessor image, int width, int height) {
        image.setInterpolationMethod(ImageProcessor.BILINEAR);
        return image.resize(width, height, true);
    }

    /** Returns the side of one of MNIST's pixels, in pixels of a picture that is to fill the box. */
    private static double pixel(ImageProcessor crop) {
        return Math.max(crop.getWidth(), crop.getHeight()) / (double) BOX;
    }

    private static ImageProcessor withMargin(ImageProcessor crop, int margin) {
        ImageProcessor room = crop.createProcessor(crop.getWidth() + 2 * margin, crop.getHeight() + 2 * margin);
        room.insert(crop, margin, margin);
        return room;
    }

    /**
     * Returns the mean width of the strokes, in pixels: across a stroke of width w the distances from the edge rise from
     * 0 to w/2 and fall again, so their mean is w/4.
     */
    private static double strokeWidth(ImageProcessor room) {
        float half = (float) room.getStatistics().max / 2;
        ImageProcessor distances = new EDM().makeFloatEDM(InkMask.above(room, half), 0, false);
        double[] inside = IntStream.range(0, distances.getPixelCount())
                .mapToDouble(distances::getf)
                .filter(distance -> distance > 0)
                .map(distance -> distance - 0.5) // from the pixel's centre to the edge between two pixels
                .toArray();
        return 4
                * IntStream.range(0, inside.length)
                        .mapToDouble(i -> inside[i])
                        .average()
                        .orElse(0);
    }

    /** Returns the digit fitted into the box of 20 x 20. */
    static ImageProcessor scaled(ImageProcessor crop) {
        return reduced(crop, pixel(crop));
    }

    /** Returns it in whole pixels of this side, in pixels of its own. */
    private static ImageProcessor reduced(ImageProcessor crop, double pixel) {
        int width = (int) Math.max(1, Math.round(crop.getWidth() / pixel));
        int height = (int) Math.max(1, Math.round(crop.getHeight() / pixel));
        return resized(crop, width, height);
    }

    /** Returns it centred by mass in 28 x 28: in MNIST the middle of column 14 and row 14, from 0. */
    static ImageProcessor centred(ImageProcessor scaled) {
        return placed(scaled, LabelledImages.WIDTH / 2 + 0.5, LabelledImages.HEIGHT / 2 + 0.5);
    }

    /** Returns it in 28 x 28, moved by whole pixels so that the centre of mass lies there, and nothing is cut off. */
    private static ImageProcessor placed(ImageProcessor scaled, double x, double y) {
        ImageStatistics mass = mass(scaled);
        ImageProcessor placed = scaled.createProcessor(LabelledImages.WIDTH, LabelledImages.HEIGHT);
        int left = offset(x - mass.xCenterOfMass, scaled.getWidth(), LabelledImages.WIDTH);
        int top = offset(y - mass.yCenterOfMass, scaled.getHeight(), LabelledImages.HEIGHT);
        placed.insert(scaled, left, top);
        return placed;
    }

    private static ImageStatistics mass(ImageProcessor ink) {
        return ImageStatistics.getStatistics(ink, Measurements.CENTER_OF_MASS, null);
    }

    private static int offset(double offset, int size, int room) {
        return (int) Math.min(room - size, Math.max(0, Math.round(offset)));
    }

    /** Returns whether there is anything that a digit can begin with. */
    static boolean isVisible(ImageProcessor ink) {
        return ink.getStatistics().max > VISIBLE;
    }

    /** Returns 28 x 28 pixels after those of the last three steps that are asked for. */
    static ImageProcessor of(ImageProcessor ink, Set<Step> steps) {
        double pixel = Math.max(ink.getWidth(), ink.getHeight()) / (double) LabelledImages.WIDTH;
        if (!steps.contains(Step.THICKENING) && !steps.contains(Step.SCALING) && !steps.contains(Step.CENTRING)) {
            ImageProcessor whole = reduced(ink, pixel);
            ImageProcessor middle = whole.createProcessor(LabelledImages.WIDTH, LabelledImages.HEIGHT);
            middle.insert(
                    whole, (middle.getWidth() - whole.getWidth()) / 2, (middle.getHeight() - whole.getHeight()) / 2);
            return middle;
        }
        ImageProcessor crop = cropped(ink);
        ImageProcessor thick = steps.contains(Step.THICKENING) ? thickened(crop) : crop;
        ImageProcessor scaled = steps.contains(Step.SCALING) ? scaled(thick) : reduced(thick, pixel);
        if (steps.contains(Step.CENTRING)) {
            return centred(scaled);
        }
        ImageStatistics mass = mass(ink); // its distance from the picture's middle stays
        return placed(
                scaled,
                LabelledImages.WIDTH / 2.0 + (mass.xCenterOfMass - ink.getWidth() / 2.0) / pixel,
                LabelledImages.HEIGHT / 2.0 + (mass.yCenterOfMass - ink.getHeight() / 2.0) / pixel);
    }
}
