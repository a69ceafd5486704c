package org.dl4jsuite.compare.study;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Variant;

/**
 * What the book's rule computes in a network of 4-5-3, beside the gradients of two losses by central differences and beside
 * DL4J's gradient.
 *
 * @param hidden of the weights into the hidden nodes
 * @param output of the weights into the outputs
 */
record TwoLosses(Weights hidden, Weights output) {
    private static final NetworkSpec SPEC = NetworkSpec.of(4, 5, 3);
    private static final long SEED = 1;
    /** The step of the five-point central difference, exact in binary. */
    private static final double STEP = 0x1p-10;

    /**
     * The figures of one matrix of weights, each the largest over its elements.
     *
     * @param size of the rule's gradient
     * @param squaredError by which the rule differs from the gradient of the squared error
     * @param crossEntropy by which the rule differs from the gradient of the cross-entropy
     * @param dl4j by which the rule differs from DL4J's gradient of the squared error
     * @param dl4jSquaredError by which DL4J differs from the gradient of the squared error
     */
    record Weights(double size, double squaredError, double crossEntropy, double dl4j, double dl4jSquaredError) {}

    /** Computes all of it, in a moment. */
    static TwoLosses measure() {
        NumpyRandomState random = new NumpyRandomState(SEED);
        NetworkSpec bookRule = SPEC.withVariant(Variant.BOOK_RULE);
        Network network = ScratchModel.network(bookRule);
        double[] weights = InitialWeights.INCOMING_LINKS.draw(network, random);
        network.setParameters(weights);
        Matrix x = Matrix.of(random.randomSample(SPEC.inputs()));
        Matrix t = Matrix.of(new double[] {0.99, 0.01, 0.01});
        double[] rule = network.gradient(x, t).flat();
        double[] squaredError = differences(network, () -> Loss.HALF_SQUARED_ERROR.of(network.query(x), t));
        double[] crossEntropy = differences(network, () -> crossEntropy(network.query(x), t));
        double[] dl4j;
        try (Dl4jModel model = Dl4jModel.of(SPEC)) {
            model.setParameters(weights);
            dl4j = model.gradient(x.toRows(), t.toRows()).gradient();
        }
        int split = SPEC.layers().get(0) * SPEC.layers().get(1);
        return new TwoLosses(
                weights(rule, squaredError, crossEntropy, dl4j, 0, split),
                weights(rule, squaredError, crossEntropy, dl4j, split, rule.length));
    }

    private static Weights weights(double[] rule, double[] e, double[] c, double[] dl4j, int from, int to) {
        return new Weights(
                largest(rule, new double[rule.length], from, to),
                largest(rule, e, from, to),
                largest(rule, c, from, to),
                largest(rule, dl4j, from, to),
                largest(dl4j, e, from, to));
    }

    private static double largest(double[] a, double[] b, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    private static double crossEntropy(Matrix outputs, Matrix targets) {
        double sum = 0;
        for (int k = 0; k < outputs.columns(); k++) {
            double o = outputs.get(0, k);
            double t = targets.get(0, k);
            sum -= t * Math.log(o) + (1 - t) * Math.log(1 - o);
        }
        return sum;
    }

    private static double[] differences(Network network, DoubleSupplier loss) {
        double[] weights = network.parameters();
        double[] slopes = new double[weights.length];
        ToDoubleFunction<double[]> at = moved -> {
            network.setParameters(moved);
            return loss.getAsDouble();
        };
        Arrays.setAll(
                slopes,
                i -> (moved(weights, i, -2, at)
                                - 8 * moved(weights, i, -1, at)
                                + 8 * moved(weights, i, 1, at)
                                - moved(weights, i, 2, at))
                        / (12 * STEP));
        network.setParameters(weights);
        return slopes;
    }

    private static double moved(double[] weights, int i, int steps, ToDoubleFunction<double[]> loss) {
        double[] moved = weights.clone();
        moved[i] += steps * STEP;
        return loss.applyAsDouble(moved);
    }
}
