package org.dl4jsuite.compare.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.FileLocks;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.data.LineLimit;
import org.jspecify.annotations.Nullable;

/**
 * Results of sweeps as a file of {@link SweepLines}, which grows while a sweep runs.
 *
 * <p>Lines are only ever added at the end, and forced to disk one by one: a sweep that is killed loses its unfinished
 * trainings. Reading passes over blank lines, over a line that a crash cut off, and over a missing end of the last line.
 */
public final class SweepFile implements AutoCloseable {
    /** A result of 100 epochs takes 4 KB: a million of shorter ones stays below this. */
    private static final long MAX_BYTES =
            Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);
    /** A result of 1,000 epochs, the most that can be asked for, takes some 45 KB. */
    private static final int MAX_LINE_BYTES = 1_000_000;

    private static final String STORED = "stored.jsonl";

    private final Path file;
    private final FileChannel channel;
    private final SweepData data;
    private final String command;
    private final List<SweepResult> results;
    private final Set<String> origins = new HashSet<>();

    private SweepFile(Path file, FileChannel channel, SweepData data, String command, SweepResults read) {
        this.file = file;
        this.channel = channel;
        this.data = data;
        this.command = command;
        this.results = new ArrayList<>(read.results());
        read.origins().forEach(origin -> origins.add(SweepLines.id(origin)));
    }

    /**
     * Opens a file for more results, or a new one; nobody else can until it is closed or the process ends.
     *
     * @param command what the results are asked for with; each tells it
     * @throws UserError if it is something else, in use, or of other images or arithmetic
     */
    public static SweepFile open(Path file, SweepData data, String command) throws IOException {
        if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
            throw new UserError(file + ": is not a regular file that can be written; give another --out.");
        }
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a folder is no file"));
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!FileLocks.take(channel)) {
                throw new UserError(file + ": another sweep is writing it; wait for its end, or give another --out.");
            }
            begin(channel, SweepLines.header(data));
            // Read through the locked channel: closing another one of the same file would give up the lock.
            SweepResults read = read(Channels.newInputStream(channel.position(0)), file.toString());
            requireSame(file, data, read);
            endLine(channel);
            return new SweepFile(file, channel, data, command, read);
        } catch (IOException e) {
            channel.close();
            throw new UserError(file + ": cannot be read or written (" + AtomicFile.reason(e)
                    + "); make room, or give another --out.");
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes the first line into a new file, or what of it a crash left out. */
    private static void begin(FileChannel channel, String header) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(header.length());
        channel.read(start, 0);
        String there = new String(start.array(), 0, start.position(), StandardCharsets.UTF_8);
        if (there.length() == channel.size() && header.startsWith(there)) {
            append(channel, header.substring(there.length()) + "\n");
        }
    }

    private static void requireSame(Path file, SweepData data, SweepResults read) {
        if (!read.data().sameImages(data)) {
            throw new UserError(
                    file + ": holds results on other images, " + read.data().describe() + "; give another --out.");
        }
        Arithmetic here = Arithmetic.here();
        for (Provenance origin : read.origins()) {
            Arithmetic there = Arithmetic.of(origin);
            if (!there.equals(here)) {
                throw new UserError(file + ": holds results of " + there + ", and this is " + here
                        + "; their last digits may differ, so give another --out.");
            }
        }
    }

    private static void endLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        if (last.get(0) != '\n') {
            append(channel, "\n");
        }
    }

    /** Writes at the end, safe from now on. */
    private static void append(FileChannel channel, String lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** Returns all results so far. */
    public SweepResults results() {
        return SweepResults.of(data, results);
    }

    /** Adds a result, safe from now on. */
    public void add(SweepResult result) {
        SweepResult told = result.from(result.origin().with("command", command));
        String id = SweepLines.id(told.origin());
        String origin = origins.add(id) ? SweepLines.origin(told.origin()) + "\n" : "";
        try {
            append(channel, origin + SweepLines.result(told) + "\n");
        } catch (IOException e) {
            throw new UserError(file + ": cannot be written (" + AtomicFile.reason(e)
                    + "); make room, and the same command goes on from the " + results.size() + " trainings it holds.");
        }
        results.add(told);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * Reads a file.
     *
     * @throws UserError if it is no such file
     */
    public static SweepResults read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + ": no such file; make one with: suite sweep --out " + file);
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new UserError(file + ": " + Files.size(file) + " bytes are more than any sweep gives.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, file.toString());
        }
    }

    /** Returns the results that come with the suite: the book's experiments, and DL4J over some seeds. */
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
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(new LineLimit(stream, name, MAX_LINE_BYTES), StandardCharsets.UTF_8));
        @Nullable SweepData data = null;
        Map<String, Provenance> origins = new HashMap<>();
        List<SweepResult> results = new ArrayList<>();
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            try {
                if (data == null) {
                    data = SweepLines.readHeader(line);
                } else if (!line.isBlank()) {
                    SweepLines.read(line, origins, results);
                }
            } catch (JsonProcessingException e) {
                if (data == null || !isCutOff(line, e)) {
                    throw noSweep(name, number, e.getOriginalMessage());
                }
            } catch (IllegalArgumentException e) {
                throw noSweep(name, number, e.getMessage());
            }
            number++;
        }
        if (data == null) {
            throw noSweep(name, 1, "is missing");
        }
        return SweepResults.of(data, results);
    }

    /** Whether a line is only the beginning of one: the JSON of a whole line ends with its brace. */
    private static boolean isCutOff(String line, JsonProcessingException e) {
        return line.startsWith("{") && (e instanceof JsonEOFException || !line.endsWith("}"));
    }

    private static UserError noSweep(String name, int line, @Nullable String why) {
        return new UserError(name + ": no results of a sweep: line " + line + ": "
                + (why == null ? "not readable" : why.lines().findFirst().orElse(""))
                + "; give another file, or make one with: suite sweep --out FILE");
    }
}
