package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.UserError;
import org.jspecify.annotations.Nullable;

/** Checks, before any work is done, that its result can be written. */
final class OutputFile {
    private OutputFile() {}

    /** Refuses a file name that is a folder's, or in a place that cannot be written to. */
    static void check(String option, @Nullable Path file) {
        if (file != null) {
            NetworkOptions.require(
                    !Files.isDirectory(file), option + " " + file + ": is a folder; give the name of a file.");
            checkWritable(option, file, file);
        }
    }

    /** Refuses a folder's name that is a file's, or a folder that cannot be made or written to. */
    static void checkFolder(String option, Path folder) {
        NetworkOptions.require(
                !Files.exists(folder) || Files.isDirectory(folder),
                option + " " + folder + ": is a file; give the name of a folder.");
        checkWritable(option, folder, folder.resolve("index.html"));
    }

    private static void checkWritable(String option, Path given, Path file) {
        try {
            AtomicFile.requireWritable(file);
        } catch (IOException e) {
            String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
            throw new UserError(option + " " + given + ": cannot be written ("
                    + (reason == null ? "no permission" : reason) + "); give a place that can be written to.");
        }
    }
}
