package org.dl4jsuite.compare.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks, before any work is done, that its result can be written. */
final class OutputFile {
    private OutputFile() {}

    /** Refuses a file name that is a folder's, or that lies below something that is no folder. */
    static void check(String option, @Nullable Path file) {
        if (file == null) {
            return;
        }
        NetworkOptions.require(
                !Files.isDirectory(file), option + " " + file + ": is a folder; give the name of a file.");
        checkWritable(option, file.toAbsolutePath().getParent());
    }

    /** Refuses a folder's name that is a file's, or a folder that cannot be made or written to. */
    static void checkFolder(String option, Path folder) {
        NetworkOptions.require(
                !Files.exists(folder) || Files.isDirectory(folder),
                option + " " + folder + ": is a file; give the name of a folder.");
        checkWritable(option, folder.toAbsolutePath());
    }

    private static void checkWritable(String option, @Nullable Path folder) {
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        NetworkOptions.require(
                existing != null && Files.isDirectory(existing) && Files.isWritable(existing),
                option + ": cannot write below " + existing + "; give a folder that can be written to.");
    }
}
