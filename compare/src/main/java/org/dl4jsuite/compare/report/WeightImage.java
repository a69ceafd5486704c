package org.dl4jsuite.compare.report;

import java.awt.image.BufferedImage;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.data.LabelledImages;

/** A hidden node's 784 incoming weights as a picture: blue where ink excites the node, orange where it inhibits it. */
public final class WeightImage {
    // as --scratch and --dl4j in the style sheet; told apart by colour-blind eyes as well
    private static final int[] POSITIVE = {0x1b, 0x5f, 0xae};
    private static final int[] NEGATIVE = {0xc2, 0x53, 0x0a};
    private static final int WHITE = 255;

    private WeightImage() {}

    /** The data URI of a PNG of 28 x 28 pixels: 0 is white, the largest |weight| has the full colour. */
    public static String dataUri(double[] weights) {
        double largest = Differences.magnitude(weights);
        BufferedImage picture =
                new BufferedImage(LabelledImages.WIDTH, LabelledImages.HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < LabelledImages.PIXELS; k++) {
            double strength = largest == 0 ? 0 : Math.abs(weights[k]) / largest;
            int[] colour = weights[k] < 0 ? NEGATIVE : POSITIVE;
            int rgb = 0;
            for (int part : colour) {
                rgb = rgb << 8 | (int) Math.round(WHITE + strength * (part - WHITE));
            }
            picture.setRGB(k % LabelledImages.WIDTH, k / LabelledImages.WIDTH, rgb);
        }
        return Png.dataUri(picture);
    }
}
