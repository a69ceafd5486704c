package org.dl4jsuite.scratch;

/**
 * A fully connected layer: z = W x + b, a = activation(z).
 *
 * <p>W is (out x in): row j holds the weights of all links into node j. The bias has one value per node, or none at all in
 * a layer without bias.
 */
public final class Layer {
    private final Matrix weights;
    private final double[] bias;
    private final Activation activation;

    /** A layer of zeros; the weights are set afterwards. */
    public Layer(int inputs, int outputs, boolean hasBias, Activation activation) {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException(
                    "A layer needs at least one input and one output: got " + inputs + " and " + outputs);
        }
        this.weights = new Matrix(outputs, inputs);
        this.bias = new double[hasBias ? outputs : 0];
        this.activation = activation;
    }

    /** (out x in), live. */
    public Matrix weights() {
        return weights;
    }

    /** Returns one value per node, live; empty without bias. */
    public double[] bias() {
        return bias;
    }

    public Activation activation() {
        return activation;
    }

    public int parameterCount() {
        return weights.rows() * weights.columns() + bias.length;
    }

    /** z = x W^T + b: x is (batch, in), W is (out, in), z is (batch, out). */
    public Matrix weightedSums(Matrix x) {
        Matrix z = x.timesTransposed(weights);
        for (int row = 0; row < z.rows(); row++) {
            for (int j = 0; j < bias.length; j++) {
                z.set(row, j, z.get(row, j) + bias[j]);
            }
        }
        return z;
    }

    /**
     * One step downhill: W -= rate * dE/dW, b -= rate * dE/db. delta is dE/dz, (batch, out), and x is (batch, in);
     * dE/dW = delta^T x is taken off as it is computed, and dE/db is the sum of delta's rows.
     */
    public void descend(double rate, Matrix delta, Matrix x) {
        weights.subtractScaledProduct(rate, delta, x);
        double[] biasGradient = delta.sumOfRows();
        for (int j = 0; j < bias.length; j++) {
            bias[j] -= rate * biasGradient[j];
        }
    }
}
