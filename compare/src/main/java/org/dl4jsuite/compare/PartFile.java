package org.dl4jsuite.compare;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finished part of a run in a file of three lines: which part of which run, and its value, both as JSON; and the SHA-256 of
 * these two lines. A file that is not whole, or was changed, is recognised.
 */
final class PartFile {
    private static final String ENDING = ".part";
    /** Of the last line: 64 hexadecimal digits and the line's end. */
    private static final int CHECKSUM_BYTES = 65;

    /** Keeps a record's components as they are, also those that annotations leave out of the commands' JSON. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.USE_ANNOTATIONS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    private PartFile() {}

    /**
     * The first line.
     *
     * @param part its name
     * @param begun when the run began
     * @param run which computed it
     */
    record Head(String part, Instant begun, RunIdentity run) {}

    /** Returns where a part is kept. */
    static Path path(Path folder, String part) {
        return folder.resolve(part + ENDING);
    }

    /** Returns the files of a folder that may be parts; none if there is no folder. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        AtomicFile.deleteLeftovers(folder, name -> true);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    /** Writes a part, whole or not at all. */
    static void write(Path folder, Head head, Object value) throws IOException {
        AtomicFile.write(path(folder, head.part()), stream -> {
            MessageDigest digest = Sha256.start();
            OutputStream digested = new DigestOutputStream(stream, digest);
            MAPPER.writeValue(digested, head);
            digested.write('\n');
            MAPPER.writeValue(digested, value);
            digested.write('\n');
            stream.write((Sha256.hex(digest) + "\n").getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** Returns the first line of a file, or null if the file is not whole or was changed. */
    static @Nullable Head check(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !isAsWritten(file)) {
            return null;
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Head head = MAPPER.readValue(reader.readLine(), Head.class);
            return path(folder(file), head.part()).equals(file) ? head : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean isAsWritten(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] buffer = new byte[1 << 16];
            long left = Files.size(file) - CHECKSUM_BYTES;
            while (left > 0) {
                int read = stream.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    return false; // it has become shorter
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
            byte[] lastLine = stream.readNBytes(CHECKSUM_BYTES);
            return new String(lastLine, StandardCharsets.US_ASCII).equals(Sha256.hex(digest) + "\n");
        }
    }

    /** Returns the value of a file that {@link #check} has found whole. */
    static <T> T read(Path file, TypeReference<T> type) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.readLine();
            return MAPPER.readValue(reader, type);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent(), "parts lie in a folder");
    }
}
