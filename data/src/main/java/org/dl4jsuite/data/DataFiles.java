package org.dl4jsuite.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.nd4j.common.function.Function;

/** Opens and unpacks files, names them in messages, and takes their SHA-256 while they are read: no file is read twice. */
final class DataFiles implements Function<URI, InputStream> {
    private static final int BUFFER = 1 << 16;
    private static final int[] GZIP_MAGIC = {0x1f, 0x8b};

    private final Map<String, MessageDigest> digests = new LinkedHashMap<>();

    /** Opens a file for a record reader, unpacked. */
    @Override
    public InputStream apply(URI uri) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            InputStream unpacked = unpacked(open(uri), uri);
            digests.put(fileName(uri).replaceFirst("(?i)\\.gz$", ""), digest);
            return new DigestInputStream(unpacked, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256.", e);
        }
    }

    /**
     * Returns the SHA-256 of the unpacked bytes by file name without {@code .gz}, in the order of opening. To be called
     * once, after every file was read to its end.
     */
    Map<String, String> checksums() {
        Map<String, String> checksums = new LinkedHashMap<>();
        digests.forEach((name, digest) -> checksums.put(name, HexFormat.of().formatHex(digest.digest())));
        return checksums;
    }

    /** Returns the bytes behind a {@code file:} or {@code jar:} URI as they lie there. */
    static InputStream open(URI uri) {
        try {
            // Opened as a URL, a folder would give a listing of itself instead of an error.
            return "file".equals(uri.getScheme())
                    ? Files.newInputStream(Path.of(uri))
                    : uri.toURL().openStream();
        } catch (IOException e) {
            throw DataException.unreadable(location(uri), e);
        }
    }

    /** Unpacks a gzip stream, recognised by its first two bytes; any other stream is passed on, buffered. */
    static InputStream unpacked(InputStream raw, URI uri) {
        try {
            BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
            buffered.mark(GZIP_MAGIC.length);
            boolean gzip = buffered.read() == GZIP_MAGIC[0] && buffered.read() == GZIP_MAGIC[1];
            buffered.reset();
            return gzip ? new Gzip(buffered) : buffered;
        } catch (IOException e) {
            closeAfter(e, raw);
            throw DataException.unreadable(location(uri), e);
        }
    }

    /** A gzip stream of any number of members; the JDK's own goes a call deeper for each that is empty. */
    private static final class Gzip extends GZIPInputStream {
        private static final int MAX_EMPTY_MEMBERS = 100;
        private int calls;

        Gzip(InputStream packed) throws IOException {
            super(packed, BUFFER);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (calls > MAX_EMPTY_MEMBERS) {
                throw new ZipException("more than " + MAX_EMPTY_MEMBERS + " empty members on end");
            }
            calls++;
            try {
                return super.read(into, offset, length);
            } finally {
                calls--;
            }
        }
    }

    /** Closes what cannot be used because of {@code failure}, which stays the error to report. */
    static void closeAfter(Exception failure, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /** Returns how a message names the file: its path, or inside a jar its last segment. */
    static String location(URI uri) {
        return "file".equals(uri.getScheme()) ? uri.getPath() : fileName(uri);
    }

    private static String fileName(URI uri) {
        // A jar: URI is opaque, it has no path of its own.
        String whole = uri.getSchemeSpecificPart();
        return whole.substring(whole.lastIndexOf('/') + 1);
    }
}
