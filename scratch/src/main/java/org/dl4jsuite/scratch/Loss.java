package org.dl4jsuite.scratch;

/** How far outputs o are from their targets t. */
public enum Loss {
    /** E = 1/2 sum (t - o)²; dE/do = o - t. The suite's default: it makes the gradient free of a factor 2. */
    HALF_SQUARED_ERROR(0.5),

    /** E = sum (t - o)²; dE/do = 2 (o - t). Some of the teaching texts keep this 2. */
    SQUARED_ERROR(1),

    /**
     * For sigmoid outputs E = -sum (t ln o + (1 - t) ln(1 - o)), each output a yes or no of its own; for softmax outputs
     * E = -sum t ln o, and the targets of a row add up to 1. Either way dE/dz = o - t.
     */
    CROSS_ENTROPY(Double.NaN);

    /** Of the squared error. */
    private final double factor;

    Loss(double factor) {
        this.factor = factor;
    }

    /** Whether this loss is defined for outputs of this activation. */
    public boolean fits(Activation output) {
        return this == CROSS_ENTROPY
                ? output == Activation.SIGMOID || output == Activation.SOFTMAX
                : output != Activation.SOFTMAX;
    }

    /** E of outputs of this activation, summed over all rows and outputs. Both matrices are (batch, out). */
    public double of(Activation activation, Matrix outputs, Matrix targets) {
        if (this != CROSS_ENTROPY) {
            return of(outputs, targets);
        }
        double sum = 0;
        for (int row = 0; row < outputs.rows(); row++) {
            for (int k = 0; k < outputs.columns(); k++) {
                double o = outputs.get(row, k);
                double t = targets.get(row, k);
                sum -= timesLog(t, o);
                if (activation == Activation.SIGMOID) {
                    sum -= timesLog(1 - t, 1 - o);
                }
            }
        }
        return sum;
    }

    /** t ln o, which tends to 0 with t. */
    private static double timesLog(double t, double o) {
        return t == 0 ? 0 : t * Math.log(o);
    }

    /** dE/dz of outputs of this activation, (batch, out). */
    public Matrix delta(Activation activation, Matrix outputs, Matrix targets) {
        if (this != CROSS_ENTROPY) {
            return slope(outputs, targets).timesElements(outputs.map(activation::slope));
        }
        // the activation's slope cancels that of the logarithm, which would divide by 0 where an output is saturated
        Matrix delta = outputs.map(o -> o);
        delta.subtractScaled(1, targets);
        return delta;
    }

    /** The squared error summed over all rows and outputs. Both matrices are (batch, out). */
    public double of(Matrix outputs, Matrix targets) {
        double sum = 0;
        for (int row = 0; row < outputs.rows(); row++) {
            for (int k = 0; k < outputs.columns(); k++) {
                double error = targets.get(row, k) - outputs.get(row, k);
                sum += error * error;
            }
        }
        return factor * sum;
    }

    /** dE/do of a squared error, (batch, out). */
    public Matrix slope(Matrix outputs, Matrix targets) {
        Matrix slope = new Matrix(outputs.rows(), outputs.columns());
        for (int row = 0; row < outputs.rows(); row++) {
            for (int k = 0; k < outputs.columns(); k++) {
                slope.set(row, k, 2 * factor * (outputs.get(row, k) - targets.get(row, k)));
            }
        }
        return slope;
    }
}
