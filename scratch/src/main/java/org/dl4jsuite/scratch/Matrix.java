package org.dl4jsuite.scratch;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A dense matrix of doubles, stored row by row.
 *
 * <p>It has the operations that a layer needs and no more. The shape is fixed; the values can be changed. Operands whose
 * shapes do not fit are refused with an {@link IllegalArgumentException} that names both shapes.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    /** A matrix of zeros. */
    public Matrix(int rows, int columns) {
        this(rows, columns, new double[rows * columns]);
    }

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** Returns a copy of {@code values}, one array per row; all rows must have the same length. */
    public static Matrix of(double[]... values) {
        Matrix matrix = new Matrix(values.length, values.length == 0 ? 0 : values[0].length);
        for (int row = 0; row < matrix.rows; row++) {
            if (values[row].length != matrix.columns) {
                throw new IllegalArgumentException("All rows must have the same length: row 0 has " + matrix.columns
                        + " values, row " + row + " has " + values[row].length);
            }
            System.arraycopy(values[row], 0, matrix.values, row * matrix.columns, matrix.columns);
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
        return values[row * columns + column];
    }

    public void set(int row, int column, double value) {
        values[row * columns + column] = value;
    }

    /** Returns the values themselves, row by row: a change to the array is a change to the matrix. */
    public double[] values() {
        return values;
    }

    /** Returns a copy. */
    public Matrix copy() {
        return new Matrix(rows, columns, values.clone());
    }

    /** Returns a copy as one array per row. */
    public double[][] toRows() {
        double[][] result = new double[rows][];
        for (int row = 0; row < rows; row++) {
            result[row] = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
        }
        return result;
    }

    /** {@code this * other}: (m x k) times (k x n) is (m x n). */
    public Matrix times(Matrix other) {
        requireFit(columns == other.rows, "multiply", other);
        Matrix product = new Matrix(rows, other.columns);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < columns; k++) {
                addScaledRow(product, row, get(row, k), other, k);
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
                product.set(row, column, dot(values, row * columns, other.values, column * columns, columns));
            }
        }
        return product;
    }

    /** {@code transpose(this) * other}: (k x m) transposed times (k x n) is (m x n). */
    public Matrix transposedTimes(Matrix other) {
        requireFit(rows == other.rows, "multiply the transpose by", other);
        Matrix product = new Matrix(columns, other.columns);
        for (int k = 0; k < rows; k++) {
            for (int row = 0; row < columns; row++) {
                addScaledRow(product, row, get(k, row), other, k);
            }
        }
        return product;
    }

    /** Returns the element-wise product. */
    public Matrix timesElements(Matrix other) {
        requireFit(rows == other.rows && columns == other.columns, "multiply the elements of", other);
        Matrix product = new Matrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            product.values[i] = values[i] * other.values[i];
        }
        return product;
    }

    /** Returns a new matrix with {@code function} applied to every value. */
    public Matrix map(DoubleUnaryOperator function) {
        Matrix result = new Matrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            result.values[i] = function.applyAsDouble(values[i]);
        }
        return result;
    }

    /** {@code this -= scale * other}, in place. */
    public void subtractScaled(double scale, Matrix other) {
        requireFit(rows == other.rows && columns == other.columns, "subtract", other);
        for (int i = 0; i < values.length; i++) {
            values[i] -= scale * other.values[i];
        }
    }

    /** Returns the sum of all rows: one value per column. */
    public double[] sumOfRows() {
        double[] sums = new double[columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sums[column] += get(row, column);
            }
        }
        return sums;
    }

    /** Returns a copy of one row, (1 x columns). */
    public Matrix row(int row) {
        return of(Arrays.copyOfRange(values, row * columns, (row + 1) * columns));
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

    private static void addScaledRow(Matrix target, int targetRow, double scale, Matrix source, int sourceRow) {
        int to = targetRow * target.columns;
        int from = sourceRow * source.columns;
        for (int i = 0; i < source.columns; i++) {
            target.values[to + i] += scale * source.values[from + i];
        }
    }

    /**
     * The dot product of n values. Four partial sums, because a processor can keep four additions under way where a
     * single sum would have it wait for each; the rounding error shrinks by the same token.
     */
    private static double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            sum0 += a[aFrom + i] * b[bFrom + i];
            sum1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            sum2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            sum3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < n; i++) {
            sum0 += a[aFrom + i] * b[bFrom + i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }
}
