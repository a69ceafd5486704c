package org.dl4jsuite.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes a file whole or not at all: what was there before survives a failure. */
public final class AtomicFile {
    private AtomicFile() {}

    /** What fills the file. */
    public interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    /** Writes to a temporary name in the same folder, then moves; the folder is made if it is missing. */
    public static void write(Path file, Content content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root folder is no file");
        Files.createDirectories(folder);
        Path temporary = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (OutputStream stream = Files.newOutputStream(temporary)) {
                content.writeTo(stream);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
