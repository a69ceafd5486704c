package org.dl4jsuite.compare.training;

/** Looks at a training from time to time; what it throws ends the training. */
public interface TrainingMonitor {
    /** Never looks. */
    TrainingMonitor NONE = new TrainingMonitor() {
        @Override
        public long every() {
            return Long.MAX_VALUE / 2; // more images than there will ever be
        }

        @Override
        public void look(TrainingRun run, Trainee network) {}
    };

    /** Returns the training images from one look to the next; the last look is when the training is finished. */
    long every();

    /** Called between two steps: each time that {@link #every()} images are learnt, at the end, and if a loss is not finite. */
    void look(TrainingRun run, Trainee network);
}
