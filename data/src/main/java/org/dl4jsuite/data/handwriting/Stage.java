package org.dl4jsuite.data.handwriting;

import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;

/**
 * What a picture looks like after one stage of its way to MNIST's form, reduced for showing.
 *
 * @param title in a word or two
 * @param picture no longer than {@value #LONGEST_SIDE} pixels per side
 */
public record Stage(String title, BufferedImage picture) {
    private static final int LONGEST_SIDE = 140;

    /** Returns a stage in colour, or in grey from 0 to 255. */
    static Stage of(String title, ImageProcessor picture) {
        ImageProcessor small = reduced(picture, LONGEST_SIDE);
        small.setMinAndMax(0, Paper.WHITE);
        return new Stage(title, small.getBufferedImage());
    }

    /** Returns a stage of values from 0 for paper to 1 for ink. */
    static Stage ink(String title, ImageProcessor ink) {
        ImageProcessor light = ink.duplicate();
        light.multiply(-Paper.WHITE);
        light.add((double) Paper.WHITE);
        return of(title, light);
    }

    /** Returns the same picture, area by area, no longer than {@code longest} pixels; never enlarged. */
    static ImageProcessor reduced(ImageProcessor picture, int longest) {
        double pixel = Math.max(1, Math.max(picture.getWidth(), picture.getHeight()) / (double) longest);
        int width = (int) Math.max(1, Math.round(picture.getWidth() / pixel));
        int height = (int) Math.max(1, Math.round(picture.getHeight() / pixel));
        return picture.resize(width, height, true);
    }
}
