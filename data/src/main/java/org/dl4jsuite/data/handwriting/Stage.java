package org.dl4jsuite.data.handwriting;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What a picture looks like after one stage of its way to MNIST's form, reduced for showing.
 *
 * @param title in a word or two
 * @param picture no longer than {@value #LONGEST_SIDE} pixels a side
 */
public record Stage(String title, BufferedImage picture) {
    private static final int LONGEST_SIDE = 140;
    private static final int WHITE = 255;

    /** A stage of values from 0 for black to 1 for white. */
    static Stage light(String title, GrayImage light) {
        GrayImage small = light.atMost(LONGEST_SIDE);
        BufferedImage picture = new BufferedImage(small.width(), small.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < small.values().length; i++) {
            // the raster takes the grey as it is; setRGB would convert it to another colour space
            picture.getRaster().setSample(i % small.width(), i / small.width(), 0, level(small, i));
        }
        return new Stage(title, picture);
    }

    /** A stage of values from 0 for paper to 1 for ink. */
    static Stage ink(String title, GrayImage ink) {
        return light(title, ink.map((i, value) -> 1 - value));
    }

    /** A stage in colour. */
    static Stage colour(String title, List<GrayImage> colours) {
        List<GrayImage> small =
                colours.stream().map(colour -> colour.atMost(LONGEST_SIDE)).toList();
        int width = small.get(0).width();
        BufferedImage picture = new BufferedImage(width, small.get(0).height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < small.get(0).values().length; i++) {
            int rgb = level(small.get(0), i) << 16 | level(small.get(1), i) << 8 | level(small.get(2), i);
            picture.setRGB(i % width, i / width, rgb);
        }
        return new Stage(title, picture);
    }

    private static int level(GrayImage image, int i) {
        return Math.round(WHITE * Math.min(1, Math.max(0, image.values()[i])));
    }
}
