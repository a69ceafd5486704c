package org.dl4jsuite.compare;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
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

    /** The JSON of a part: what it becomes fits in memory as well. */
    private static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 4;

    /** Keeps a record's components as they are, also those that annotations leave out of the commands' JSON. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(
                    Json.MAPPER.getFactory().copy()) // with its bounds
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.USE_ANNOTATIONS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    private static final ObjectReader HEAD = MAPPER.readerFor(Head.class)
            .with(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

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
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES || !isAsWritten(file)) {
            return null;
        }
        try (JsonParser parser = MAPPER.createParser(Files.newBufferedReader(file))) {
            @Nullable Head head = HEAD.readValue(parser);
            return head != null && String.valueOf(file.getFileName()).equals(head.part() + ENDING) ? head : null;
        } catch (JsonProcessingException | CharacterCodingException e) {
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

    /** Returns the value of a file that {@link #check} has found whole, or null if it is of no such type. */
    static <T> @Nullable T read(Path file, TypeReference<T> type) throws IOException {
        try (JsonParser parser = MAPPER.createParser(Files.newBufferedReader(file))) {
            parser.nextToken();
            parser.skipChildren(); // the first line
            parser.nextToken();
            return MAPPER.readValue(parser, type);
        } catch (JsonProcessingException | CharacterCodingException e) {
            return null;
        }
    }
}
