package org.dl4jsuite.compare.inside;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.dl4jsuite.data.LabelledImages;

/**
 * An image of MNIST as if somebody had photographed it: 200 to 600 pixels per side, off centre, turned by up to 10 degrees,
 * with thicker or thinner strokes in coloured ink on coloured paper, dark or light, uneven light, the shadow of an edge in
 * every third picture, and noise.
 */
final class PhotographedDigit {
    /** Paper and ink: red, green and blue, 0 to 1. */
    private static final double[][][] COLOURS = {
        {{1, 1, 0.9}, {0.1, 0.1, 0.6}},
        {{0.95, 0.9, 0.8}, {0.7, 0.1, 0.1}},
        {{0.1, 0.25, 0.15}, {0.9, 0.9, 0.85}},
        {{0.05, 0.05, 0.1}, {0.9, 0.8, 0.2}},
        {{0.8, 0.9, 1}, {0.2, 0.2, 0.2}},
        {{1, 1, 1}, {0.5, 0.5, 0.55}}
    };

    private final LabelledImages images;
    private final int index;

    PhotographedDigit(LabelledImages images, int index) {
        this.images = images;
        this.index = index;
    }

    /** The picture; its index is its seed. */
    BufferedImage picture() {
        Random random = new Random(index);
        int width = 200 + random.nextInt(401);
        int height = 200 + random.nextInt(401);
        double scale = Math.min(width, height) / 28.0 * between(random, 0.45, 1.15);
        double room = 23 * scale; // the digit's box of 20 pixels, turned
        double centreX = width / 2.0 + between(random, -0.5, 0.5) * Math.max(0, width - room);
        double centreY = height / 2.0 + between(random, -0.5, 0.5) * Math.max(0, height - room);
        double angle = Math.toRadians(between(random, -10, 10));
        double thickness =
                between(random, 0.25, 0.7); // where the stroke's soft edge is cut: a low level is a thick stroke
        double[][] colours = COLOURS[random.nextInt(COLOURS.length)];
        double gradientX = between(random, -0.25, 0.25);
        double gradientY = between(random, -0.25, 0.25);
        double vignette = between(random, 0, 0.4);
        double shadowX = random.nextInt(3) == 0 ? width * between(random, 0.2, 0.8) : Double.MAX_VALUE;
        double shadowSlope = between(random, -0.4, 0.4);
        double noise = between(random, 0, 0.05);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = (x + 0.5 - centreX) / scale;
                double dy = (y + 0.5 - centreY) / scale;
                double u = Math.cos(angle) * dx + Math.sin(angle) * dy + 14;
                double v = Math.cos(angle) * dy - Math.sin(angle) * dx + 14;
                double ink = clamp((interpolated(u, v) - thickness) * scale / 2 + 0.5);
                double radius = Math.hypot(x - width / 2.0, y - height / 2.0) / Math.hypot(width / 2.0, height / 2.0);
                double light = 1 + gradientX * (2.0 * x / width - 1) + gradientY * (2.0 * y / height - 1);
                light = Math.min(1, light * (1 - vignette * radius * radius));
                double inShadow = clamp((x - shadowX + shadowSlope * (y - height / 2.0)) / 6 + 0.5);
                light *= 1 - 0.45 * inShadow;
                double grain = noise * random.nextGaussian();
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    double colour = light * (colours[0][c] * (1 - ink) + colours[1][c] * ink);
                    double value = clamp(colour + grain + noise / 3 * random.nextGaussian());
                    rgb = rgb << 8 | (int) Math.round(255 * value);
                }
                picture.setRGB(x, y, rgb);
            }
        }
        return picture;
    }

    /** The image between its pixels' centres, 0 to 1. */
    private double interpolated(double x, double y) {
        int column = (int) Math.floor(x - 0.5);
        int row = (int) Math.floor(y - 0.5);
        double right = x - 0.5 - column;
        double below = y - 0.5 - row;
        return (1 - below) * ((1 - right) * pixel(column, row) + right * pixel(column + 1, row))
                + below * ((1 - right) * pixel(column, row + 1) + right * pixel(column + 1, row + 1));
    }

    private double pixel(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < LabelledImages.WIDTH && y < LabelledImages.HEIGHT;
        return inside ? images.pixel(index, y * LabelledImages.WIDTH + x) / 255.0 : 0;
    }

    private static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    private static double clamp(double value) {
        return Math.min(1, Math.max(0, value));
    }
}
