package org.dl4jsuite.compare;

import org.dl4jsuite.data.Sentence;

/** A mistake in what the user gave; the message is one clear sentence with the value and the remedy. */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(Sentence.of(message));
    }
}
