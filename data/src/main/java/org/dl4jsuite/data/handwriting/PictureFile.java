package org.dl4jsuite.data.handwriting;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
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
import org.jspecify.annotations.Nullable;

/**
 * A picture file, decoded in bounded memory: its size is known from its header before anything is decoded, and of a large
 * picture only every n-th pixel of every n-th row is kept.
 *
 * @param width of the file, in pixels
 * @param height of the file, in pixels
 * @param picture in sRGB, opacity in the highest byte, upright
 */
record PictureFile(int width, int height, ImageProcessor picture) {
    /** A camera's largest pictures are smaller; a progressive JPEG of this size takes 400 MB to decode. */
    private static final long MAX_PIXELS = 100_000_000;
    /** JPEG's longest side; a single row of more would take hundreds of megabytes. */
    private static final int MAX_SIDE = 65_535;
    /** A BMP of the largest size, 32 bits per pixel, and its header. */
    private static final long MAX_BYTES = 4 * MAX_PIXELS + 65_536;
    /** As many as a format can pack at most: deflate turns 1032 bytes of eight pixels each into one. */
    private static final int MAX_PIXELS_PER_BYTE = 8_300;
    /** A GIF's code of 12 bits stands for 3,838 pixels at most. */
    private static final int MAX_PIXELS_PER_BYTE_OF_GIF = 2_600;
    /** Fewer pixels per side show no digit. */
    private static final int MIN_SIDE = 5;
    /** Of a narrower picture, no width would remain when it is scaled down. */
    private static final int MAX_RATIO = 100;
    /** Of a larger picture only every n-th pixel is decoded, so that no more than this remain a side. */
    private static final int DECODED_SIDE = 2048;

    /** Where a BMP's header says these. */
    private static final int BMP_OFFSET = 10;

    private static final int BMP_COMPRESSION = 30;
    private static final int BMP_COLOURS = 46;
    /** The last kind of compression that is none of a whole picture inside. */
    private static final int BMP_BITFIELDS = 3;

    private static final int OS2_HEADER_BYTES = 12;
    private static final int MAX_BMP_HEADER = 1 << 20;

    private static final List<String> FORMATS = List.of("png", "jpeg", "gif", "bmp");

    /**
     * Decodes a file.
     *
     * @throws DataException if it is no picture, damaged, too small or too large, in one sentence
     */
    static PictureFile read(Path file) {
        if (Files.isDirectory(file)) {
            throw new DataException(
                    file + ": is a folder; give the picture files in it, for example " + file.resolve("7.png") + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + ": there is no such file; check the name.");
        }
        try (InputStream metadata = new BufferedInputStream(Files.newInputStream(file));
                ImageInputStream pixels = new FileImageInputStream(file.toFile())) {
            if (pixels.length() > MAX_BYTES) {
                throw new DataException(
                        file + ": " + pixels.length() + " bytes are more than any picture takes that is read.");
            }
            return read(file.toString(), pixels.length(), metadata, pixels);
        } catch (IOException e) {
            throw new DataException(
                    file + ": cannot be read (" + e.getMessage() + "); check that it is a file you may read.", e);
        }
    }

    /** Decodes the bytes of a file; {@code name} is for messages. */
    static PictureFile read(String name, byte[] file) throws IOException {
        try (ImageInputStream pixels = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return read(name, file.length, new ByteArrayInputStream(file), pixels);
        }
    }

