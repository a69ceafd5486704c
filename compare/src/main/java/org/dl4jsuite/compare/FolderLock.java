package org.dl4jsuite.compare;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder that this process alone writes to until it closes the lock, or ends, however it ends. */
public final class FolderLock implements AutoCloseable {
    /** It stays behind, empty: if it were removed, one process could lock the old file and another a new one. */
    private static final String NAME = ".lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder if it is missing, and locks it.
     *
     * @param option of the command line that names the folder, for the message
     * @throws UserError if it is locked
     */
    public static FolderLock of(Path folder, String option) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (FileLocks.take(channel)) {
            return new FolderLock(channel);
        }
        channel.close();
        throw new UserError(
                folder + ": another process is writing there; wait for its end, or give another " + option + ".");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
