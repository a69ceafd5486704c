package org.dl4jsuite.compare.cli;

/** A mistake in what the user gave; the message is one clear sentence with the value and the remedy. */
final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserError(String message) {
        super(message);
    }
}
