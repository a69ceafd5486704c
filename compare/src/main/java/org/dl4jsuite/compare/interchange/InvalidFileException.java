package org.dl4jsuite.compare.interchange;

/** A file that cannot be read or converted; the message says why in one sentence, with the file's name. */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFileException(String message) {
        super(message);
    }
}
