package org.dl4jsuite.data.handwriting;

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

    /** Thin strokes made as wide as MNIST's, which they would vanish beside. */
    static GrayImage thickened(GrayImage crop) {
        double pixel = crop.longerSide() / (double) BOX;
        double missing = STROKE * pixel - strokeWidth(crop);
        if (missing <= 0) {
            return crop;
        }
        double radius = missing / 2;
        GrayImage room = cropped(crop, (int) Math.ceil(radius));
        GrayImage distance = DistanceTransform.of(core(room), room.width(), room.height());
        // half a pixel from the centre of the outermost core pixel to its edge, half a pixel of soft edge
        GrayImage thick = room.map((i, value) ->
                (float) Math.max(value, Math.min(1, Math.max(0, radius + 1 - distance.values()[i]))));
        return cropped(thick, 0);
    }

    /**
     * The mean width of the strokes, in pixels: across a stroke of width w the distances from the edge rise from 0 to w/2
     * and fall again, so their mean is w/4.
     */
    private static double strokeWidth(GrayImage crop) {
        GrayImage room = cropped(crop, 1); // a straight stroke fills its crop
        boolean[] core = core(room);
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
        boolean[] core = new boolean[image.values().length];
        for (int i = 0; i < core.length; i++) {
            core[i] = image.values()[i] > 0.5f;
        }
        return core;
    }

    /** Fitted into the box of 20 x 20. */
    static GrayImage scaled(GrayImage crop) {
        double pixel = crop.longerSide() / (double) BOX;
        int width = Math.max(1, (int) Math.round(crop.width() / pixel));
        int height = Math.max(1, (int) Math.round(crop.height() / pixel));
        double left = (crop.width() - width * pixel) / 2;
        double top = (crop.height() - height * pixel) / 2;
        return crop.window(left, top, pixel, width, height, 0);
    }

    /** Centred by mass in 28 x 28: MNIST's mean centre of mass is the middle of the pixel in column 14 and row 14, from 0. */
    static GrayImage centred(GrayImage scaled) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < scaled.values().length; i++) {
            double value = scaled.values()[i];
            int column = i % scaled.width();
            int row = i / scaled.width();
            sum += value;
            x += value * column;
            y += value * row;
        }
        int left = offset(x / sum, scaled.width(), LabelledImages.WIDTH);
        int top = offset(y / sum, scaled.height(), LabelledImages.HEIGHT);
        return scaled.window(-left, -top, 1, LabelledImages.WIDTH, LabelledImages.HEIGHT, 0);
    }

    /** Where the box begins, so that nothing of it is cut off. */
    private static int offset(double centre, int size, int room) {
        int middle = room / 2; // 14 of 28
        return (int) Math.min(room - size, Math.max(0, Math.round(middle - centre)));
    }
}
