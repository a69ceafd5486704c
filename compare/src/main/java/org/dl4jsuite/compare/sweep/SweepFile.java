package org.dl4jsuite.compare.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.Origin;
import org.jspecify.annotations.Nullable;

/** Results of sweeps as a file of {@link SweepLines}. */
public final class SweepFile {
    /** A result of 100 epochs takes 4 KB: a million of shorter ones stays below this. */
    private static final long LARGEST_FILE = 1L << 30;

    private static final String STORED = "stored.jsonl";

    private SweepFile() {}

    /**
     * Reads a file; a last line that a crash cut off is left out.
     *
     * @throws SweepException if it is no such file
     */
    public static SweepResults read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SweepException(file + ": no such file; make one with: suite sweep --out " + file);
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new SweepException(file + ": " + Files.size(file) + " bytes are more than any sweep gives.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, file.toString());
        }
    }

    /** The results that come with the suite: the book's experiments, and DL4J over some seeds. */
    public static SweepResults stored() {
        try (InputStream stream = SweepFile.class.getResourceAsStream(STORED)) {
            return read(Objects.requireNonNull(stream), STORED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a stream.
     *
     * @param name for messages
     */
    static SweepResults read(InputStream stream, String name) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        int number = 1;
        try {
            SweepData data = SweepLines.readHeader(completeLine(reader));
            Map<String, Origin> origins = new HashMap<>();
            List<SweepResult> results = new ArrayList<>();
            number++;
            for (String line = completeLine(reader); !line.isEmpty(); line = completeLine(reader)) {
                SweepLines.read(line, origins, results);
                number++;
            }
            return SweepResults.of(data, results);
        } catch (JsonProcessingException e) {
            throw noSweep(name, number, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw noSweep(name, number, e.getMessage());
        }
    }

    /** Whether the file's first line is complete. */
    static boolean hasLine(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return !completeLine(reader).isEmpty();
        }
    }

    private static SweepException noSweep(String name, int line, @Nullable String why) {
        return new SweepException(name + ": no results of a sweep: line " + line + ": "
                + (why == null ? "not readable" : why.lines().findFirst().orElse(""))
                + "; give another file, or make one with: suite sweep --out FILE");
    }

    /** The next line if it has its end, otherwise nothing: what a crash leaves of a line does not count. */
    private static String completeLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
        }
        return "";
    }

    /** Writes a file, whole or not at all. */
    static void write(Path file, SweepResults results) throws IOException {
        AtomicFile.write(file, stream -> {
            stream.write(line(SweepLines.header(results.data())));
            for (Origin origin : results.origins()) {
                stream.write(line(SweepLines.origin(origin)));
            }
            for (SweepResult result : results.results()) {
                stream.write(line(SweepLines.result(result)));
            }
        });
    }

    static byte[] line(String content) {
        return (content + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
