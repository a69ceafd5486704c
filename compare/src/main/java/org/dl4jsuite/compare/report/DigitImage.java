package org.dl4jsuite.compare.report;

import java.awt.image.BufferedImage;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;

/** Digits as pictures that a page carries inside itself. */
public final class DigitImage {
    private static final int PAPER = 255;

    private DigitImage() {}

    /** Image {@code index} as the data URI of a PNG of 28 x 28 grey pixels, dark ink on white paper. */
    public static String dataUri(LabelledImages images, int index) {
        BufferedImage picture =
                new BufferedImage(LabelledImages.WIDTH, LabelledImages.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int k = 0; k < LabelledImages.PIXELS; k++) {
            // the raster takes the grey as it is; setRGB would convert it to another colour space
            picture.getRaster()
                    .setSample(k % LabelledImages.WIDTH, k / LabelledImages.WIDTH, 0, PAPER - images.pixel(index, k));
        }
        return Png.dataUri(picture);
    }

    /**
     * Inputs of a network as a picture of 28 x 28 grey pixels, dark ink on white paper.
     *
     * @param inputs 784 values: paper up to 0.01, full ink from 0.99
     */
    public static BufferedImage ofInputs(double[] inputs) {
        BufferedImage picture =
                new BufferedImage(LabelledImages.WIDTH, LabelledImages.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int k = 0; k < LabelledImages.PIXELS; k++) {
            double ink = (inputs[k] - Scaling.OFF) / (Scaling.ON - Scaling.OFF);
            long grey = Math.round(PAPER * (1 - Math.max(0, Math.min(1, ink))));
            picture.getRaster().setSample(k % LabelledImages.WIDTH, k / LabelledImages.WIDTH, 0, (int) grey);
        }
        return picture;
    }
}
