package org.dl4jsuite.scratch;

import java.util.Arrays;

/** What a node does to its weighted sum z. */
public enum Activation {
    /** 1 / (1 + exp(-z)), between 0 and 1; its slope is a(1 - a). */
    SIGMOID {
        @Override
        public double of(double z) {
            return 1 / (1 + Math.exp(-z));
        }

        @Override
        public double slope(double a) {
            return a * (1 - a);
        }
    },

    /** The hyperbolic tangent, between -1 and 1; its slope is 1 - a². */
    TANH {
        @Override
        public double of(double z) {
            return Math.tanh(z);
        }

        @Override
        public double slope(double a) {
            return 1 - a * a;
        }
    },

    /** The sum itself; its slope is 1. */
    IDENTITY {
        @Override
        public double of(double z) {
            return z;
        }

        @Override
        public double slope(double a) {
            return 1;
        }
    },

    /** The larger of z and 0. Its slope is 1 above the kink, and 0 below it and, as in DL4J, at the kink itself. */
    RELU {
        @Override
        public double of(double z) {
            return Math.max(0, z);
        }

        @Override
        public double slope(double a) {
            return a > 0 ? 1 : 0;
        }
    },

    /**
     * exp(z_k) / sum of all exp(z_m): a layer's nodes share the sum 1 among them. For outputs under
     * {@link Loss#CROSS_ENTROPY} only, where the slope cancels: it is a matrix of its own for each example.
     */
    SOFTMAX {
        @Override
        public Matrix of(Matrix z) {
            double[][] rows = z.toRows();
            for (double[] row : rows) {
                double largest = Arrays.stream(row).max().orElseThrow(); // taken off, so that no exp overflows
                double sum = 0;
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.exp(row[k] - largest);
                    sum += row[k];
                }
                for (int k = 0; k < row.length; k++) {
                    row[k] /= sum;
                }
            }
            return Matrix.of(rows);
        }

        @Override
        public double of(double z) {
            throw new UnsupportedOperationException("SOFTMAX needs the weighted sums of all nodes");
        }

        @Override
        public double slope(double a) {
            throw new UnsupportedOperationException("SOFTMAX has a matrix of slopes per example");
        }
    };

    /** The activations of a layer: z and the result are (batch, nodes). */
    public Matrix of(Matrix z) {
        return z.map(this::of);
    }

    /** The activation a of a weighted sum z. */
    public abstract double of(double z);

    /** The derivative da/dz, written with the activation a itself, which the forward pass has already computed. */
    public abstract double slope(double a);
}
