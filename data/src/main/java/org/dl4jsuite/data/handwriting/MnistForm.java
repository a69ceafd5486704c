package org.dl4jsuite.data.handwriting;

import ij.measure.Measurements;
import ij.plugin.filter.EDM;
import ij.plugin.filter.RankFilters;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
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
    /** Less ink than this in a pixel is not what a digit begins with. */
    private static final float VISIBLE = 0.1f;

    private MnistForm() {}

    /** Returns the part of a picture that has ink. */
    static ImageProcessor cropped(ImageProcessor ink) {
        int[] inked = IntStream.range(0, ink.getPixelCount())
                .filter(i -> ink.getf(i) > VISIBLE)
                .toArray();
        ink.setRoi(Component.bounds(inked, ink.getWidth()));
        return ink.crop();
    }

    /** Returns a picture with strokes as wide as MNIST's, which thinner ones would vanish beside. */
    static ImageProcessor thickened(ImageProcessor crop) {
        double missing = STROKE * pixel(crop) - strokeWidth(crop);
        if (missing <= 0) {
            return crop;
        }
        ImageProcessor thick = withMargin(crop, (int) Math.ceil(missing / 2) + 1);
        new RankFilters().rank(thick, missing / 2, RankFilters.MAX);
        return cropped(thick);
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
    private static double strokeWidth(ImageProcessor crop) {
        ImageProcessor room = withMargin(crop, 1); // a straight stroke fills its crop
        ImageProcessor distances = new EDM().makeFloatEDM(InkMask.above(room, 0.5f), 0, false);
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
        int width = (int) Math.max(1, Math.round(crop.getWidth() / pixel(crop)));
        int height = (int) Math.max(1, Math.round(crop.getHeight() / pixel(crop)));
        crop.setInterpolationMethod(ImageProcessor.BILINEAR);
        return crop.resize(width, height, true);
    }

    /** Returns it centred by mass in 28 x 28: in MNIST the middle of column 14 and row 14, from 0. */
    static ImageProcessor centred(ImageProcessor scaled) {
        ImageStatistics mass = ImageStatistics.getStatistics(scaled, Measurements.CENTER_OF_MASS, null);
        ImageProcessor centred = scaled.createProcessor(LabelledImages.WIDTH, LabelledImages.HEIGHT);
        int left = offset(mass.xCenterOfMass, scaled.getWidth(), LabelledImages.WIDTH);
        int top = offset(mass.yCenterOfMass, scaled.getHeight(), LabelledImages.HEIGHT);
        centred.insert(scaled, left, top);
        return centred;
    }

    /** Returns where the box begins, so that nothing of it is cut off. */
    private static int offset(double centre, int size, int room) {
        double middle = room / 2 + 0.5; // of pixel 14 of 28
        return (int) Math.min(room - size, Math.max(0, Math.round(middle - centre)));
    }
}
