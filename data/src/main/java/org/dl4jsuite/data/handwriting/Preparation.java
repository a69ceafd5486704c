package org.dl4jsuite.data.handwriting;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.dl4jsuite.data.DataException;
import org.dl4jsuite.data.LabelledImages;

/** The way of one picture to MNIST's form with any of its {@linkplain Step steps} left out; with all, {@link Handwriting}'s. */
public final class Preparation {
    private static final float FULL = 255;

    private final GrayImage grey; // 0 black to 1 white

    private Preparation(GrayImage grey) {
        this.grey = grey;
    }

    /**
     * Reads a picture, as {@link Handwriting#read(String, InputStream)} does.
     *
     * @throws DataException if it cannot be read, in one sentence
     */
    public static Preparation read(String name, InputStream stream) throws IOException {
        return new Preparation(Paper.grey(Paper.flattened(PictureFile.read(name, stream))));
    }

    /** Takes an image of a data set: 784 pixels, 0 for paper to 255 for ink. */
    public static Preparation of(byte[] pixels) {
        GrayImage image = new GrayImage(LabelledImages.WIDTH, LabelledImages.HEIGHT);
        return new Preparation(image.map((i, value) -> (pixels[i] & 0xff) / FULL));
    }

    /**
     * Returns 784 pixels, 0 for paper to 255 for ink, after these steps alone; empty if no ink is left.
     *
     * <p>Without any step, an image of a data set comes back as it is.
     */
    public Optional<byte[]> pixels(Set<Step> steps) {
        boolean darkOnLight = steps.contains(Step.POLARITY) && !Paper.isLightOnDark(grey);
        GrayImage dark = darkOnLight ? grey : grey.map((i, value) -> 1 - value);
        GrayImage darkness = steps.contains(Step.LIGHT) ? Paper.darkness(dark) : dark.map((i, value) -> 1 - value);
        Optional<GrayImage> ink = steps.contains(Step.CLEANING) ? InkMask.of(darkness) : Optional.of(darkness);
        return ink.filter(MnistForm::isVisible)
                .map(image -> MnistForm.of(image, steps))
                .map(Preparation::bytes);
    }

    private static byte[] bytes(GrayImage ink) {
        byte[] pixels = new byte[LabelledImages.PIXELS];
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = (byte) Math.round(FULL * ink.values()[k]);
        }
        return pixels;
    }
}
