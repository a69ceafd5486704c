package org.dl4jsuite.compare.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A result file that grows while a sweep runs, and that a killed process leaves usable.
 *
 * <p>The file itself is only ever replaced as a whole. A result goes to the end of a journal beside it, {@code
 * FILE.journal}, as soon as it is there; opening and closing put the journal's lines into the file, in their canonical
 * order, and empty the journal. Killed at any moment, a sweep loses its unfinished trainings: a cut-off last line of
 * the journal does not count, and a line that is in both counts once.
 */
public final class SweepStore implements AutoCloseable {
    private final Path file;
    private final Path journalFile;
    private final FileChannel journal;
    private final SweepData data;
    private final List<SweepResult> results;
    private final Set<String> inJournal = new HashSet<>();

    private SweepStore(Path file, Path journalFile, FileChannel journal, SweepData data) throws IOException {
        this.file = file;
        this.journalFile = journalFile;
        this.journal = journal;
        this.data = data;
        this.results = new ArrayList<>(Files.exists(file) ? read(file) : List.of());
        recover();
    }

    /**
     * Opens a file, with what is in it and in its journal, or a new one.
     *
     * @throws SweepException if it is something else, of other images, or in use
     */
    public static SweepStore open(Path file, SweepData data) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a folder is no file"));
        Path journalFile = file.resolveSibling(file.getFileName() + ".journal");
        boolean isNew = !Files.exists(journalFile);
        FileChannel journal = FileChannel.open(journalFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(journal, file);
            return new SweepStore(file, journalFile, journal, data);
        } catch (IOException | RuntimeException e) {
            journal.close();
            if (isNew) {
                Files.deleteIfExists(journalFile);
            }
            throw e;
        }
    }

    private static void lock(FileChannel journal, Path file) throws IOException {
        try {
            FileLock lock = journal.tryLock();
            if (lock != null) {
                return; // held until the channel is closed
            }
        } catch (OverlappingFileLockException e) {
            // this very process has it open
        }
        throw new SweepException(file + ": another sweep is writing it; wait for its end, or give another --out.");
    }

    private List<SweepResult> read(Path existing) throws IOException {
        SweepResults read = SweepFile.read(existing);
        if (!read.data().sameImages(data)) {
            throw new SweepException(
                    existing + ": holds results on other images, " + read.data().describe() + "; give another --out.");
        }
        return read.results();
    }

    /** Takes over what a killed sweep left in the journal, and begins a new one. */
    private void recover() throws IOException {
        if (SweepFile.hasLine(journalFile)) {
            results.addAll(read(journalFile));
        }
        SweepFile.write(file, results());
        journal.truncate(0);
        journal.write(ByteBuffer.wrap(SweepFile.line(SweepLines.header(data))));
    }

    /** All results so far. */
    public SweepResults results() {
        return SweepResults.of(data, results);
    }

    /** Keeps one more result, safe from now on. */
    public void add(SweepResult result) {
        try {
            if (inJournal.add(SweepLines.id(result.origin()))) {
                journal.write(ByteBuffer.wrap(SweepFile.line(SweepLines.origin(result.origin()))));
            }
            journal.write(ByteBuffer.wrap(SweepFile.line(SweepLines.result(result))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        results.add(result);
    }

    /** Writes the file, in canonical order, and removes the journal. */
    @Override
    public void close() throws IOException {
        try (journal) {
            SweepFile.write(file, results());
        }
        Files.deleteIfExists(journalFile);
    }
}
