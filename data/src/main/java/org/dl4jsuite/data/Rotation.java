package org.dl4jsuite.data;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Turns images about their centre by Java 2D's bilinear interpolation; what comes in from outside is background.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 3, which turns every training image a few degrees
 * either way with {@code scipy.ndimage.rotate(image, degrees, order=1, reshape=False)}. The sign is scipy's: positive
 * degrees turn counter-clockwise. The result is rounded to whole pixels, and equals scipy's to within 0.6 of one, except
 * beside ink in the outermost rows and columns: there Java 2D goes on with the border's pixel for half a pixel more.
 */
public final class Rotation {
    /** Pixels get so many more bits, so that Java's rounding down costs nothing that can be seen. A short has 15. */
    private static final int MORE_BITS = 7;

    private static final int HALF = 1 << (MORE_BITS - 1);

    private final AffineTransformOp turn;
    private final WritableRaster original = raster();
    private final WritableRaster turned = raster();
    private final int[] values = new int[LabelledImages.PIXELS];

    private Rotation(double degrees) {
        AffineTransform transform = AffineTransform.getRotateInstance(
                -Math.toRadians(degrees), LabelledImages.WIDTH / 2.0, LabelledImages.HEIGHT / 2.0);
        this.turn = new AffineTransformOp(transform, AffineTransformOp.TYPE_BILINEAR);
    }

    /**
     * The training images with two rotated copies each, in the book's order: an image, its copy by {@code +degrees}, its
     * copy by {@code -degrees}, the next image. The test images stay as they are.
     *
     * @param degrees 0 leaves the split as it is
     */
    public static Split withRotations(Split split, double degrees) {
        if (degrees == 0) {
            return split;
        }
        LabelledImages images = split.train();
        Rotation left = new Rotation(degrees);
        Rotation right = new Rotation(-degrees);
        byte[] labels = new byte[Math.multiplyExact(3, images.size())];
        byte[] pixels = new byte[Math.multiplyExact(labels.length, LabelledImages.PIXELS)];
        for (int i = 0; i < images.size(); i++) {
            byte[] image = images.image(i);
            byte[][] copies = {image, left.rotate(image), right.rotate(image)};
            for (int copy = 0; copy < copies.length; copy++) {
                int at = copies.length * i + copy;
                labels[at] = (byte) images.label(i);
                System.arraycopy(copies[copy], 0, pixels, at * LabelledImages.PIXELS, LabelledImages.PIXELS);
            }
        }
        LabelledImages train = new LabelledImages(labels, pixels, labels.length);
        return new Split(train, split.test(), split.source(), split.checksums());
    }

    /**
     * Returns an image turned.
     *
     * @param image 784 unsigned bytes, row by row
     */
    public static byte[] rotated(byte[] image, double degrees) {
        return new Rotation(degrees).rotate(image);
    }

    private byte[] rotate(byte[] image) {
        for (int k = 0; k < values.length; k++) {
            values[k] = (image[k] & 0xff) << MORE_BITS;
        }
        original.setPixels(0, 0, LabelledImages.WIDTH, LabelledImages.HEIGHT, values);
        turn.filter(original, turned);
        turned.getPixels(0, 0, LabelledImages.WIDTH, LabelledImages.HEIGHT, values);
        byte[] result = new byte[values.length];
        for (int k = 0; k < values.length; k++) {
            result[k] = (byte) ((values[k] + HALF) >> MORE_BITS);
        }
        return result;
    }

    private static WritableRaster raster() {
        return Raster.createInterleavedRaster(
                DataBuffer.TYPE_USHORT, LabelledImages.WIDTH, LabelledImages.HEIGHT, 1, null);
    }
}
