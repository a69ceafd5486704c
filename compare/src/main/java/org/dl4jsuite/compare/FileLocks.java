package org.dl4jsuite.compare;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** Files that one process at a time may write. */
public final class FileLocks {
    /** Beyond the end of any file: Windows denies others to read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private FileLocks() {}

    /**
     * Returns whether a file is from now on this channel's alone, until it is closed or the process ends, however it ends.
     * To close any other channel of the same file in this process would give it up.
     */
    public static boolean take(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException e) { // this very process has it
            return false;
        }
    }
}
