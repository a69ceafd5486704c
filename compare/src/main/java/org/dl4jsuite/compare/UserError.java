package org.dl4jsuite.compare;

/** A mistake in what the user gave; the message is one clear sentence with the value and the remedy. */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }
}
