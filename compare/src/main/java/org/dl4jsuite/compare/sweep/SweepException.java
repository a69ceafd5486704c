package org.dl4jsuite.compare.sweep;

import org.dl4jsuite.compare.UserError;

/** A sweep that cannot be done with what was given; the message says why, and what to do, in one sentence. */
public final class SweepException extends UserError {
    private static final long serialVersionUID = 1L;

    public SweepException(String message) {
        super(message);
    }
}
