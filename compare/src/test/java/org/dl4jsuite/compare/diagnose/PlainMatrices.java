package org.dl4jsuite.compare.diagnose;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.dl4jsuite.scratch.Activation;

/** What a hand-written network does with arrays of rows, in plain loops. */
final class PlainMatrices {
    private PlainMatrices() {}

    static double[][] activate(Activation activation, double[][] z) {
        if (activation == Activation.SOFTMAX) {
            double[][] powers = map(z, Math::exp);
            for (double[] row : powers) {
                double sum = Arrays.stream(row).sum();
                Arrays.setAll(row, k -> row[k] / sum);
            }
            return powers;
        }
        return map(z, value -> switch (activation) {
            case SIGMOID -> 1 / (1 + Math.exp(-value));
            case TANH -> Math.tanh(value);
            case RELU -> value > 0 ? value : 0;
            case IDENTITY, SOFTMAX -> value;
        });
    }

    /** The numbers written column by column and read row by row. */
    static double[][] byColumns(double[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        double[][] read = new double[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            read[i / columns][i % columns] = matrix[i % rows][i / rows];
        }
        return read;
    }

    static double[][] transposed(double[][] matrix) {
        double[][] result = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                result[j][i] = matrix[i][j];
            }
        }
        return result;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    static double[][] map(double[][] matrix, DoubleUnaryOperator function) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(function).toArray())
                .toArray(double[][]::new);
    }

    static double[][] map2(double[][] a, double[][] b, DoubleBinaryOperator function) {
        double[][] result = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[i][j] = function.applyAsDouble(a[i][j], b[i][j]);
            }
        }
        return result;
    }
}
