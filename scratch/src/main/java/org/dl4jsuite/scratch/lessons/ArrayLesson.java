package org.dl4jsuite.scratch.lessons;

import java.util.List;
import org.dl4jsuite.scratch.FlatParameters;

/**
 * A lesson whose parameters lie in arrays of its own. Unless it says otherwise, a step goes down the gradient, and the
 * error is the loss. What is left for the lesson is its mathematics.
 */
abstract class ArrayLesson implements Lesson {
    private final double rate;

    ArrayLesson(double rate) {
        this.rate = rate;
    }

    /** Returns the parameters themselves, in the order of {@link #parameters()}. */
    abstract List<double[]> arrays();

    @Override
    public void step() {
        double[] gradient = gradient();
        int at = 0;
        for (double[] array : arrays()) {
            for (int i = 0; i < array.length; i++) {
                array[i] -= rate * gradient[at++];
            }
        }
    }

    @Override
    public double error() {
        return loss();
    }

    @Override
    public final double[] parameters() {
        return FlatParameters.join(arrays());
    }

    @Override
    public final void setParameters(double[] parameters) {
        FlatParameters.split(parameters, arrays());
    }
}
