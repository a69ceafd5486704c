package org.dl4jsuite.data.handwriting;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.dl4jsuite.data.DataException;

/**
 * A picture file, decoded in bounded memory: its size is known from its header before anything is decoded, and of a large
 * picture only every n-th pixel of every n-th row is kept.
 */
final class PictureFile {
    /** A camera's largest pictures are smaller; a progressive JPEG of this size takes 400 MB to decode. */
    private static final long MAX_PIXELS = 100_000_000;
    /** Fewer pixels a side show no digit. */
    private static final int MIN_SIDE = 5;
    /** Of a larger picture only every n-th pixel is decoded, so that no more than this remain a side. */
    private static final int DECODED_SIDE = 2048;

    private static final List<String> FORMATS = List.of("png", "jpeg", "gif", "bmp");

    private PictureFile() {}

    /**
     * Decodes a file.
     *
     * @throws DataException if it is no picture, damaged, too small or too large, in one sentence
     */
    static Picture read(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new DataException(
                    name + ": is a folder; give the picture files in it, for example " + file.resolve("7.png") + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(name + ": there is no such file; check the name.");
        }
        try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
            return read(name, stream);
        } catch (IOException e) {
            throw new DataException(
                    name + ": cannot be read (" + e.getMessage() + "); check that it is a file you may read.", e);
        }
    }

    /** Decodes what a stream holds; {@code name} is for messages. */
    static Picture read(String name, InputStream bytes) throws IOException {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(bytes)) {
            return read(name, stream);
        }
    }

    private static Picture read(String name, ImageInputStream stream) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null) {
            throw noPicture(name);
        }
        try {
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (!FORMATS.contains(format)) {
                throw noPicture(name);
            }
            int orientation = ExifOrientation.of(stream);
            reader.setInput(stream, true, true); // without its metadata, which may be of any size
            return decode(name, reader).turned(orientation);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
            // what the JDK's readers throw at damaged files
            String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw new DataException(
                    name + ": the picture is damaged or ends too early" + reason + "; save or copy it again.", e);
        } finally {
            reader.dispose();
        }
    }

    private static Picture decode(String name, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new DataException(name + ": " + width + " x " + height + " pixels are more than the "
                    + MAX_PIXELS / 1_000_000 + " million that are read; scale the picture down.");
        }
        if (Math.min(width, height) < MIN_SIDE) {
            throw new DataException(name + ": " + width + " x " + height
                    + " pixels are too few for a digit; give a picture of 28 x 28 pixels or more.");
        }
        boolean[] early = new boolean[1];
        reader.addIIOReadWarningListener(
                // libjpeg fills what is missing with grey, and only warns
                (source, warning) ->
                        early[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
        ImageReadParam part = reader.getDefaultReadParam();
        int every = (Math.max(width, height) + DECODED_SIDE - 1) / DECODED_SIDE;
        part.setSourceSubsampling(every, every, 0, 0);
        BufferedImage image = reader.read(0, part);
        if (early[0]) {
            throw new IOException("the data ends before the last row");
        }
        return Picture.of(image, width, height);
    }

    private static DataException noPicture(String name) {
        return new DataException(name + ": is no picture that can be read; save it as PNG, JPEG, GIF or BMP.");
    }
}
