package org.dl4jsuite.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One IDX file, read item by item: an item is a label of 1 byte or an image of 28x28.
 *
 * <p>The format (Yann LeCun, <i>The MNIST database of handwritten digits</i>): big-endian unsigned 32-bit numbers, a
 * magic number (0x801 for labels, 0x803 for images) and the length of each dimension, the first being the number of
 * items; then the items, a byte each value. Nothing is allocated by what the header claims.
 */
final class IdxFile implements Closeable {
    private static final int WORD = Integer.BYTES;

    private final String file;
    private final String items;
    private final InputStream in;
    private final int itemBytes;
    private final long count;
    private long itemsRead;

    private IdxFile(URI uri, InputStream raw, int magic, String items, int... itemShape) {
        this.file = Streams.location(uri);
        this.items = items;
        this.itemBytes = IntStream.of(itemShape).reduce(1, Math::multiplyExact);
        this.in = Streams.unpacked(raw, uri);
        try {
            ByteBuffer header = header(magic, 2 + itemShape.length);
            this.count = Integer.toUnsignedLong(header.getInt());
            requireShape(header, itemShape);
            if (count == 0) {
                throw new DataException(file + ": has 0 " + items + "; at least 1 is needed.");
            }
        } catch (RuntimeException e) {
            Streams.closeAfter(e, in);
            throw e;
        }
    }

    /** Reads the header of an images file; the stream may be gzipped. */
    static IdxFile images(URI uri, InputStream raw) {
        return new IdxFile(uri, raw, 0x803, "images", LabelledImages.HEIGHT, LabelledImages.WIDTH);
    }

    /** Reads the header of a labels file; the stream may be gzipped. */
    static IdxFile labels(URI uri, InputStream raw) {
        return new IdxFile(uri, raw, 0x801, "labels");
    }

    /** The number of items the header claims: 1 to 2^32 - 1. */
    long count() {
        return count;
    }

    /** How many items were read so far. */
    long itemsRead() {
        return itemsRead;
    }

    /** The file's name for messages. */
    String file() {
        return file;
    }

    boolean hasNext() {
        return itemsRead < count;
    }

    /** Reads the next item; after the last one also makes sure that the file ends there. */
    void next(byte[] into) {
        if (read(into, itemBytes) < itemBytes) {
            throw new DataException(file + ": ends after " + itemsRead + " of " + count + " " + items
                    + "; copy or download the file again.");
        }
        itemsRead++;
        if (!hasNext() && read(new byte[1], 1) > 0) {
            throw new DataException(file + ": goes on after the " + count + " " + items
                    + " its header announces; copy or download the file again.");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The header's words after its magic number, which is checked. */
    private ByteBuffer header(int magic, int words) {
        byte[] header = new byte[words * WORD];
        int length = read(header, header.length);
        if (length >= WORD && ByteBuffer.wrap(header).getInt() != magic) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%s: starts with 0x%08x, but IDX %s start with 0x%08x; give an IDX %s file here.",
                    file,
                    ByteBuffer.wrap(header).getInt(),
                    items,
                    magic,
                    items));
        }
        if (length < header.length) {
            throw new DataException(file + ": ends after " + length + " of the " + header.length
                    + " bytes of its header; copy or download the file again.");
        }
        return ByteBuffer.wrap(header, WORD, header.length - WORD);
    }

    private void requireShape(ByteBuffer header, int[] itemShape) {
        StringBuilder found = new StringBuilder();
        boolean same = true;
        for (int expected : itemShape) {
            int length = header.getInt();
            found.append(found.isEmpty() ? "" : "x").append(Integer.toUnsignedString(length));
            same &= length == expected;
        }
        if (!same) {
            throw new DataException(file + ": has " + items + " of " + found + "; they must be " + LabelledImages.HEIGHT
                    + "x" + LabelledImages.WIDTH + ".");
        }
    }

    /** Reads up to {@code length} bytes; fewer mean that the file ends. */
    private int read(byte[] into, int length) {
        try {
            return in.readNBytes(into, 0, length);
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }
}
