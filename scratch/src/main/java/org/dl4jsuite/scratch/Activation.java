package org.dl4jsuite.scratch;

import java.util.function.DoubleUnaryOperator;

/** What a node does to its weighted sum z. */
public enum Activation {
    /** 1 / (1 + exp(-z)), between 0 and 1; its slope is a(1 - a). */
    SIGMOID(z -> 1 / (1 + Math.exp(-z)), a -> a * (1 - a)),

    /** The hyperbolic tangent, between -1 and 1; its slope is 1 - a². */
    TANH(Math::tanh, a -> 1 - a * a),

    /** The sum itself; its slope is 1. */
    IDENTITY(z -> z, a -> 1);

    private final DoubleUnaryOperator activation;
    private final DoubleUnaryOperator slope;

    Activation(DoubleUnaryOperator activation, DoubleUnaryOperator slope) {
        this.activation = activation;
        this.slope = slope;
    }

    /** Returns the activation a of a weighted sum z. */
    public double of(double z) {
        return activation.applyAsDouble(z);
    }

    /** Returns the derivative da/dz, from the activation a itself, which the forward pass has already computed. */
    public double slope(double a) {
        return slope.applyAsDouble(a);
    }
}
