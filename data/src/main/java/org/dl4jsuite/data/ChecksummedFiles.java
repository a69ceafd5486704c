package org.dl4jsuite.data;

import java.io.InputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.common.function.Function;

/**
 * Opens files for a record reader, unpacked, and takes their SHA-256 while the reader reads them: no file is read
 * twice.
 */
final class ChecksummedFiles implements Function<URI, InputStream> {
    private final Map<String, MessageDigest> digests = new LinkedHashMap<>();

    @Override
    public InputStream apply(URI uri) {
        MessageDigest digest = sha256();
        InputStream unpacked = Streams.unpacked(Streams.open(uri), uri);
        digests.put(unpackedName(uri), digest);
        return new DigestInputStream(unpacked, digest);
    }

    /**
     * SHA-256 of the unpacked bytes by file name without {@code .gz}, in the order of opening. To be called once,
     * after every file was read to its end.
     */
    Map<String, String> checksums() {
        Map<String, String> checksums = new LinkedHashMap<>();
        digests.forEach((name, digest) -> checksums.put(name, HexFormat.of().formatHex(digest.digest())));
        return checksums;
    }

    private static String unpackedName(URI uri) {
        String name = Streams.fileName(uri);
        return name.replaceFirst("(?i)\\.gz$", "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256.", e);
        }
    }
}
