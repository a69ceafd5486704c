package org.dl4jsuite.data.handwriting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dl4jsuite.data.DataException;
import org.dl4jsuite.data.LabelledImages;

/**
 * One handwritten digit, from a picture to what a network that learned from MNIST can read.
 *
 * @param name of the file
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param lightOnDark whether it had to be inverted
 * @param stages what it looked like on the way
 * @param centred 784 pixels in MNIST's form, 0 for paper to 255 for ink
 * @param asItIs if the picture has 28 x 28 pixels, these, as the book <i>Make Your Own Neural Network</i> uses them: inverted
 *     (255 - pixel) if they are dark on light, otherwise untouched
 */
public record Handwriting(
        String name,
        int width,
        int height,
        boolean lightOnDark,
        List<Stage> stages,
        byte[] centred,
        Optional<byte[]> asItIs) {
    private static final int FULL = 255;

    /**
     * Reads a picture of one digit.
     *
     * @param file PNG, JPEG, GIF or BMP, of any size up to 100 million pixels, any colours, transparent or not
     * @throws DataException if it cannot be read or shows no ink, in one sentence
     */
    public static Handwriting read(Path file) {
        return of(file.toString(), PictureFile.read(file));
    }

    /** The same from a stream; {@code name} is for messages. */
    public static Handwriting read(String name, InputStream stream) throws IOException {
        return of(name, PictureFile.read(name, stream));
    }

    private static Handwriting of(String name, Picture picture) {
        List<GrayImage> colours = Paper.flattened(picture);
        GrayImage grey = Paper.grey(colours);
        boolean lightOnDark = Paper.isLightOnDark(grey);
        GrayImage darkOnLight = lightOnDark ? grey.map((i, value) -> 1 - value) : grey;
        GrayImage darkness = Paper.darkness(darkOnLight);
        GrayImage ink = InkMask.of(darkness)
                .orElseThrow(() -> new DataException(name
                        + ": shows no ink; give a picture of one digit, clearly darker or lighter than its paper."));
        GrayImage crop = MnistForm.cropped(ink, 0);
        GrayImage thick = MnistForm.thickened(crop);
        GrayImage scaled = MnistForm.scaled(thick);
        GrayImage centred = MnistForm.centred(scaled);

        List<Stage> stages = new ArrayList<>();
        stages.add(Stage.colour("picture", colours));
        stages.add(Stage.light("grey", grey));
        if (lightOnDark) {
            stages.add(Stage.light("inverted", darkOnLight));
        }
        stages.add(Stage.ink("light evened out", darkness));
        stages.add(Stage.ink("ink", ink));
        stages.add(Stage.ink("cropped", crop));
        if (!thick.equals(crop)) {
            stages.add(Stage.ink("thickened", thick));
        }
        stages.add(Stage.ink("20 × 20", scaled));
        stages.add(Stage.ink("centred", centred));
        return new Handwriting(
                name,
                picture.fullWidth(),
                picture.fullHeight(),
                lightOnDark,
                List.copyOf(stages),
                pixels(centred),
                picture.fullWidth() == LabelledImages.WIDTH && picture.fullHeight() == LabelledImages.HEIGHT
                        ? Optional.of(asItIs(colours))
                        : Optional.empty());
    }

    private static byte[] asItIs(List<GrayImage> colours) {
        GrayImage luminance = Paper.luminance(colours);
        return pixels(Paper.isLightOnDark(luminance) ? luminance : luminance.map((i, value) -> 1 - value));
    }

    private static byte[] pixels(GrayImage ink) {
        byte[] pixels = new byte[LabelledImages.PIXELS];
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = (byte) Math.round(FULL * ink.values()[k]);
        }
        return pixels;
    }
}
