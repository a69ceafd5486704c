package org.dl4jsuite.compare;

/** A training that cannot come to anything; the message is one clear sentence with the step, the layer and the remedy. */
public class TrainingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrainingFailure(String message) {
        super(message);
    }
}
