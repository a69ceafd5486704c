package org.dl4jsuite.scratch.lessons;

import org.dl4jsuite.scratch.Matrix;

/** Several matrices as one vector, one behind the other, each row by row. */
final class Flat {
    private Flat() {}

    static double[] join(Matrix... matrices) {
        int count = 0;
        for (Matrix matrix : matrices) {
            count += matrix.values().length;
        }
        double[] flat = new double[count];
        int at = 0;
        for (Matrix matrix : matrices) {
            System.arraycopy(matrix.values(), 0, flat, at, matrix.values().length);
            at += matrix.values().length;
        }
        return flat;
    }

    static void split(double[] flat, Matrix... matrices) {
        int at = 0;
        for (Matrix matrix : matrices) {
            System.arraycopy(flat, at, matrix.values(), 0, matrix.values().length);
            at += matrix.values().length;
        }
    }
}
