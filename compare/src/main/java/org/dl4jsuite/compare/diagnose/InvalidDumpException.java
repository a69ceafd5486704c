package org.dl4jsuite.compare.diagnose;

/** A dump that cannot be diagnosed; the message says why in one sentence, and what to change. */
public final class InvalidDumpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidDumpException(String message) {
        super(message);
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new InvalidDumpException(message);
        }
    }
}
