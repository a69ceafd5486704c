package org.dl4jsuite.scratch.lessons;

import org.dl4jsuite.scratch.Matrix;

/** The errors that the sources print. Both matrices are (examples, out). */
final class Errors {
    private Errors() {}

    /** {@code mean(abs(y - o))}. */
    static double meanAbsolute(Matrix outputs, Matrix targets) {
        return sumOfAbsolutes(outputs, targets) / (outputs.rows() * outputs.columns());
    }

    /** {@code sum(abs(y - o))}. */
    static double sumOfAbsolutes(Matrix outputs, Matrix targets) {
        double sum = 0;
        for (int row = 0; row < outputs.rows(); row++) {
            for (int k = 0; k < outputs.columns(); k++) {
                sum += Math.abs(targets.get(row, k) - outputs.get(row, k));
            }
        }
        return sum;
    }

    /** {@code -sum(y log(o) + (1 - y) log(1 - o))}. */
    static double crossEntropy(Matrix outputs, Matrix targets) {
        double sum = 0;
        for (int row = 0; row < outputs.rows(); row++) {
            for (int k = 0; k < outputs.columns(); k++) {
                double o = outputs.get(row, k);
                double y = targets.get(row, k);
                sum -= y * Math.log(o) + (1 - y) * Math.log(1 - o);
            }
        }
        return sum;
    }

    /** Returns the share of rows whose largest output is where the largest target is. */
    static double shareOfRightAnswers(double[][] outputs, double[][] targets) {
        int right = 0;
        for (int row = 0; row < outputs.length; row++) {
            right += largest(outputs[row]) == largest(targets[row]) ? 1 : 0;
        }
        return (double) right / outputs.length;
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[largest]) {
                largest = k;
            }
        }
        return largest;
    }
}
