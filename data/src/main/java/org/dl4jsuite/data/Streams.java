package org.dl4jsuite.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens and unpacks files, and names them in messages. */
final class Streams {
    private static final int BUFFER = 1 << 16;
    private static final int[] GZIP_MAGIC = {0x1f, 0x8b};

    private Streams() {}

    /** The bytes behind a {@code file:} or {@code jar:} URI as they lie there. */
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
            return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
        } catch (IOException e) {
            closeAfter(e, raw);
            throw DataException.unreadable(location(uri), e);
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

    /** How a message names the file: its path, or inside a jar its last segment. */
    static String location(URI uri) {
        return "file".equals(uri.getScheme()) ? uri.getPath() : fileName(uri);
    }

    /** The last segment of the URI. */
    static String fileName(URI uri) {
        // A jar: URI is opaque, it has no path of its own.
        String whole = uri.getSchemeSpecificPart();
        return whole.substring(whole.lastIndexOf('/') + 1);
    }
}
