package org.dl4jsuite.scratch;

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
    };

    /** The activation a of a weighted sum z. */
    public abstract double of(double z);

    /** The derivative da/dz, written with the activation a itself, which the forward pass has already computed. */
    public abstract double slope(double a);
}
