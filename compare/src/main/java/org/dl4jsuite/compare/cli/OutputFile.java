package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.UserError;
import org.jspecify.annotations.Nullable;

/** Checks, before any work is done, that its result can be written; and writes it. */
final class OutputFile {
    private OutputFile() {}

    /** Rejects the name of a folder, and a file in a place that cannot be written to. */
    static void check(String option, @Nullable Path file) {
        if (file != null) {
            NetworkOptions.require(
                    !Files.isDirectory(file), option + " " + file + ": is a folder; give the name of a file.");
            checkWritable(option, file, file);
        }
    }

    /** Rejects the name of a file, and a folder that cannot be made or written to. */
    static void checkFolder(String option, Path folder) {
        NetworkOptions.require(
                !folder.toString().isEmpty(), option + ": is empty; give the name of a folder, or . for this one.");
        NetworkOptions.require(
                !Files.exists(folder) || Files.isDirectory(folder),
                option + " " + folder + ": is a file; give the name of a folder.");
        checkWritable(option, folder, folder.resolve("index.html"));
    }

    /** Writes a text into a folder; whoever reads the file meanwhile finds the old one. */
    static void write(Path folder, String name, String text) throws IOException {
        write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes into a folder; whoever reads the file meanwhile finds the old one. */
    static void write(Path folder, String name, byte[] content) throws IOException {
        AtomicFile.write(folder.resolve(name), stream -> stream.write(content));
    }

    private static void checkWritable(String option, Path given, Path file) {
        try {
            AtomicFile.requireWritable(file);
        } catch (IOException e) {
            throw new UserError(option + " " + given + ": cannot be written (" + AtomicFile.reason(e)
                    + "); give a place that can be written to.");
        }
    }
}
