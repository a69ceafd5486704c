package org.dl4jsuite.compare.interchange;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.UserError;

/** NumPy's {@code .npz}: a zip with one {@code .npy} file per array, as {@code numpy.savez} writes it. */
public final class Npz {
    private static final String EXTENSION = ".npy";
    private static final int MAX_ARRAYS = 10_000;
    /** 512 MB of doubles: more than a batch of all of MNIST takes. */
    private static final long MAX_VALUES = 1L << 26;
    /** What a value takes on its way into a network, in doubles: of the array, in other orders, and in the network. */
    static final int HEAP_BYTES_PER_VALUE = 8 * Double.BYTES;

    private Npz() {}

    /**
     * Reads all arrays of a file, in its order, by their names without {@code .npy}. Memory is taken only for what the file
     * really has; no array of objects (a pickle) is read.
     *
     * @throws UserError if it is no such file, in one sentence
     */
    public static Map<String, NpyArray> read(Path file) throws IOException {
        return read(file, Math.min(MAX_VALUES, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_VALUE));
    }

    static Map<String, NpyArray> read(Path file, long maxValues) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        NpyReader reader = new NpyReader(maxValues);
        try (CheckedZip zip = CheckedZip.open(file, "a .npz file; write one with numpy.savez", MAX_ARRAYS)) {
            for (ZipEntry entry : zip.entries()) {
                if (!entry.getName().endsWith(EXTENSION) || entry.getName().equals(EXTENSION)) {
                    throw new UserError(file + ": has the entry \"" + CheckedZip.printable(entry.getName())
                            + "\", which is no array; write the file with numpy.savez.");
                }
                String name = name(entry);
                arrays.put(name, zip.read(entry, stream -> array(reader, stream, entry, file + ": " + name)));
            }
        }
        return arrays;
    }

    private static NpyArray array(NpyReader reader, DataInputStream stream, ZipEntry entry, String where)
            throws IOException {
        return reader.read(stream, entry.getSize(), where);
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - EXTENSION.length());
    }

    /** Returns all arrays of a file that is in memory and known to be sound, because its checksum was compared. */
    static Map<String, NpyArray> readSound(byte[] bytes, String where) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        NpyReader reader = new NpyReader(MAX_VALUES);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] array = zip.readAllBytes();
                DataInputStream stream = new DataInputStream(new ByteArrayInputStream(array));
                arrays.put(name(entry), reader.read(stream, array.length, where));
            }
        }
        return arrays;
    }

    /** Writes arrays by name, whole or not at all; the same arrays give the same bytes. */
    public static void write(Path file, Map<String, NpyArray> arrays) throws IOException {
        AtomicFile.write(file, stream -> {
            ZipOutputStream zip = new ZipOutputStream(stream);
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                zip.putNextEntry(CheckedZip.timeless(array.getKey() + EXTENSION));
                BufferedOutputStream buffered = new BufferedOutputStream(zip, 1 << 16);
                NpyWriter.write(buffered, array.getValue());
                buffered.flush();
                zip.closeEntry();
            }
            zip.finish();
        });
    }
}
