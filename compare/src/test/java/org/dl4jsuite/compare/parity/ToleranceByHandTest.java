package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All tolerances of networks that are small enough to write down every term, on two examples. */
class ToleranceByHandTest {
    private static final double U = 4 * 0x1p-53;
    private static final double[][] X = {{0.7}, {-1.3}};
    /** Of the squared losses, which are then above 1, and of the others, which need a probability. */
    private static final double[][] FAR = {{3}, {-2}};

    private static final double[][] NEAR = {{0.9}, {0.2}};
    private static final double W1 = 0.8;
    private static final double B1 = -0.3;
    private static final double W2 = -1.7;
    private static final double B2 = 0.4;
    /** How far the parameters lie apart. */
    private static final double[] APART = {3e-16, 5e-16, 7e-16, 2e-16};

    /** Squares of errors, row by row. */
    private final double[] z1 = new double[2];

    private final double[] a1 = new double[2];
    private final double[] z2 = new double[2];
    private final double[] o = new double[2];
    private final double[] d1 = new double[2];
    private final double[] d2 = new double[2];
    /** Of w1, b1, w2, b2: squares of errors and sums of sizes. */
    private final double[] gradient = new double[4];

    private final double[] terms = new double[4];
    private double loss;
    private double lossSquares;
    private double crossEntropy;
    private double crossEntropySquares;

    @ParameterizedTest
    @CsvSource({
        "HALF_SQUARED_ERROR, TRUE_GRADIENT, MEAN",
        "HALF_SQUARED_ERROR, BOOK_RULE, SUM",
        "SQUARED_ERROR, TRUE_GRADIENT, SUM",
        "CROSS_ENTROPY, TRUE_GRADIENT, MEAN"
    })
    void oneHiddenNode(Loss function, Variant variant, Reduction reduction) {
        NetworkSpec spec = NetworkSpec.of(1, 1, 1)
                .withBias(true)
                .withLoss(function)
                .withVariant(variant)
                .withReduction(reduction)
                .withRate(0.5);
        for (int row = 0; row < 2; row++) {
            add(row, function, variant);
        }
        double[] parameters = {W1, B1, W2, B2};
        Tolerance tolerance = new Tolerance(spec, parameters, APART, new Batch(X, targets(function, variant)));
        assertRoots(tolerance.trace().weightedSums(), z1, z2);
        assertRoots(tolerance.trace().activations(), a1, o);
        assertRoots(tolerance.trace().deltas(), d1, d2);
        assertRoots(List.of(tolerance.outputs()), o);
        double factor = reduction == Reduction.MEAN ? 0.5 : 1;
        double[] expected = new double[4];
        for (int i = 0; i < 4; i++) {
            expected[i] = factor * Math.sqrt(gradient[i] + 4 * square(U * terms[i]));
        }
        assertClose(tolerance.gradient(), expected);
        boolean byCrossEntropy = function == Loss.CROSS_ENTROPY;
        double ofLoss = factor * (byCrossEntropy ? crossEntropy : loss);
        double error = factor
                * (byCrossEntropy
                        ? Math.sqrt(crossEntropySquares + 4 * square(U * crossEntropy))
                        : Math.sqrt(lossSquares + 4 * square(U * loss)));
        assertClose(new double[] {tolerance.loss()}, new double[] {error});

        double h = 0x1p-10;
        double[] numeric = new double[4];
        for (int i = 0; i < 4; i++) {
            boolean hiddenByRule = i < 2 && variant == Variant.BOOK_RULE;
            double followed = hiddenByRule ? factor * crossEntropy : ofLoss;
            double followedError =
                    hiddenByRule ? factor * Math.sqrt(crossEntropySquares + 4 * square(U * crossEntropy)) : error;
            numeric[i] = expected[i] + 1.5 * followedError / h + Math.pow(h, 4) * Math.max(1, followed);
        }
        assertClose(tolerance.centralDifferences(), numeric);

        double[] after = new double[4];
        for (int i = 0; i < 4; i++) {
            after[i] = Math.sqrt(square(APART[i]) + 3 * (square(U * parameters[i]) + square(0.5 * expected[i])));
        }
        assertClose(tolerance.ofParametersAfter(3, APART), after);
    }

    private static double[][] targets(Loss function, Variant variant) {
        return function == Loss.CROSS_ENTROPY || variant == Variant.BOOK_RULE ? NEAR : FAR;
    }

