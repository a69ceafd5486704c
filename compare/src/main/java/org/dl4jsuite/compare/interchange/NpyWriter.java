package org.dl4jsuite.compare.interchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes {@code .npy} files of version 1.0: float32, float64 and unicode strings, little-endian, in C order. */
final class NpyWriter {
    private static final byte[] MAGIC_AND_VERSION = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** What stands before the elements is a multiple of this long, so that they can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private NpyWriter() {}

    /** Writes an array; integers and bool become float64. */
    static void write(OutputStream stream, NpyArray array) throws IOException {
        int characters = array.texts().stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .reduce(1, Math::max);
        boolean single = array.dtype().endsWith("f4");
        String dtype = array.isText() ? "<U" + characters : single ? NpyArray.FLOAT32 : NpyArray.FLOAT64;
        stream.write(MAGIC_AND_VERSION);
        String tuple = array.shape().stream().map(length -> length + ",").collect(Collectors.joining(" "));
        String header = "{'descr': '" + dtype + "', 'fortran_order': False, 'shape': (" + tuple + "), }";
        int unpadded = MAGIC_AND_VERSION.length + Short.BYTES + header.length() + 1;
        int padding = Math.floorMod(-unpadded, ALIGNMENT);
        byte[] padded = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        stream.write(padded.length);
        stream.write(padded.length >> Byte.SIZE);
        stream.write(padded);
        for (String text : array.texts()) {
            byte[] element = new byte[characters * Integer.BYTES];
            text.codePoints().forEach(littleEndian(element)::putInt);
            stream.write(element);
        }
        byte[] element = new byte[single ? Float.BYTES : Double.BYTES];
        ByteBuffer buffer = littleEndian(element);
        for (double value : array.values()) {
            if (single) {
                buffer.putFloat(0, (float) value);
            } else {
                buffer.putDouble(0, value);
            }
            stream.write(element);
        }
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
