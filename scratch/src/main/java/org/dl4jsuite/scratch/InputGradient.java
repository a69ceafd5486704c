package org.dl4jsuite.scratch;

/**
 * How the loss changes with each input: back-propagation taken one step further than training needs.
 *
 * <p>dE/dx = delta W, where delta is dE/dz of the first layer and W its weights.
 */
public final class InputGradient {
    private InputGradient() {}

    /** Returns dE/dx, one row an example: x is (batch, in), t is (batch, out), dE/dx is (batch, in). */
    public static Matrix of(Network network, Matrix x, Matrix t) {
        // delta is (batch, out of the first layer); W is (out of the first layer, in)
        Matrix delta = network.pass(x, t).deltas().get(0);
        return delta.times(network.layers().get(0).weights());
    }
}
