package org.dl4jsuite.compare.interchange;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dl4jsuite.compare.UserError;
import org.jspecify.annotations.Nullable;

/** A zip from anywhere: its names, sizes and checksums are checked before anybody gets what is in it. */
final class CheckedZip implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,200}");
    /** The JDK holds a zip's directory in memory, which may be all of it. */
    private static final long MAX_FILE_BYTES =
            Math.min(4L << 30, Math.max(16 << 20, Runtime.getRuntime().maxMemory() / 2));
    /** Deflate packs no better: its shortest code, of two bits, stands for 258 bytes. */
    private static final long MAX_RATIO = 1032;
    /** The first moment that a zip knows. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipFile zip;
    private final Path file;
    private final List<ZipEntry> entries;

    private CheckedZip(ZipFile zip, Path file, List<ZipEntry> entries) {
        this.zip = zip;
        this.file = file;
        this.entries = entries;
    }

    /** What reads an entry. */
    interface Reader<T> {
        T read(DataInputStream stream) throws IOException;
    }

    /**
     * Opens a zip.
     *
     * @param wanted what it should be, and how one is written, for a message
     * @throws UserError if it is none, has names twice or of paths, or sizes that no zip can have
     */
    static CheckedZip open(Path file, String wanted, int maxEntries) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + ": no such file; give the name of " + wanted + ".");
        }
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new UserError(
                    file + ": " + Files.size(file) + " bytes are more than the " + MAX_FILE_BYTES + " that are read.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new UserError(file + ": is not " + wanted + " (" + e.getMessage() + ").");
        }
        try {
            if (zip.size() > maxEntries) {
                throw new UserError(
                        file + ": has " + zip.size() + " entries, more than the " + maxEntries + " that are read.");
            }
            List<ZipEntry> entries = entries(zip, file);
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : entries) {
                check(file, entry, names);
            }
            return new CheckedZip(zip, file, entries);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static List<ZipEntry> entries(ZipFile zip, Path file) {
        try {
            return List.copyOf(Collections.list(zip.entries()));
        } catch (IllegalArgumentException e) { // only then does the JDK decode the names
            throw new UserError(file + ": has an entry whose name is not UTF-8; use plain names.");
        }
    }

    private static void check(Path file, ZipEntry entry, Set<String> names) throws IOException {
        String name = printable(entry.getName());
        if (!NAME.matcher(entry.getName()).matches()) {
            throw new UserError(file + ": the entry \"" + name + "\" is a path or has no name; use plain names.");
        }
        if (!names.add(entry.getName())) {
            throw new UserError(file + ": has the entry \"" + name + "\" twice; write it once.");
        }
        boolean fits = entry.getSize() >= 0
                && entry.getCompressedSize() >= 0
                && entry.getCompressedSize() <= Files.size(file)
                && entry.getSize() <= MAX_RATIO * entry.getCompressedSize();
        if (!fits) {
            throw new UserError(file + ": says that \"" + name + "\" has " + entry.getSize() + " bytes, packed "
                    + entry.getCompressedSize() + ", which no zip of " + Files.size(file) + " bytes can hold.");
        }
    }

    /** The entries in the file's order. */
    List<ZipEntry> entries() {
        return entries;
    }

    /** Returns the entry of a name, or null if there is none. */
    @Nullable
    ZipEntry find(String name) {
        return entries.stream()
                .filter(entry -> entry.getName().equals(name))
                .findAny()
                .orElse(null);
    }

    /**
     * Returns what a reader makes of an entry, of which it must read all.
     *
     * @throws UserError if the entry ends too early, goes on afterwards, or is damaged
     */
    <T> T read(ZipEntry entry, Reader<T> reader) throws IOException {
        String where = file + ": " + printable(entry.getName());
        try (InputStream raw = zip.getInputStream(entry)) {
            CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(raw, 1 << 16), new CRC32());
            T result = reader.read(new DataInputStream(checked));
            if (checked.read() >= 0) {
                throw new UserError(where + ": has more bytes than it says.");
            }
            if (checked.getChecksum().getValue() != entry.getCrc()) {
                throw new UserError(where + ": is damaged: its checksum is wrong; copy the file again.");
            }
            return result;
        } catch (EOFException e) {
            throw new UserError(where + ": ends too early; copy the file again.");
        } catch (ZipException | UTFDataFormatException e) {
            throw new UserError(where + ": is damaged (" + e.getMessage() + "); copy the file again.");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A new entry that always has the same bytes. */
    static ZipEntry timeless(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        return entry;
    }

    /** Returns a name from a file as it can be shown: at most 60 characters, none that controls a terminal. */
    static String printable(String name) {
        String safe = name.replaceAll("\\p{Cntrl}", "?");
        return safe.length() <= 60 ? safe : safe.substring(0, 60) + "…";
    }
}
