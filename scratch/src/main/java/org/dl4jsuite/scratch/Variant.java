package org.dl4jsuite.scratch;

/** Which error a network sends back from its outputs to its hidden layer. */
public enum Variant {
    /**
     * Back-propagation as calculus has it: what goes back is dE/dz of the output nodes, which has the factor o(1 - o) of
     * their slope. Every weight then follows the gradient of one and the same loss.
     */
    TRUE_GRADIENT,

    /**
     * The rule of Tariq Rashid's <i>Make Your Own Neural Network</i>: what goes back is the raw output error
     * ({@code who.T . e}), without the factor o(1 - o). It is <b>not the gradient of one loss</b>: its step on the output
     * weights is the gradient of the squared error, its step on the hidden weights is that of the cross-entropy, in whose
     * derivative the factor cancels. It learns well all the same, because both losses fall together.
     *
     * <p>For one hidden layer, sigmoid outputs and {@link Loss#HALF_SQUARED_ERROR}.
     */
    BOOK_RULE
}
