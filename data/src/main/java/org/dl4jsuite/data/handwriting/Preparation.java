package org.dl4jsuite.data.handwriting;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.dl4jsuite.data.DataException;
import org.dl4jsuite.data.LabelledImages;

/** The way of one picture to MNIST's form with any of its {@linkplain Step steps} left out; with all, {@link Handwriting}'s. */
public final class Preparation {
    private final int width;
    private final int height;
    private final ImageProcessor grey; // 0 black to 255 white

    private Preparation(int width, int height, ImageProcessor grey) {
        this.width = width;
        this.height = height;
        this.grey = grey;
    }

    /**
     * Reads a picture, as {@link Handwriting#read(String, InputStream)} does.
     *
     * @throws DataException if it cannot be read, in one sentence
     */
    public static Preparation read(String name, InputStream stream) throws IOException {
        PictureFile file = PictureFile.read(name, stream.readAllBytes());
        ImageProcessor picture = Handwriting.flattened(file);
        return new Preparation(file.width(), file.height(), Paper.grey(picture, Paper.contrast(picture)));
    }

    /** Takes an image of a data set: 784 pixels, 0 for paper to 255 for ink. */
    public static Preparation of(byte[] pixels) {
        return new Preparation(
                LabelledImages.WIDTH,
                LabelledImages.HEIGHT,
                new ByteProcessor(LabelledImages.WIDTH, LabelledImages.HEIGHT, pixels.clone()).convertToFloat());
    }

    /** Returns whether the picture has MNIST's size, so that it can be read as it is. */
    public boolean hasMnistSize() {
        return width == LabelledImages.WIDTH && height == LabelledImages.HEIGHT;
    }

    /**
     * Returns 784 pixels, 0 for paper to 255 for ink, after these steps alone; empty if no ink is left.
     *
     * <p>Without any step, an image of a data set comes back as it is.
     */
    public Optional<byte[]> pixels(Set<Step> steps) {
        boolean darkOnLight = steps.contains(Step.POLARITY) && !Paper.isLightOnDark(grey);
        ImageProcessor dark = darkOnLight ? grey : Handwriting.inverted(grey);
        ImageProcessor darkness = steps.contains(Step.LIGHT) ? Paper.darkness(dark) : unevened(dark);
        Optional<ImageProcessor> ink = steps.contains(Step.CLEANING) ? InkMask.of(darkness) : Optional.of(darkness);
        return ink.filter(MnistForm::isVisible)
                .map(image -> MnistForm.of(image, steps))
                .map(Preparation::bytes);
    }

    /** Darkness on paper that is white everywhere. */
    private static ImageProcessor unevened(ImageProcessor dark) {
        ImageProcessor darkness = Handwriting.inverted(dark);
        darkness.multiply(1.0 / Paper.WHITE);
        return darkness;
    }

    private static byte[] bytes(ImageProcessor ink) {
        ink.multiply(Paper.WHITE);
        return Handwriting.pixels(ink);
    }
}
