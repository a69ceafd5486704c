package org.dl4jsuite.scratch;

/** How far outputs o are from their targets t. */
public enum Loss {
    /** E = 1/2 sum (t - o)²; dE/do = o - t. The suite's default: it makes the gradient free of a factor 2. */
    HALF_SQUARED_ERROR(0.5),

    /** E = sum (t - o)²; dE/do = 2 (o - t). Some of the teaching texts keep this 2. */
    SQUARED_ERROR(1);

    private final double factor;

    Loss(double factor) {
        this.factor = factor;
    }

    /** E summed over all rows and outputs. Both matrices are (batch, out). */
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

    /** dE/do, (batch, out). */
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
