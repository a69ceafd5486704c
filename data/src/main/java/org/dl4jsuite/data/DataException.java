package org.dl4jsuite.data;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/**
 * Data that cannot be used. The message is one sentence for the person who gave the data: the file, the offending
 * value and what to do about it.
 */
public final class DataException extends RuntimeException {
    public DataException(String message) {
        super(Sentence.of(message));
    }

    public DataException(String message, Throwable cause) {
        super(Sentence.of(message), cause);
    }

    /** Says of {@code file} what the failed read or the failed unpacking means for its owner. */
    static DataException unreadable(String file, IOException cause) {
        if (cause instanceof EOFException) {
            return new DataException(
                    file + ": the gzip stream ends too early; copy or download the file again.", cause);
        }
        if (cause instanceof ZipException) {
            return new DataException(
                    file + ": the gzip stream is damaged (" + cause.getMessage()
                            + "); copy or download the file again.",
                    cause);
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return new DataException(file + ": there is no such file; check the name.", cause);
        }
        return new DataException(
                file + ": cannot be read (" + cause.getMessage() + "); check that it is a file you may read.", cause);
    }
}
