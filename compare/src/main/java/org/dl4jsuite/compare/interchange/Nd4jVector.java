package org.dl4jsuite.compare.interchange;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A vector as {@code Nd4j.write} of ND4J 1.0.0-M2.1 writes it, all big-endian: two data buffers, each of a text (how it was
 * allocated), its length as a long, a text (its data type) and its elements. The first, of longs, is the shape: rank,
 * lengths, strides, flags, element stride and order.
 */
final class Nd4jVector {
    private static final String ALLOCATION = "MIXED_DATA_TYPES";
    private static final long FLAGS_OF_FLOAT = 0x2000;
    private static final long FLAGS_OF_DOUBLE = 0x4000;
    private static final int BUFFER_BYTES = 1 << 16;

    private Nd4jVector() {}

    /** A vector of single or double precision. */
    record Vector(double[] values, boolean single) {}

    /**
     * Reads a vector, to its last element.
     *
     * @param bytes that the stream has
     * @param expected its length; no memory is taken for another
     * @param where the file, for a message
     */
    static Vector read(DataInputStream stream, long bytes, long expected, String where) throws IOException {
        requireText(ALLOCATION, stream.readUTF(), where);
        long shapeLength = stream.readLong();
        requireText("LONG", stream.readUTF(), where);
        if (shapeLength != shapeLength(1) && shapeLength != shapeLength(2)) {
            throw new InvalidFileException(where + ": its shape takes " + shapeLength + " numbers, not the "
                    + shapeLength(1) + " or " + shapeLength(2) + " of a vector.");
        }
        long[] shape = new long[(int) shapeLength];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = stream.readLong();
        }
        int rank = (int) shape[0];
        boolean isVector = shapeLength == shapeLength(shape[0]) && (rank == 1 || shape[1] == 1);
        requireText(ALLOCATION, stream.readUTF(), where);
        long count = stream.readLong();
        String type = stream.readUTF();
        if (!type.equals("FLOAT") && !type.equals("DOUBLE")) {
            throw new InvalidFileException(
                    where + ": is of " + CheckedZip.printable(type) + "; save the network in FLOAT or DOUBLE.");
        }
        boolean single = type.equals("FLOAT");
        int width = single ? Float.BYTES : Double.BYTES;
        if (!isVector || count != shape[rank] || count != expected || count > bytes / width) {
            throw new InvalidFileException(where + ": " + count + " numbers of " + type + " in " + bytes
                    + " bytes are not the vector of " + expected + " parameters that the network has.");
        }
        double[] values = new double[(int) count];
        byte[] buffer = new byte[BUFFER_BYTES];
        int atOnce = BUFFER_BYTES / width;
        for (int from = 0; from < values.length; from += atOnce) {
            int to = Math.min(values.length, from + atOnce);
            stream.readFully(buffer, 0, (to - from) * width);
            ByteBuffer elements = ByteBuffer.wrap(buffer);
            for (int i = from; i < to; i++) {
                values[i] = single ? elements.getFloat() : elements.getDouble();
            }
        }
        return new Vector(values, single);
    }

    /** Writes a vector; the values of a single one must be floats. */
    static void write(DataOutputStream stream, Vector vector) throws IOException {
        double[] values = vector.values();
        stream.writeUTF(ALLOCATION);
        stream.writeLong(shapeLength(1));
        stream.writeUTF("LONG");
        long flags = vector.single() ? FLAGS_OF_FLOAT : FLAGS_OF_DOUBLE;
        for (long number : new long[] {1, values.length, 1, flags, 1, 'c'}) {
            stream.writeLong(number);
        }
        stream.writeUTF(ALLOCATION);
        stream.writeLong(values.length);
        stream.writeUTF(vector.single() ? "FLOAT" : "DOUBLE");
        for (double value : values) {
            if (vector.single()) {
                stream.writeFloat((float) value);
            } else {
                stream.writeDouble(value);
            }
        }
    }

    /** Returns the numbers that tell of a shape: its rank, lengths and strides, and three more. */
    private static long shapeLength(long rank) {
        return 2 * rank + 4;
    }

    private static void requireText(String expected, String text, String where) {
        if (!text.equals(expected)) {
            throw new InvalidFileException(where + ": has \"" + CheckedZip.printable(text)
                    + "\" where ND4J 1.0.0-M2.1 writes \"" + expected + "\"; save the network with that version.");
        }
    }
}
