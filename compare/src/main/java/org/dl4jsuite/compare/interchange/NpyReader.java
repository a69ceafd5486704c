package org.dl4jsuite.compare.interchange;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code .npy} files of one {@code .npz}, and keeps count of the memory that they take together. */
final class NpyReader {
    private static final int BUFFER_BYTES = 1 << 16;

    private final long maxUnits;
    private long unitsLeft;

    /**
     * A reader that takes no more than so much.
     *
     * @param maxUnits numbers and characters of all arrays together
     */
    NpyReader(long maxUnits) {
        this.maxUnits = maxUnits;
        this.unitsLeft = maxUnits;
    }

    /**
     * Reads one array, to the end of the stream.
     *
     * @param bytes what the zip says that the stream has; no more memory than that needs is taken
     * @param where the file and the array, for a message
     */
    NpyArray read(DataInputStream stream, long bytes, String where) throws IOException {
        NpyHeader header = NpyHeader.read(stream, where);
        NpyType type = header.type();
        long expected = header.bytes() + header.count() * type.bytes();
        if (bytes != expected) {
            throw new InvalidFileException(
                    where + ": an array of shape " + header.shape() + " and dtype " + header.dtype() + " takes "
                            + expected + " bytes with its header, but the file has " + bytes + " of it.");
        }
        long units = header.count() * type.units();
        if (units > unitsLeft) {
            throw new InvalidFileException(where + ": with it the file holds more than the " + maxUnits
                    + " values that are read at most; save fewer examples, or set JAVA_TOOL_OPTIONS=-Xmx8g.");
        }
        unitsLeft -= units;
        try {
            return type.isText() ? texts(stream, header) : numbers(stream, header);
        } catch (ArithmeticException e) {
            throw new InvalidFileException(where + ": the integer " + e.getMessage()
                    + " is not equal to any double; save it as a number of at most 2^53.");
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(where + ": has a character that is none of Unicode's.");
        }
    }

    private static NpyArray numbers(DataInputStream stream, NpyHeader header) throws IOException {
        int bytes = header.type().bytes();
        double[] values = new double[(int) header.count()];
        int atOnce = BUFFER_BYTES / bytes;
        for (int from = 0; from < values.length; from += atOnce) {
            int to = Math.min(values.length, from + atOnce);
            ByteBuffer buffer = next(stream, (to - from) * bytes, header);
            for (int i = from; i < to; i++) {
                values[i] = header.type().number(buffer);
            }
        }
        double[] inOrder = values;
        if (header.fortranOrder()) {
            inOrder = new double[values.length];
            int[] positions = fortranPositions(header.shape(), values.length);
            for (int i = 0; i < values.length; i++) {
                inOrder[i] = values[positions[i]];
            }
        }
        return new NpyArray(header.dtype(), header.shape(), inOrder, List.of());
    }

    private static NpyArray texts(DataInputStream stream, NpyHeader header) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < header.count(); i++) {
            texts.add(header.type().text(next(stream, header.type().bytes(), header)));
        }
        List<String> inOrder = new ArrayList<>(texts);
        if (header.fortranOrder()) {
            int[] positions = fortranPositions(header.shape(), texts.size());
            for (int i = 0; i < texts.size(); i++) {
                inOrder.set(i, texts.get(positions[i]));
            }
        }
        return new NpyArray(header.dtype(), header.shape(), new double[0], inOrder);
    }

    private static ByteBuffer next(DataInputStream stream, int bytes, NpyHeader header) throws IOException {
        byte[] buffer = new byte[bytes];
        stream.readFully(buffer);
        return ByteBuffer.wrap(buffer).order(header.type().order());
    }

    /** Returns for each element in C order where it lies in Fortran order. */
    private static int[] fortranPositions(List<Integer> shape, int count) {
        int[] positions = new int[count];
        for (int i = 0; i < count; i++) {
            int rest = i;
            int stride = count;
            for (int d = shape.size() - 1; d >= 0; d--) {
                stride /= shape.get(d);
                positions[i] += rest % shape.get(d) * stride;
                rest /= shape.get(d);
            }
        }
        return positions;
    }
}
