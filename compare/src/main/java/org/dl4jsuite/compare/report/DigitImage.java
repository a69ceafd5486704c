package org.dl4jsuite.compare.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dl4jsuite.data.LabelledImages;

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
        return dataUri(picture);
    }

    /** A picture as the data URI of a PNG. */
    static String dataUri(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // in memory: ImageIO's own stream would go through a file
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", stream)) {
                throw new IllegalStateException("This JDK cannot write PNG pictures.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