    private static PictureFile read(String name, long bytes, InputStream metadata, ImageInputStream pixels) {
        ImageReader reader = reader(pixels);
        try {
            if (reader == null) {
                throw new DataException(name + ": is no picture that can be read; save it as PNG, JPEG, GIF or BMP.");
            }
            if (reader.getFormatName().equalsIgnoreCase("bmp")) {
                requireSoundBmp(name, pixels);
            }
            reader.setInput(pixels, true, true); // without its metadata, which may be of any size
            BufferedImage decoded = decode(name, bytes, reader);
            return new PictureFile(reader.getWidth(0), reader.getHeight(0), upright(argb(decoded), metadata));
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the JDK's readers throw all kinds at damaged files
            String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw new DataException(
                    name + ": the picture is damaged or ends too early" + reason + "; save or copy it again.", e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    /** Returns the JDK's own reader; DL4J brings others, which take memory for whatever a header says. */
    private static @Nullable ImageReader reader(ImageInputStream pixels) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(pixels);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            String format = reader.getOriginatingProvider().getFormatNames()[0];
            boolean known = FORMATS.contains(format.toLowerCase(Locale.ROOT));
            if (known && reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader;
            }
        }
        return null;
    }

    /**
     * Rejects what the JDK's reader of BMPs would follow unchecked: a whole JPEG or PNG inside, which may be of another size
     * than the BMP says, and a palette of gigabytes.
     */
    private static void requireSoundBmp(String name, ImageInputStream pixels) throws IOException {
        pixels.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        pixels.seek(BMP_OFFSET);
        long offset = pixels.readUnsignedInt();
        boolean old = pixels.readUnsignedInt() == OS2_HEADER_BYTES; // without the rest
        pixels.seek(BMP_COMPRESSION);
        long compression = old ? 0 : pixels.readUnsignedInt();
        pixels.seek(BMP_COLOURS);
        long colours = old ? 0 : pixels.readUnsignedInt();
        pixels.seek(0);
        if (compression > BMP_BITFIELDS || offset > MAX_BMP_HEADER || colours > MAX_BMP_HEADER / Integer.BYTES) {
            throw new DataException(name + ": is a BMP of an uncommon kind; save it as PNG.");
        }
    }

    private static BufferedImage decode(String name, long bytes, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > MAX_SIDE) {
            throw new DataException(name + ": " + width + " x " + height + " pixels have a side of more than "
                    + MAX_SIDE + "; scale the picture down.");
        }
        if ((long) width * height > MAX_PIXELS) {
            throw new DataException(name + ": " + width + " x " + height + " pixels are more than the "
                    + MAX_PIXELS / 1_000_000 + " million that are read; scale the picture down.");
        }
        boolean gif = reader.getFormatName().equalsIgnoreCase("gif");
        if ((long) width * height > bytes * (gif ? MAX_PIXELS_PER_BYTE_OF_GIF : MAX_PIXELS_PER_BYTE)) {
            throw new DataException(name + ": " + width + " x " + height + " pixels do not fit into its " + bytes
                    + " bytes; save or copy it again.");
        }
        if (Math.min(width, height) < MIN_SIDE) {
            throw new DataException(name + ": " + width + " x " + height
                    + " pixels are too few for a digit; give a picture of 28 x 28 pixels or more.");
        }
        if (Math.max(width, height) / Math.min(width, height) > MAX_RATIO) {
            throw new DataException(name + ": " + width + " x " + height
                    + " pixels are too narrow for a digit; cut the picture to it.");
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
        return image;
    }

    /** Returns the pixels in sRGB. Grey values are taken as they are: getRGB would brighten them as linear light. */
    private static ColorProcessor argb(BufferedImage image) {
        int width = image.getWidth();
        Raster raster = image.getRaster();
        if (raster.getNumBands() > 2 || image.getColorModel() instanceof IndexColorModel) {
            int[] argb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
            return new ColorProcessor(width, image.getHeight(), argb);
        }
        ColorProcessor picture = new ColorProcessor(width, image.getHeight());
        int excess = raster.getSampleModel().getSampleSize(0) - Byte.SIZE; // 8 for 16 bits per pixel
        for (int i = 0; i < picture.getPixelCount(); i++) {
            int grey = raster.getSample(i % width, i / width, 0) >> excess;
            int alpha = raster.getNumBands() == 2 ? raster.getSample(i % width, i / width, 1) >> excess : 0xff;
            picture.set(i, alpha << 24 | grey << 16 | grey << 8 | grey);
        }
        return picture;
    }

    /** Turns and mirrors a photograph as its camera noted (Exif 2.3, section 4.6.4, the orientations 1 to 8). */
    private static ImageProcessor upright(ImageProcessor picture, InputStream metadata) {
        int orientation = orientation(metadata);
        ImageProcessor turned = switch (orientation) {
            case 3, 4 -> picture.rotateRight().rotateRight();
            case 5, 6 -> picture.rotateRight();
            case 7, 8 -> picture.rotateLeft();
            default -> picture;
        };
        if (List.of(2, 4, 5, 7).contains(orientation)) {
            turned.flipHorizontal();
        }
        return turned;
    }

    /** Returns the Exif orientation; 1, upright, of what is no JPEG or says nothing that can be understood. */
    private static int orientation(InputStream metadata) {
        try {
            ExifIFD0Directory note = JpegMetadataReader.readMetadata(metadata, List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = note == null ? null : note.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return orientation == null ? 1 : orientation;
        } catch (JpegProcessingException | IOException e) {
            return 1; // odd segments are the decoder's to judge
        }
    }
}
