package org.dl4jsuite.data.handwriting;

import ij.process.ImageProcessor;
import ij.util.ThreadUtil;
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
    /** No stage works on more pixels per side: 50 for one of MNIST's, if the digit fills the picture. */
    private static final int LONGEST_SIDE = 1000;

    static {
        // ImageJ's filters share threads that would keep the JVM from ending
        ThreadUtil.threadPoolExecutor.setThreadFactory(task -> {
            Thread thread = new Thread(task, "ImageJ filter");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads a picture of one digit.
     *
     * @param file PNG, JPEG, GIF or BMP, of any size up to 100 million pixels, any colours, transparent or not
     * @throws DataException if it cannot be read or shows no ink, in one sentence
     */
    public static Handwriting read(Path file) {
        return of(file.toString(), PictureFile.read(file));
    }

    /** Reads one from a stream; {@code name} is for messages. */
    public static Handwriting read(String name, InputStream stream) throws IOException {
        return of(name, PictureFile.read(name, stream.readAllBytes()));
    }

    private static Handwriting of(String name, PictureFile file) {
        ImageProcessor picture = flattened(file);
        ImageProcessor grey = Paper.grey(picture, Paper.contrast(picture));
        boolean lightOnDark = Paper.isLightOnDark(grey);
        ImageProcessor darkOnLight = lightOnDark ? inverted(grey) : grey;
        ImageProcessor darkness = Paper.darkness(darkOnLight);
        ImageProcessor ink = InkMask.of(darkness)
                .orElseThrow(() -> new DataException(name
                        + ": shows no ink; give a picture of one digit, clearly darker or lighter than its paper."));
        ImageProcessor crop = MnistForm.cropped(ink);
        ImageProcessor thick = MnistForm.thickened(crop);
        ImageProcessor scaled = MnistForm.scaled(thick);
        ImageProcessor centred = MnistForm.centred(scaled);

        List<Stage> stages = new ArrayList<>(List.of(Stage.of("picture", picture), Stage.of("grey", grey)));
        if (lightOnDark) {
            stages.add(Stage.of("inverted", darkOnLight));
        }
        stages.add(Stage.ink("light evened out", darkness));
        stages.add(Stage.ink("ink", ink));
        stages.add(Stage.ink("cropped", crop));
        if (thick != crop) {
            stages.add(Stage.ink("thickened", thick));
        }
        stages.add(Stage.ink("20 × 20", scaled));
        stages.add(Stage.ink("centred", centred));
        centred.multiply(Paper.WHITE);
        boolean mnistSize = file.width() == LabelledImages.WIDTH && file.height() == LabelledImages.HEIGHT;
        return new Handwriting(
                name,
                file.width(),
                file.height(),
                lightOnDark,
                List.copyOf(stages),
                pixels(centred),
                mnistSize ? Optional.of(asItIs(picture)) : Optional.empty());
    }

    /** Returns a picture on opaque paper, in the size that the stages work in. */
    static ImageProcessor flattened(PictureFile file) {
        ImageProcessor picture = file.picture();
        Paper.flatten(picture);
        return Stage.reduced(picture, LONGEST_SIDE);
    }

    private static byte[] asItIs(ImageProcessor picture) {
        ImageProcessor luminance = Paper.grey(picture, Paper.LUMINANCE);
        return pixels(Paper.isLightOnDark(luminance) ? luminance : inverted(luminance));
    }

    /** Returns dark for light: 255 - value. */
    static ImageProcessor inverted(ImageProcessor grey) {
        ImageProcessor inverted = grey.duplicate();
        inverted.multiply(-1);
        inverted.add((double) Paper.WHITE);
        return inverted;
    }

    /** Returns 784 values as bytes. */
    static byte[] pixels(ImageProcessor ink) {
        byte[] pixels = new byte[LabelledImages.PIXELS];
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = (byte) Math.round(ink.getf(k));
        }
        return pixels;
    }
}
