package org.dl4jsuite.scratch;

/** How the losses and gradients of a batch's examples become one. */
public enum Reduction {
    /** They are added up: one step over four rows goes as far as four steps of one row each. */
    SUM,

    /** They are averaged, so that the learning rate means the same for every batch size. */
    MEAN;

    /** The factor on the sum over {@code examples} examples. */
    public double factor(int examples) {
        return this == MEAN ? 1.0 / examples : 1;
    }
}
