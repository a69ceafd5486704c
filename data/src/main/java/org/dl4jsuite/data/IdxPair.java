package org.dl4jsuite.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nd4j.common.function.Function;

/**
 * An IDX images file and its labels file, read in step.
 *
 * <p>The format (Yann LeCun, <i>The MNIST database of handwritten digits</i>): big-endian unsigned 32-bit numbers, a
 * magic number (0x801 for labels, 0x803 for images) and the length of each dimension, the first being the number of
 * items; then the items, one byte per value. Nothing is allocated by what the header claims.
 */
final class IdxPair implements Closeable {
    private static final int WORD = Integer.BYTES;

    private final String imagesFile;
    private final String labelsFile;
    private final InputStream images;
    private final InputStream labels;
    private final byte[] label = new byte[1];
    private final long count;
    private long imagesRead;

    /**
     * Opens both and reads their headers; either may be gzipped.
     *
     * @throws DataException if one is not what it should be, or their counts differ
     */
    IdxPair(URI imagesUri, URI labelsUri, Function<URI, InputStream> opener) {
        this.imagesFile = DataFiles.location(imagesUri);
        this.labelsFile = DataFiles.location(labelsUri);
        this.images = DataFiles.unpacked(opener.apply(imagesUri), imagesUri);
        try {
            this.count = count(images, imagesFile, "images", 0x803, LabelledImages.HEIGHT, LabelledImages.WIDTH);
            this.labels = DataFiles.unpacked(opener.apply(labelsUri), labelsUri);
        } catch (RuntimeException e) {
            DataFiles.closeAfter(e, images);
            throw e;
        }
        try {
            long labelCount = count(labels, labelsFile, "labels", 0x801);
            if (count != labelCount) {
                throw new DataException(imagesFile + ": has " + count + " images, but " + labelsFile + " has "
                        + labelCount + " labels; give two files that belong together.");
            }
        } catch (RuntimeException e) {
            DataFiles.closeAfter(e, this);
            throw e;
        }
    }

    /** Returns the number of images both headers claim: 1 to 2^32 - 1. */
    long count() {
        return count;
    }

    boolean hasNext() {
        return imagesRead < count;
    }

    /**
     * Reads the next image; after the last one also makes sure that both files end there.
     *
     * @param pixels takes its 784 bytes
     * @return its label, 0 to 9
     */
    int next(byte[] pixels) {
        next(images, imagesFile, "images", pixels);
        next(labels, labelsFile, "labels", label);
        imagesRead++;
        int value = label[0] & 0xff;
        if (value >= LabelledImages.CLASSES) {
            throw new DataException(labelsFile + ": label " + imagesRead + " of " + count + " is " + value
                    + "; labels must be 0 to " + (LabelledImages.CLASSES - 1) + ".");
        }
        return value;
    }

    private void next(InputStream in, String file, String items, byte[] into) {
        if (read(in, file, into) < into.length) {
            throw new DataException(file + ": ends after " + imagesRead + " of " + count + " " + items
                    + "; copy or download the file again.");
        }
        if (imagesRead == count - 1 && read(in, file, new byte[1]) > 0) {
            throw new DataException(file + ": goes on after the " + count + " " + items
                    + " its header announces; copy or download the file again.");
        }
    }

    @Override
    public void close() throws IOException {
        try (labels) {
            images.close();
        }
    }

    /** Reads a header, checks its magic number and the shape of its items, and returns their number. */
    private static long count(InputStream in, String file, String items, int magic, int... shape) {
        ByteBuffer header = ByteBuffer.allocate((2 + shape.length) * WORD);
        int length = read(in, file, header.array());
        int found = header.getInt();
        if (length >= WORD && found != magic) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%s: starts with 0x%08x, but IDX %s start with 0x%08x; give an IDX %s file here.",
                    file,
                    found,
                    items,
                    magic,
                    items));
        }
        if (length < header.capacity()) {
            throw new DataException(file + ": ends after " + length + " of the " + header.capacity()
                    + " bytes of its header; copy or download the file again.");
        }
        long count = Integer.toUnsignedLong(header.getInt());
        int[] shapeFound = Arrays.stream(shape).map(side -> header.getInt()).toArray();
        if (!Arrays.equals(shape, shapeFound)) {
            throw new DataException(
                    file + ": has " + items + " of " + joined(shapeFound) + "; they must be " + joined(shape) + ".");
        }
        if (count == 0) {
            throw new DataException(file + ": has 0 " + items + "; at least 1 is needed.");
        }
        return count;
    }

    private static String joined(int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toUnsignedString).collect(Collectors.joining("x"));
    }

    /** Fills an array, and returns how many bytes there were; fewer mean that the file ends. */
    private static int read(InputStream in, String file, byte[] into) {
        try {
            return in.readNBytes(into, 0, into.length);
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }
}
