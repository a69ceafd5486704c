package org.dl4jsuite.scratch;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A dense matrix of doubles.
 *
 * <p>It has the operations that a layer needs and no more. The shape is fixed; the values can be changed. Operands whose
 * shapes do not fit are refused with an {@link IllegalArgumentException} that names both shapes.
 *
 * <p>Each row is an array of its own. HotSpot turns a loop over two rows into vector instructions if both are whole arrays
 * under one index; two places in larger arrays might overlap, and it does not look whether they do.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[][] values;

    /** A matrix of zeros. */
    public Matrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.values = new double[rows][columns];
    }

    /** Returns a copy of {@code values}, one array per row; all rows must have the same length. */
    public static Matrix of(double[]... values) {
        Matrix matrix = new Matrix(values.length, values.length == 0 ? 0 : values[0].length);
        for (int row = 0; row < matrix.rows; row++) {
            if (values[row].length != matrix.columns) {
                throw new IllegalArgumentException("All rows must have the same length: row 0 has " + matrix.columns
                        + " values, row " + row + " has " + values[row].length);
            }
            matrix.values[row] = values[row].clone();
        }
        return matrix;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double get(int row, int column) {
        return values[row][column];
    }

    public void set(int row, int column, double value) {
        values[row][column] = value;
    }

    /** Returns the rows themselves: a change to one of the arrays is a change to the matrix. */
    public List<double[]> arrays() {
        return List.of(values);
    }

    /** Returns a copy of all values, row by row. */
    public double[] values() {
        return FlatParameters.join(arrays());
    }

    /** Returns a copy. */
    public Matrix copy() {
        return of(values);
    }

    /** Returns a copy as one array per row. */
    public double[][] toRows() {
        return copy().values;
    }

    /** {@code this * other}: (m x k) times (k x n) is (m x n). */
    public Matrix times(Matrix other) {
        requireFit(columns == other.rows, "multiply", other);
        Matrix product = new Matrix(rows, other.columns);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < columns; k++) {
                addScaled(product.values[row], values[row][k], other.values[k]);
            }
        }
        return product;
    }

    /** {@code this * transpose(other)}: (m x k) times (n x k) transposed is (m x n). */
    public Matrix timesTransposed(Matrix other) {
        requireFit(columns == other.columns, "multiply by the transpose", other);
        Matrix product = new Matrix(rows, other.rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < other.rows; column++) {
                product.values[row][column] = dot(values[row], other.values[column]);
            }
        }
        return product;
    }

    /** {@code transpose(this) * other}: (k x m) transposed times (k x n) is (m x n). */
    public Matrix transposedTimes(Matrix other) {
        requireFit(rows == other.rows, "multiply the transpose by", other);
        Matrix product = new Matrix(columns, other.columns);
        for (int row = 0; row < columns; row++) {
            putTransposedTimes(product.values[row], row, other);
        }
        return product;
    }

    /** Puts one row of {@code transpose(this) * other} into {@code target}. */
    private void putTransposedTimes(double[] target, int row, Matrix other) {
        putScaled(target, values[0][row], other.values[0]);
        for (int k = 1; k < rows; k++) {
            addScaled(target, values[k][row], other.values[k]);
        }
    }

    /** Returns the element-wise product. */
    public Matrix timesElements(Matrix other) {
        requireFit(rows == other.rows && columns == other.columns, "multiply the elements of", other);
        Matrix product = copy();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                product.values[row][column] *= other.values[row][column];
            }
        }
        return product;
    }

    /** Returns a new matrix with {@code function} applied to every value. */
    public Matrix map(DoubleUnaryOperator function) {
        Matrix result = new Matrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result.values[row][column] = function.applyAsDouble(values[row][column]);
            }
        }
        return result;
    }

    /** {@code this -= scale * other}, in place. */
    public void subtractScaled(double scale, Matrix other) {
        requireFit(rows == other.rows && columns == other.columns, "subtract", other);
        for (int row = 0; row < rows; row++) {
            subtractScaled(values[row], scale, other.values[row]);
        }
    }

    /**
     * {@code this -= scale * transpose(a) * b}, in place and a row at a time, so that the product is never there as a whole:
     * this is (m x n), a is (k x m), b is (k x n).
     */
    public void subtractScaledProduct(double scale, Matrix a, Matrix b) {
        boolean fits = a.rows == b.rows && rows == a.columns && columns == b.columns;
        a.requireFit(fits, "subtract from " + shape() + " the transposed product of", b);
        double[] product = new double[columns];
        for (int row = 0; row < rows; row++) {
            a.putTransposedTimes(product, row, b);
            subtractScaled(values[row], scale, product);
        }
    }

    /** Returns the sum of all rows: one value per column. */
    public double[] sumOfRows() {
        double[] sums = new double[columns];
        for (double[] row : values) {
            addScaled(sums, 1, row);
        }
        return sums;
    }

    /** Returns a copy of one row, (1 x columns). */
    public Matrix row(int row) {
        return of(values[row]);
    }

    /** For example {@code 2x3}. */
    public String shape() {
        return rows + "x" + columns;
    }

    private void requireFit(boolean fits, String operation, Matrix other) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "Shapes do not fit: cannot " + operation + " " + shape() + " and " + other.shape());
        }
    }

    private static void putScaled(double[] target, double scale, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] = scale * source[i];
        }
    }

    private static void addScaled(double[] target, double scale, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += scale * source[i];
        }
    }

    private static void subtractScaled(double[] target, double scale, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] -= scale * source[i];
        }
    }

    /**
     * The dot product. Four partial sums, because a processor can keep four additions under way where a single sum would
     * have it wait for each; the rounding error shrinks by the same token.
     */
    private static double dot(double[] a, double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i < a.length - 3; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }
}