    private void add(int row, Loss function, Variant variant) {
        double x = X[row][0];
        double t = targets(function, variant)[row][0];
        double dx = U * Math.abs(x);
        double h = sigmoid(W1 * x + B1);
        z1[row] = square(W1 * dx)
                + square(x * APART[0])
                + square(APART[1])
                + 4 * square(U * (Math.abs(W1 * x) + Math.abs(B1)));
        a1[row] = square(h * (1 - h)) * z1[row] + 10 * square(U * h);
        double output = sigmoid(W2 * h + B2);
        z2[row] = square(W2) * a1[row]
                + square(h * APART[2])
                + square(APART[3])
                + 4 * square(U * (Math.abs(W2 * h) + Math.abs(B2)));
        double slope = output * (1 - output);
        o[row] = square(slope) * z2[row] + 10 * square(U * output);

        double factor = function == Loss.HALF_SQUARED_ERROR ? 1 : 2;
        double e = output - t;
        double ofE = o[row] + square(U * t) + square(U * e);
        loss += factor / 2 * e * e;
        lossSquares += square(factor * e) * ofE;
        crossEntropy -= t * Math.log(output) + (1 - t) * Math.log(1 - output);
        crossEntropySquares += square(e / slope) * o[row] + square(U * (1 - t));

        double error = factor * e;
        double ofError = square(factor) * (ofE + 10 * square(U * e));
        double delta2 = function == Loss.CROSS_ENTROPY ? e : error * slope;
        double ofSlope = square(1 - 2 * output) * o[row] + 2 * square(U * slope);
        d2[row] = function == Loss.CROSS_ENTROPY
                ? o[row] + square(U * t) + (10 + square(1 / (1 - output))) * square(U * e)
                : square(error) * ofSlope + square(slope) * ofError + square(U * delta2);
        boolean raw = variant == Variant.BOOK_RULE;
        double sent = raw ? error : delta2;
        double arrived = W2 * sent;
        double ofArrived = square(W2) * (raw ? ofError : d2[row]) + square(sent * APART[2]) + 3 * square(U * arrived);
        double hiddenSlope = h * (1 - h);
        double ofHiddenSlope = square(1 - 2 * h) * a1[row] + 2 * square(U * hiddenSlope);
        double delta1 = arrived * hiddenSlope;
        d1[row] = square(arrived) * ofHiddenSlope + square(hiddenSlope) * ofArrived + square(U * delta1);

        double[] parts = {delta1 * x, delta1, delta2 * h, delta2};
        double[] squares = {
            square(delta1 * dx) + square(x) * d1[row], d1[row], square(delta2) * a1[row] + square(h) * d2[row], d2[row]
        };
        for (int i = 0; i < 4; i++) {
            terms[i] += Math.abs(parts[i]);
            gradient[i] += squares[i];
        }
    }

    /** One layer 1-2 of softmax outputs; a target of 0 adds nothing to the loss. */
    @ParameterizedTest
    @CsvSource({"0.75, 0.25", "0, 1"})
    void softmaxOutputs(double first, double second) {
        NetworkSpec spec = NetworkSpec.of(1, 2)
                .withOutput(Activation.SOFTMAX)
                .withLoss(Loss.CROSS_ENTROPY)
                .withReduction(Reduction.SUM);
        double[] w = {0.6, -0.9};
        double[] t = {first, second};
        double x = 0.7;
        Tolerance tolerance = new Tolerance(spec, w, new Batch(new double[][] {{x}}, new double[][] {t}));
        double sum = Math.exp(w[0] * x) + Math.exp(w[1] * x);
        double entropy = 0;
        double squares = 0;
        double[] gradients = new double[2];
        for (int k = 0; k < 2; k++) {
            double share = Math.exp(w[k] * x) / sum;
            double ofShare = 12 * square(U * share);
            for (int m = 0; m < 2; m++) {
                double ofSum = square(w[m] * U * x) + 3 * square(U * w[m] * x);
                double slope = share * ((m == k ? 1 : 0) - Math.exp(w[m] * x) / sum);
                ofShare += square(slope) * (ofSum + square(U * (w[m] * x - w[0] * x)));
            }
            assertThat(square(tolerance.outputs()[k])).isEqualTo(ofShare, within(1e-9 * ofShare));
            entropy -= t[k] == 0 ? 0 : t[k] * Math.log(share);
            squares += square(t[k] / share) * ofShare + square(U * t[k]);
            double e = share - t[k];
            double ofDelta = ofShare + square(U * t[k]) + 10 * square(U * e);
            gradients[k] = Math.sqrt(square(e * U * x) + square(x) * ofDelta + 3 * square(U * e * x));
        }
        assertClose(new double[] {tolerance.loss()}, new double[] {Math.sqrt(squares + 4 * square(U * entropy))});
        assertClose(tolerance.gradient(), gradients);
        double h = 0x1p-10;
        double ofLoss = 1.5 * Math.sqrt(squares + 4 * square(U * entropy)) / h + Math.pow(h, 4) * Math.max(1, entropy);
        assertClose(tolerance.centralDifferences(), new double[] {gradients[0] + ofLoss, gradients[1] + ofLoss});
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double square(double value) {
        return value * value;
    }

    private static void assertRoots(List<double[]> actual, double[]... squares) {
        for (int l = 0; l < squares.length; l++) {
            double[] expected = new double[squares[l].length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = Math.sqrt(squares[l][i]);
            }
            assertClose(actual.get(l), expected);
        }
    }

    /** The test's own roundings apart. */
    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("[%d]", i).isEqualTo(expected[i], within(1e-9 * expected[i]));
        }
    }
}
