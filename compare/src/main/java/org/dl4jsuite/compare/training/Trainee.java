package org.dl4jsuite.compare.training;

/** A network between two steps of its training. */
@FunctionalInterface
interface Trainee {
    /** Returns a copy of the parameters, flat. */
    double[] parameters();

    /** Returns a copy of all that the next steps depend on: the parameters, unless it says otherwise. */
    default double[] state() {
        return parameters();
    }
}
