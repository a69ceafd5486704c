package org.dl4jsuite.spark;

import java.io.Serializable;
import org.dl4jsuite.compare.sweep.Arithmetic;
import org.dl4jsuite.compare.sweep.SweepRun;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;

/** What the trainings of an executor share: the images, which travel, and what is made of them there, which does not. */
final class ExecutorData implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Split split;
    private final Arithmetic arithmetic;
    private transient @Nullable SweepRun run;

    /** For the images of the driver, whose arithmetic the executors must have. */
    ExecutorData(Split split) {
        this(split, Arithmetic.here());
    }

    ExecutorData(Split split, Arithmetic arithmetic) {
        this.split = split;
        this.arithmetic = arithmetic;
    }

    /**
     * What trains here.
     *
     * @throws IllegalStateException if results would differ from the driver's in their last digits
     */
    synchronized SweepRun run() {
        SweepRun current = run;
        if (current == null) {
            Arithmetic here = Arithmetic.here();
            if (!here.equals(arithmetic)) {
                throw new IllegalStateException("An executor has " + here + ", the driver " + arithmetic
                        + ": results would differ in their last digits; give both the same");
            }
            current = new SweepRun(split);
            run = current;
        }
        return current;
    }
}
