package org.dl4jsuite.data.handwriting;

import java.util.Set;
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

    /** The part of a picture that has ink. */
    static GrayImage cropped(GrayImage ink, int margin) {
        int left = ink.width();
        int top = ink.height();
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < ink.values().length; i++) {
            if (ink.values()[i] > VISIBLE) {
                left = Math.min(left, i % ink.width());
                right = Math.max(right, i % ink.width());
                top = Math.min(top, i / ink.width());
                bottom = Math.max(bottom, i / ink.width());
            }
        }
        return ink.window(
                left - margin, top - margin, 1, right - left + 1 + 2 * margin, bottom - top + 1 + 2 * margin, 0);
    }

    /**
     * Thin strokes made as wide as MNIST's, which they would vanish beside. A small picture is enlarged for it: a stroke of
     * one pixel looks twice as wide when only whole pixels are counted.
     */
    static GrayImage thickened(GrayImage crop) {
        int finer = (int) Math.max(1, Math.ceil(FINE * BOX / crop.longerSide()));
        GrayImage room = cropped(crop, 1 + (int) Math.ceil(STROKE * crop.longerSide() / BOX / 2));
        GrayImage fine = room.window(0, 0, 1.0 / finer, finer * room.width(), finer * room.height(), 0);
        boolean[] core = core(fine);
        double missing = STROKE * finer * crop.longerSide() / BOX - strokeWidth(fine, core);
        if (missing <= 0) {
            return crop;
        }
        double radius = missing / 2;
        GrayImage distance = DistanceTransform.of(core, fine.width(), fine.height());
        // half a pixel from the centre of the outermost core pixel to its edge, half a pixel of soft edge
        GrayImage thick = fine.map((i, value) ->
                (float) Math.max(value, Math.min(1, Math.max(0, radius + 1 - distance.values()[i]))));
        return cropped(thick.window(0, 0, finer, room.width(), room.height(), 0), 0);
    }

    /**
     * The mean width of the strokes, in pixels: across a stroke of width w the distances from the edge rise from 0 to w/2
     * and fall again, so their mean is w/4.
     */
    private static double strokeWidth(GrayImage room, boolean[] core) {
        boolean[] outside = new boolean[core.length];
        int count = 0;
        for (int i = 0; i < core.length; i++) {
            outside[i] = !core[i];
            count += core[i] ? 1 : 0;
        }
        GrayImage distance = DistanceTransform.of(outside, room.width(), room.height());
        double sum = 0;
        for (int i = 0; i < core.length; i++) {
            sum += core[i] ? distance.values()[i] - 0.5 : 0; // from the pixel's centre to the edge between two pixels
        }
        return 4 * sum / Math.max(1, count);
    }

    private static boolean[] core(GrayImage image) {
        float half = image.quantile(1) / 2; // of the full ink
        boolean[] core = new boolean[image.values().length];
        for (int i = 0; i < core.length; i++) {
            core[i] = image.values()[i] > half;
        }
        return core;
    }

    /** Fitted into the box of 20 x 20. */
    static GrayImage scaled(GrayImage crop) {
        return fitted(crop, crop.longerSide() / (double) BOX);
    }

    /** In whole pixels of this side, in pixels of the crop. */
    private static GrayImage fitted(GrayImage crop, double pixel) {
        int width = (int) Math.max(1, Math.round(crop.width() / pixel));
        int height = (int) Math.max(1, Math.round(crop.height() / pixel));
        double left = (crop.width() - width * pixel) / 2;
        double top = (crop.height() - height * pixel) / 2;
        return crop.window(left, top, pixel, width, height, 0);
    }

    /** Centred by mass in 28 x 28: MNIST's mean centre of mass is the middle of the pixel in column 14 and row 14, from 0. */
    static GrayImage centred(GrayImage scaled) {
        return placed(scaled, LabelledImages.WIDTH / 2, LabelledImages.HEIGHT / 2);
    }

    /** In 28 x 28, moved by whole pixels so that the centre of mass lies in this column and row, from 0. */
    private static GrayImage placed(GrayImage scaled, double column, double row) {
        double[] centre = centreOfMass(scaled);
        int left = offset(column - centre[0], scaled.width(), LabelledImages.WIDTH);
        int top = offset(row - centre[1], scaled.height(), LabelledImages.HEIGHT);
        return scaled.window(-left, -top, 1, LabelledImages.WIDTH, LabelledImages.HEIGHT, 0);
    }

    /** Column and row, from 0. */
    private static double[] centreOfMass(GrayImage ink) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < ink.values().length; i++) {
            double value = ink.values()[i];
            sum += value;
            x += value * (i % ink.width());
            y += value * (i / ink.width());
        }
        return new double[] {x / sum, y / sum};
    }

    /** Whether there is anything that a digit can begin with. */
    static boolean isVisible(GrayImage ink) {
        return ink.quantile(1) > VISIBLE;
    }

    /** Returns 28 x 28 pixels after those of the last three steps that are asked for. */
    static GrayImage of(GrayImage ink, Set<Step> steps) {
        double pixel = ink.longerSide() / (double) LabelledImages.WIDTH;
        double left = (ink.width() - ink.longerSide()) / 2.0;
        double top = (ink.height() - ink.longerSide()) / 2.0;
        if (!steps.contains(Step.THICKENING) && !steps.contains(Step.SCALING) && !steps.contains(Step.CENTRING)) {
            return ink.window(left, top, pixel, LabelledImages.WIDTH, LabelledImages.HEIGHT, 0);
        }
        GrayImage crop = cropped(ink, 0);
        GrayImage thick = steps.contains(Step.THICKENING) ? thickened(crop) : crop;
        GrayImage scaled = steps.contains(Step.SCALING) ? scaled(thick) : fitted(thick, pixel);
        if (steps.contains(Step.CENTRING)) {
            return centred(scaled);
        }
        double[] centre = centreOfMass(ink);
        return placed(scaled, (centre[0] + 0.5 - left) / pixel - 0.5, (centre[1] + 0.5 - top) / pixel - 0.5);
    }

    /** Where the box begins, so that nothing of it is cut off. */
    private static int offset(double offset, int size, int room) {
        return (int) Math.min(room - size, Math.max(0, Math.round(offset)));
    }
}
