package org.dl4jsuite.compare.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dl4jsuite.compare.document.Block.Picture;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Scaling;

/** Draws digits and weights as pictures of 28 x 28 pixels. */
public final class Pictures {
    /** Three page pixels for each of its own. */
    private static final int HEIGHT = 3 * LabelledImages.HEIGHT;

    private static final int PAPER = 255;
    // as --scratch and --dl4j in the style sheet; told apart by colour-blind eyes as well
    private static final int[] POSITIVE = {0x1b, 0x5f, 0xae};
    private static final int[] NEGATIVE = {0xc2, 0x53, 0x0a};

    private Pictures() {}

    /** Returns a picture for a document, as many pixels high on the page. */
    public static Picture of(BufferedImage image, String alt, int height, boolean ink) {
        return new Picture(dataUri(image), alt, height * image.getWidth() / image.getHeight(), height, ink);
    }

    /** Returns a PNG file in the form that a page can hold. */
    public static String dataUri(BufferedImage image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
    }

    /** Returns 784 pixels, 0 for paper to 255 for ink, as dark ink on white paper. */
    public static BufferedImage digit(byte[] pixels) {
        return grey(k -> PAPER - (pixels[k] & 0xff));
    }

    /** Returns 784 pixels, 0 for paper to 255 for ink, as MNIST has them: light ink on black paper. */
    public static BufferedImage lightDigit(byte[] pixels) {
        return grey(k -> pixels[k] & 0xff);
    }

    /** Returns a digit of a data set, dark ink on white paper. */
    public static Picture ofDigit(LabelledImages images, int index, String alt) {
        return of(grey(k -> PAPER - images.pixel(index, k)), alt, HEIGHT, true);
    }

    /** Returns inputs of a network, as {@link #grey(double[])} draws them. */
    public static Picture ofInputs(double[] inputs, String alt) {
        return of(grey(inputs), alt, HEIGHT, true);
    }

    /** Returns a node's 784 incoming weights: blue where ink excites it, orange where it inhibits it, white at 0. */
    public static Picture ofWeights(double[] weights, String alt) {
        return of(weights(weights), alt, HEIGHT, false);
    }

    /** Returns 784 numbers of either sign: blue above 0, orange below, white at 0, in full colour where they are largest. */
    public static BufferedImage weights(double[] weights) {
        double largest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
        BufferedImage image =
                new BufferedImage(LabelledImages.WIDTH, LabelledImages.HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < LabelledImages.PIXELS; k++) {
            double strength = largest == 0 ? 0 : Math.abs(weights[k]) / largest;
            int rgb = 0;
            for (int part : weights[k] < 0 ? NEGATIVE : POSITIVE) {
                rgb = rgb << 8 | (int) Math.round(PAPER + strength * (part - PAPER));
            }
            image.setRGB(k % LabelledImages.WIDTH, k / LabelledImages.WIDTH, rgb);
        }
        return image;
    }

    /** Returns inputs of a network: paper up to 0.01, full ink from 0.99. */
    public static BufferedImage grey(double[] inputs) {
        return grey(k -> {
            double ink = (inputs[k] - Scaling.OFF) / (Scaling.ON - Scaling.OFF);
            return (int) Math.round(PAPER * (1 - Math.max(0, Math.min(1, ink))));
        });
    }

    private static BufferedImage grey(IntUnaryOperator greyOfPixel) {
        BufferedImage image =
                new BufferedImage(LabelledImages.WIDTH, LabelledImages.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int k = 0; k < LabelledImages.PIXELS; k++) {
            // the raster takes the grey as it is; setRGB would convert it to another colour space
            image.getRaster()
                    .setSample(k % LabelledImages.WIDTH, k / LabelledImages.WIDTH, 0, greyOfPixel.applyAsInt(k));
        }
        return image;
    }

    /** Returns the bytes of a PNG file. */
    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // in memory: ImageIO's own stream would go through a file
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("This JDK cannot write PNG pictures.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
