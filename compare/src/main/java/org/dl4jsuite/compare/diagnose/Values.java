package org.dl4jsuite.compare.diagnose;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.dl4jsuite.scratch.FlatParameters;
import org.dl4jsuite.scratch.Matrix;

/**
 * A matrix, row by row, and how far rounding may move each of its numbers.
 *
 * <p>Errors go through a computation as they do in {@link Rounding}; what goes into a value arrives multiplied by its slope.
 * Of a dot product they are bounded by the norms of its two vectors (Cauchy and Schwarz), so that they cost nothing beside
 * the product itself.
 */
final class Values {
    private final int rows;
    private final int columns;
    private final double[] value;
    private final double[] error;

    Values(int rows, int columns, double[] value, double[] error) {
        this.rows = rows;
        this.columns = columns;
        this.value = value;
        this.error = error;
    }

    /** A matrix of numbers as they stand. */
    static Values exact(int rows, int columns, double[] value) {
        return new Values(rows, columns, value, new double[value.length]);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    double[] value() {
        return value;
    }

    double[] error() {
        return error;
    }

    /** {@code this * transpose(other)}: (m x k) times (n x k) transposed is (m x n). */
    Values timesTransposed(Values other, Rounding rounding) {
        double[] product = matrix().timesTransposed(other.matrix()).values();
        double[] errors = new double[product.length];
        double[] norms = norms(value);
        double[] errorNorms = norms(error);
        double[] otherNorms = other.norms(other.value);
        double[] otherErrorNorms = other.norms(other.error);
        double ofSum = rounding.ofSum(columns);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < other.rows; j++) {
                int at = row * other.rows + j;
                errors[at] =
                        norms[row] * (otherErrorNorms[j] + ofSum * otherNorms[j]) + errorNorms[row] * otherNorms[j];
            }
        }
        return new Values(rows, other.rows, product, errors);
    }

    /** {@code this * other}: (m x k) times (k x n) is (m x n). */
    Values times(Values other, Rounding rounding) {
        return timesTransposed(other.transposed(), rounding);
    }

    Values transposed() {
        return rearranged(columns, rows, Rewrite.transposition(rows, columns));
    }

    /** A matrix whose i-th number is this one's {@code source[i]}-th. */
    Values rearranged(int newRows, int newColumns, int[] source) {
        double[] moved = new double[source.length];
        double[] movedErrors = new double[source.length];
        for (int i = 0; i < source.length; i++) {
            moved[i] = value[source[i]];
            movedErrors[i] = error[source[i]];
        }
        return new Values(newRows, newColumns, moved, movedErrors);
    }

    /** Some of the columns. */
    Values columns(int[] some) {
        int[] source = new int[rows * some.length];
        for (int i = 0; i < source.length; i++) {
            source[i] = i / some.length * columns + some[i % some.length];
        }
        return rearranged(rows, some.length, source);
    }

    /** Adds one value per column to every row. */
    Values plusRow(double[] row, Rounding rounding) {
        double[] sum = value.clone();
        double[] errors = error.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i % columns];
            errors[i] += rounding.unit() * (Math.abs(sum[i]) + Math.abs(row[i % columns]));
        }
        return new Values(rows, columns, sum, errors);
    }

    /** {@code this - factor * other}. */
    Values minus(double factor, Values other, Rounding rounding) {
        double[] difference = value.clone();
        double[] errors = error.clone();
        for (int i = 0; i < difference.length; i++) {
            double term = factor * other.value[i];
            errors[i] += Math.abs(factor) * other.error[i] + rounding.unit() * (Math.abs(value[i]) + Math.abs(term));
            difference[i] -= term;
        }
        return new Values(rows, columns, difference, errors);
    }

    /** The element-wise product. */
    Values timesElements(Values other, Rounding rounding) {
        double[] product = new double[value.length];
        double[] errors = new double[value.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = value[i] * other.value[i];
            errors[i] = Math.abs(value[i]) * other.error[i]
                    + Math.abs(other.value[i]) * error[i]
                    + rounding.unit() * Math.abs(product[i]);
        }
        return new Values(rows, columns, product, errors);
    }

    Values times(double factor, Rounding rounding) {
        double[] product = Arrays.stream(value).map(v -> factor * v).toArray();
        double[] errors = new double[product.length];
        for (int i = 0; i < product.length; i++) {
            errors[i] = Math.abs(factor) * error[i] + rounding.unit() * Math.abs(product[i]);
        }
        return new Values(rows, columns, product, errors);
    }

    /** A function of every value, with its slope as a function of the value. */
    Values map(DoubleUnaryOperator function, DoubleUnaryOperator slope, int roundings, Rounding rounding) {
        double[] mapped = Arrays.stream(value).map(function).toArray();
        double[] errors = new double[mapped.length];
        for (int i = 0; i < mapped.length; i++) {
            errors[i] = Math.abs(slope.applyAsDouble(value[i])) * error[i]
                    + roundings * rounding.unit() * Math.abs(mapped[i]);
        }
        return new Values(rows, columns, mapped, errors);
    }

    /** The sum of all rows, (1 x columns). */
    Values sumOfRows(Rounding rounding) {
        double[] sums = new double[columns];
        double[] terms = new double[columns];
        double[] errors = new double[columns];
        for (int i = 0; i < value.length; i++) {
            sums[i % columns] += value[i];
            terms[i % columns] += Math.abs(value[i]);
            errors[i % columns] += error[i];
        }
        for (int j = 0; j < columns; j++) {
            errors[j] += rounding.ofSum(rows) * terms[j];
        }
        return new Values(1, columns, sums, errors);
    }

    /** One row, (1 x columns). */
    Values row(int row) {
        int from = row * columns;
        return new Values(
                1,
                columns,
                Arrays.copyOfRange(value, from, from + columns),
                Arrays.copyOfRange(error, from, from + columns));
    }

    /** The length of each row. */
    private double[] norms(double[] of) {
        double[] squares = new double[rows];
        for (int i = 0; i < of.length; i++) {
            squares[i / columns] += of[i] * of[i];
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    /** A copy of the values. */
    Matrix matrix() {
        Matrix matrix = new Matrix(rows, columns);
        FlatParameters.split(value, matrix.arrays());
        return matrix;
    }
}
