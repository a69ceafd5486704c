package org.dl4jsuite.data.handwriting;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A picture in colour as it was found, reduced to what a digit needs.
 *
 * @param fullWidth of the file, in pixels
 * @param fullHeight of the file, in pixels
 * @param colours red, green and blue, 0 to 1, each multiplied by the opacity
 * @param opacity 0 for transparent to 1
 */
record Picture(int fullWidth, int fullHeight, List<GrayImage> colours, GrayImage opacity) {
    /** No stage works on more pixels a side: 50 for one of MNIST's, if the digit fills the picture. */
    private static final int LONGEST_SIDE = 1000;

    private static final float BYTE = 255;

    static Picture of(BufferedImage image, int fullWidth, int fullHeight) {
        GrayImage opacity = new GrayImage(image.getWidth(), image.getHeight());
        GrayImage red = new GrayImage(image.getWidth(), image.getHeight());
        GrayImage green = new GrayImage(image.getWidth(), image.getHeight());
        GrayImage blue = new GrayImage(image.getWidth(), image.getHeight());
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            argb(image, y, row);
            for (int x = 0; x < row.length; x++) {
                int at = y * row.length + x;
                float a = (row[x] >>> 24) / BYTE;
                opacity.values()[at] = a;
                red.values()[at] = a * (row[x] >> 16 & 0xff) / BYTE;
                green.values()[at] = a * (row[x] >> 8 & 0xff) / BYTE;
                blue.values()[at] = a * (row[x] & 0xff) / BYTE;
            }
        }
        return new Picture(fullWidth, fullHeight, List.of(red, green, blue), opacity)
                .changed(channel -> channel.atMost(LONGEST_SIDE));
    }

    /** One row in sRGB, opacity first. Grey values are taken as they are: getRGB would brighten them as linear light. */
    private static void argb(BufferedImage image, int y, int[] row) {
        Raster raster = image.getRaster();
        boolean grey = raster.getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
        if (!grey) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            return;
        }
        int excess = raster.getSampleModel().getSampleSize(0) - Byte.SIZE; // 8 for 16 bits a pixel
        for (int x = 0; x < row.length; x++) {
            int value = raster.getSample(x, y, 0) >> excess;
            int alpha = raster.getNumBands() == 2 ? raster.getSample(x, y, 1) >> excess : 0xff;
            row[x] = alpha << 24 | value << 16 | value << 8 | value;
        }
    }

    /** The picture as it is to be looked at, by its {@link ExifOrientation}. */
    Picture turned(int orientation) {
        return orientation == ExifOrientation.UPRIGHT ? this : changed(image -> image.turned(orientation));
    }

    private Picture changed(UnaryOperator<GrayImage> change) {
        return new Picture(fullWidth, fullHeight, colours.stream().map(change).toList(), change.apply(opacity));
    }

    int width() {
        return opacity.width();
    }

    int height() {
        return opacity.height();
    }
}
