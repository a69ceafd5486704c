package org.dl4jsuite.compare.interchange;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a {@code .npy} file, versions 1 to 3 of NumPy's format ({@code numpy.lib.format}): a magic string, the
 * version, the header's length, and the header, which is a Python dictionary.
 *
 * @param dtype of the elements
 * @param type what {@code dtype} means
 * @param fortranOrder whether the first index is the fastest
 * @param shape the length of each dimension
 * @param count how many elements that are
 * @param bytes of the magic string, the version, the length and the header
 */
record NpyHeader(String dtype, NpyType type, boolean fortranOrder, List<Integer> shape, long count, long bytes) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER_BYTES = 1 << 16;
    private static final int MAX_DIMENSIONS = 32;

    private static final Pattern ENTRY = Pattern.compile(
            "\\s*(['\"])(\\w+)\\1\\s*:\\s*"
                    + "(?:(['\"])(?<text>[^'\"]*)\\3|(?<flag>True|False)|\\((?<tuple>[^()\\[\\]]*)\\)|(?<list>\\[[^}]*]))\\s*,?");

    /**
     * Reads the header and leaves the stream at the first element.
     *
     * @param where the file and the array, for a message
     * @throws InvalidFileException if it is none, or of an array that the suite does not read
     */
    static NpyHeader read(DataInputStream stream, String where) throws IOException {
        byte[] magic = stream.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new InvalidFileException(where + ": does not begin as NumPy's arrays do; save it with numpy.savez.");
        }
        int version = stream.readUnsignedByte();
        int minor = stream.readUnsignedByte();
        if (version < 1 || version > 3 || minor != 0) {
            throw new InvalidFileException(where + ": version " + version + "." + minor
                    + " of NumPy's array format is unknown; versions 1.0 to 3.0 are read.");
        }
        boolean shortLength = version == 1;
        long length = Integer.toUnsignedLong(
                shortLength ? Short.reverseBytes(stream.readShort()) & 0xffff : Integer.reverseBytes(stream.readInt()));
        if (length > MAX_HEADER_BYTES) {
            throw new InvalidFileException(where + ": a header of " + length + " bytes is longer than the "
                    + MAX_HEADER_BYTES + " that an array of numbers can need.");
        }
        byte[] header = new byte[(int) length];
        stream.readFully(header);
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        long bytes = MAGIC.length + 2 + (shortLength ? Short.BYTES : Integer.BYTES) + length;
        return parse(new String(header, charset).strip(), bytes, where);
    }

    private static NpyHeader parse(String header, long bytes, String where) {
        String dtype = null;
        Boolean fortranOrder = null;
        List<Integer> shape = null;
        boolean known = header.startsWith("{") && header.endsWith("}");
        String entries = known ? header.substring(1, header.length() - 1).strip() : "";
        Matcher entry = ENTRY.matcher(entries);
        int at = 0;
        while (known && at < entries.length()) {
            entry.region(at, entries.length());
            known = entry.lookingAt();
            if (known) {
                at = entry.end();
                String key = entry.group(2);
                if (key.equals("descr")
                        && dtype == null
                        && (entry.group("text") != null || entry.group("list") != null)) {
                    dtype = entry.group("text") != null ? entry.group("text") : entry.group("list");
                } else if (key.equals("fortran_order") && fortranOrder == null && entry.group("flag") != null) {
                    fortranOrder = entry.group("flag").equals("True");
                } else if (key.equals("shape") && shape == null && entry.group("tuple") != null) {
                    shape = shape(entry.group("tuple"));
                    known = shape != null;
                } else {
                    known = false;
                }
            }
        }
        if (!known || dtype == null || fortranOrder == null || shape == null) {
            throw new InvalidFileException(
                    where + ": its header is not a dictionary of descr, fortran_order and shape, of at" + " most "
                            + MAX_DIMENSIONS + " dimensions; save it with numpy.savez.");
        }
        NpyType type = type(dtype, where);
        return new NpyHeader(dtype, type, fortranOrder, shape, count(shape, where), bytes);
    }

    private static @Nullable List<Integer> shape(String tuple) {
        if (tuple.isBlank()) {
            return List.of();
        }
        List<Integer> shape = new ArrayList<>();
        for (String length : tuple.strip().replaceFirst(",$", "").split(",", -1)) {
            String digits = length.strip();
            if (!digits.matches("\\d{1,10}") || Long.parseLong(digits) > Integer.MAX_VALUE) {
                return null;
            }
            shape.add(Integer.parseInt(digits));
        }
        return shape.size() <= MAX_DIMENSIONS ? shape : null;
    }

    private static NpyType type(String dtype, String where) {
        if (dtype.contains("O")) {
            throw new InvalidFileException(where + ": an array of Python objects (dtype " + CheckedZip.printable(dtype)
                    + ") is a pickle, which can run code when it"
                    + " is read; save numbers, for example with .astype(float).");
        }
        return NpyType.of(dtype)
                .orElseThrow(() -> new InvalidFileException(where + ": dtype " + CheckedZip.printable(dtype)
                        + " is not read; save float32, float64, integers of up to 64 bits, bool or str."));
    }

    private static long count(List<Integer> shape, String where) {
        long count = 1;
        for (int length : shape) {
            if (length == 0) {
                return 0;
            }
            count *= length;
            if (count > Integer.MAX_VALUE) {
                throw new InvalidFileException(where + ": shape " + shape + " has more elements than any array holds.");
            }
        }
        return count;
    }
}
