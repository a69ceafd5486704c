package org.dl4jsuite.dl4j.lessons;

import java.util.Map;

/**
 * A small DL4J network at work: the same view as the from-scratch lessons give, so that the twins can be held together.
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

    /** The outputs for all the lesson's examples: (examples, out). */
    double[][] outputs();

    /** What learning makes smaller, over all examples that the next step looks at. */
    double loss();

    /** The derivative of {@link #loss()} by every parameter, computed by DL4J. */
    double[] gradient();

    /**
     * Returns what the next step computes on its way to {@link #gradient()}, by name and in the order of the computation: the
     * examples {@code x} and targets {@code t}; {@code z1}, {@code a1}, {@code z2}, … of each layer; {@code error}, which is
     * dE/da of the outputs; {@code delta2}, {@code delta1}, which are dE/dz. Each is (examples, nodes). The names are those of
     * the twin.
     */
    Map<String, double[][]> quantities();

    /** One iteration, as the source goes through it. */
    void step();

    /** The error as the source prints it, with the parameters as they are. */
    double error();

    /**
     * The figures that the source prints beside outputs and errors, by name, computed here.
     *
     * <p>They do not depend on how many steps were taken, unless the lesson says so.
     */
    default Map<String, double[]> figures() {
        return Map.of();
    }
}
