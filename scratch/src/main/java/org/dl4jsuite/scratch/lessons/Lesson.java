package org.dl4jsuite.scratch.lessons;

import java.util.Map;

/**
 * A small network at work: what every lesson lets others see, so that it can be held against its twin.
 *
 * <p>A lesson is made with its first parameters in place. The examples it learns from are its own.
 */
public interface Lesson {
    /** A copy of all weights and biases: layer by layer, W (out x in) row by row, then b. */
    double[] parameters();

    /**
     * Replaces the examples that the lesson learns from: inputs (examples, in), targets (examples, out).
     *
     * @throws UnsupportedOperationException if the lesson's examples are part of what it teaches
     */
    default void setExamples(double[][] inputs, double[][] targets) {
        throw new UnsupportedOperationException("The examples of this lesson cannot be replaced.");
    }

    /** Replaces all weights and biases. */
    void setParameters(double[] parameters);

    /** Returns the outputs for all the lesson's examples: (examples, out). */
    double[][] outputs();

    /** Returns what learning makes smaller, over all examples that the next step looks at. */
    double loss();

    /** Returns the derivative of {@link #loss()} by every parameter, computed as the lesson does it. */
    double[] gradient();

    /**
     * The loss that a parameter follows. It is {@link #loss()} for all of them, but for the book's learning rule, whose
     * hidden weights follow another one.
     */
    default double lossFollowedBy(int parameter) {
        return loss();
    }

    /**
     * Returns what the next step computes on its way to {@link #gradient()}, by name and in the order of the computation: the
     * examples {@code x} and targets {@code t}; {@code z1}, {@code a1}, {@code z2}, … of each layer; {@code error}, which is
     * dE/da of the outputs; {@code delta2}, {@code delta1}, which are dE/dz. Each is (examples, nodes). A lesson without one
     * of them leaves it out, and names what it has instead.
     */
    Map<String, double[][]> quantities();

    /** One iteration, as the source goes through it. */
    void step();

    /** Returns the error as the source prints it, with the parameters as they are. */
    double error();

    /**
     * Returns the figures that the source prints beside outputs and errors, by name, computed here.
     *
     * <p>They do not depend on how many steps were taken, unless the lesson says so.
     */
    default Map<String, double[]> figures() {
        return Map.of();
    }
}
