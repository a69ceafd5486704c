package org.dl4jsuite.compare.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Sha256;
import org.dl4jsuite.compare.UserError;

/**
 * A training that can go on, as a file: a line of JSON, the network's numbers, and the SHA-256 of both; docs/FORMATS.md
 * shows how to read it.
 *
 * @param options what decides the numbers of the training, by name; the rest of it needs the same
 * @param state where it stands
 */
record Checkpoint(Map<String, String> options, TrainingState state) {
    private static final String ANY_FORMAT = "dl4jsuite-checkpoint-";
    private static final String FORMAT = ANY_FORMAT + "1";
    /** The largest network that the command line allows, and a header of a hundred thousand epochs, stay below this. */
    static final long MAX_BYTES = 80L << 20;

    private static final int CHECKSUM_BYTES = 32;

    private static final ObjectReader HEADER = Json.MAPPER
            .readerFor(Header.class)
            .with(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    /** A file that is no whole checkpoint; the message says what is wrong, without the file's name. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    /** The first line. Its names are those of the file. */
    record Header(
            String format,
            Map<String, String> options,
            int epoch,
            int images,
            double loss,
            double lossOfBlock,
            List<EpochAccuracy> finished,
            int numbers) {}

    /** Writes the file, whole or not at all. */
    void write(Path file) throws IOException {
        byte[] header = (Json.MAPPER.writeValueAsString(header()) + "\n").getBytes(StandardCharsets.UTF_8);
        int content = header.length + state.weights().length * Double.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(content + CHECKSUM_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header);
        bytes.asDoubleBuffer().put(state.weights());
        bytes.position(content).put(sha256(bytes.array(), content));
        AtomicFile.write(file, stream -> stream.write(bytes.array()));
    }

    private Header header() {
        return new Header(
                FORMAT,
                options,
                state.epoch(),
                state.images(),
                state.loss(),
                state.lossOfBlock(),
                state.finished(),
                state.weights().length);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws DamagedException if it is not, or not as it was written
     * @throws UserError if it is of another version of the suite
     */
    static Checkpoint read(Path file) throws IOException, DamagedException {
        require(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), "it is no regular file");
        long size = Files.size(file);
        require(size <= MAX_BYTES, "its " + size + " bytes are more than any checkpoint has");
        byte[] bytes = Files.readAllBytes(file);
        int content = bytes.length - CHECKSUM_BYTES;
        require(
                content > 0
                        && MessageDigest.isEqual(
                                sha256(bytes, content), Arrays.copyOfRange(bytes, content, bytes.length)),
                "its checksum is not that of its content");
        int line = 0;
        while (line < content && bytes[line] != '\n') {
            line++;
        }
        Header header = header(bytes, line);
        int numbers = (content - line - 1) / Double.BYTES;
        require(
                header.numbers == numbers && line + 1 + numbers * Double.BYTES == content,
                "it says that it has " + header.numbers + " numbers, and has " + numbers);
        double[] weights = new double[numbers];
        ByteBuffer.wrap(bytes, line + 1, numbers * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(weights);
        require(Arrays.stream(weights).allMatch(Double::isFinite), "one of its numbers is not finite");
        return new Checkpoint(
                header.options,
                new TrainingState(
                        header.epoch, header.images, header.loss, header.lossOfBlock, header.finished, weights));
    }

    private static Header header(byte[] bytes, int length) throws IOException, DamagedException {
        try {
            JsonNode tree = Json.tree(new ByteArrayInputStream(bytes, 0, length));
            String format = tree.path("format").asText();
            if (!format.equals(FORMAT) && format.startsWith(ANY_FORMAT)) {
                throw new UserError("a checkpoint of the format " + format
                        + " is of another version of the suite, this one" + " reads " + FORMAT
                        + "; resume with that version, or give another --checkpoint folder.");
            }
            require(format.equals(FORMAT), "its format is not " + FORMAT);
            return HEADER.treeToValue(tree, Header.class);
        } catch (JacksonException e) {
            throw new DamagedException("its first line is not that of a checkpoint: " + e.getOriginalMessage());
        }
    }

    private static void require(boolean condition, String otherwise) throws DamagedException {
        if (!condition) {
            throw new DamagedException(otherwise);
        }
    }

    private static byte[] sha256(byte[] bytes, int length) {
        MessageDigest digest = Sha256.start();
        digest.update(bytes, 0, length);
        return digest.digest();
    }
}
