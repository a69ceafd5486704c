package org.dl4jsuite.compare.training;

import java.io.IOException;
import java.nio.file.Path;
import org.dl4jsuite.compare.UserError;

/** Reads a file as a checkpoint. */
public final class HostileCheckpoint {
    private HostileCheckpoint() {}

    /**
     * Reads a file.
     *
     * @throws UserError if it is refused
     */
    public static void read(Path file) throws IOException {
        try {
            Checkpoint.read(file);
        } catch (Checkpoint.DamagedException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        }
    }
}
