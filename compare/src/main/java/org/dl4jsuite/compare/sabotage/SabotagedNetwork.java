package org.dl4jsuite.compare.sabotage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.FlatParameters;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;

/**
 * A from-scratch network of one hidden layer of sigmoids with biases that makes one mistake, written apart from diagnose's
 * catalogue: each mistake stands where somebody would make it. Hidden and output layer have the same number of nodes, so that
 * W2 can be mistaken for its transpose.
 */
final class SabotagedNetwork implements Model {
    private static final double DECAY = 0.001;

    private final NetworkSpec spec;
    private final Mistake mistake;
    /** W (out, in) of each layer, and b (1, out). */
    private final Matrix[] w;

    private final Matrix[] b;

    SabotagedNetwork(NetworkSpec spec, Mistake mistake) {
        this.spec = spec;
        this.mistake = mistake;
        List<Integer> layers = spec.layers();
        w = new Matrix[] {new Matrix(layers.get(1), layers.get(0)), new Matrix(layers.get(2), layers.get(1))};
        b = new Matrix[] {new Matrix(1, layers.get(1)), new Matrix(1, layers.get(2))};
    }

    private boolean makes(Mistake asked) {
        return mistake == asked;
    }

    /** The way forward: z and a of both layers, each (batch, nodes). */
    private record Forward(Matrix x, List<Matrix> z, List<Matrix> a) {}

    private Forward forward(double[][] rows) {
        Matrix x = Matrix.of(rows);
        if (makes(Mistake.INPUTS_SCALED)) {
            x = x.map(value -> (value - 0.01) / 0.99);
        }
        List<Matrix> z = new ArrayList<>();
        List<Matrix> a = new ArrayList<>(List.of(x));
        for (int l = 0; l < w.length; l++) {
            Matrix sums = a.get(l).timesTransposed(usedForward(l));
            for (int row = 0; row < sums.rows() && !makes(Mistake.BIAS_IGNORED); row++) {
                for (int j = 0; j < sums.columns(); j++) {
                    sums.set(row, j, sums.get(row, j) + b[l].get(0, j));
                }
            }
            z.add(sums);
            boolean softmax = l == 1 && makes(Mistake.SOFTMAX_OUTPUT);
            a.add((softmax ? Activation.SOFTMAX : Activation.SIGMOID).of(sums));
        }
        return new Forward(x, z, a.subList(1, a.size()));
    }

    private Matrix usedForward(int l) {
        Matrix right = w[l];
        boolean transposed = l == 1 && makes(Mistake.TRANSPOSED_WEIGHTS);
        boolean byColumns = l == 0 && makes(Mistake.COLUMN_MAJOR);
        if (!transposed && !byColumns) {
            return right;
        }
        Matrix used = new Matrix(right.rows(), right.columns());
        double[] values = right.values();
        for (int j = 0; j < right.rows(); j++) {
            for (int i = 0; i < right.columns(); i++) {
                used.set(j, i, transposed ? right.get(i, j) : values[i * right.rows() + j]);
            }
        }
        return used;
    }

    private Matrix targets(double[][] rows) {
        int batch = rows.length;
        int out = rows[0].length;
        Matrix t = new Matrix(batch, out);
        for (int row = 0; row < batch; row++) {
            for (int k = 0; k < out; k++) {
                double value = rows[makes(Mistake.ROWS_SHUFFLED) ? (row + 1) % batch : row][
                        makes(Mistake.LABELS_OFF_BY_ONE) ? (k + 1) % out : k];
                t.set(row, k, makes(Mistake.TARGETS_SCALED) ? (value - 0.01) / 0.98 : value);
            }
        }
        return t;
    }

    /** What loss and gradient are multiplied with, beside the 1/2 of the loss. */
    private double factor(int batch) {
        double right = spec.reduction().factor(batch);
        return switch (mistake) {
            case HALF_MISSING -> 2 * right;
            case HALF_TWICE -> right / 2;
            case SUM_FOR_MEAN -> 1;
            case MEAN_FOR_SUM -> 1.0 / batch;
            case MEAN_TWICE -> right / batch;
            case MEAN_OVER_OUTPUTS -> right / spec.outputs();
            default -> right;
        };
    }

    /** dE/dz of both layers, (batch, nodes), of each example. */
    private List<Matrix> deltas(Forward pass, Matrix t) {
        Matrix o = pass.a().get(1);
        Matrix error = o.map(value -> value);
        error.subtractScaled(1, t);
        boolean slopeCancels = spec.loss() == Loss.CROSS_ENTROPY && !makes(Mistake.SQUARED_ERROR_GRADIENT);
        Matrix delta2 = slopeCancels || makes(Mistake.OUTPUT_SLOPE_MISSING)
                ? error
                : error.timesElements(o.map(Activation.SIGMOID::slope));
        Matrix back = w[1];
        if (makes(Mistake.UPDATED_WEIGHTS_USED)) {
            back = w[1].map(value -> value);
            Matrix gradient = delta2.map(d -> factor(o.rows()) * d)
                    .transposedTimes(pass.a().get(0));
            back.subtractScaled(spec.rate(), gradient);
        }
        Matrix arrived = (makes(Mistake.RAW_ERROR_SENT_BACK) ? error : delta2).times(back);
        Matrix slopes = (makes(Mistake.SLOPE_OF_Z) ? pass.z() : pass.a()).get(0).map(Activation.SIGMOID::slope);
        return List.of(makes(Mistake.HIDDEN_SLOPE_MISSING) ? arrived : arrived.timesElements(slopes), delta2);
    }

    @Override
    public LossAndGradient gradient(double[][] x, double[][] rows) {
        Forward pass = forward(x);
        Matrix t = targets(rows);
        double factor = factor(x.length);
        double loss = factor * spec.loss().of(Activation.SIGMOID, pass.a().get(1), t);
        double[] gradient = new double[(int) spec.parameterCount()];
        int from = 0;
        for (int l = 0; l < w.length; l++) {
            Matrix delta = deltas(pass, t).get(l).map(d -> factor * d);
            if (makes(Mistake.LAST_EXAMPLE_DROPPED)) {
                Arrays.fill(delta.arrays().get(x.length - 1), 0);
            }
            Matrix before = l == 0 ? pass.x() : pass.a().get(0);
            double[] ofWeights = delta.transposedTimes(before).values();
            double[] ofBiases =
                    makes(Mistake.BIAS_GRADIENT_NOT_SUMMED) ? delta.row(0).values() : delta.sumOfRows();
            System.arraycopy(ofWeights, 0, gradient, from, ofWeights.length);
            from += ofWeights.length;
            System.arraycopy(ofBiases, 0, gradient, from, ofBiases.length);
            from += ofBiases.length;
        }
        return new LossAndGradient(loss, gradient);
    }

    @Override
    public double train(double[][] x, double[][] t) {
        LossAndGradient gradient = gradient(x, t);
        double rate = switch (mistake) {
            case SIGN -> -spec.rate();
            case RATE_TWICE -> spec.rate() * spec.rate();
            case RATE_MISSING -> 1;
            default -> spec.rate();
        };
        int from = 0;
        for (int l = 0; l < w.length; l++) {
            boolean frozen = l == 0 && makes(Mistake.FIRST_LAYER_FROZEN);
            from = descend(w[l], frozen ? 0 : rate, gradient.gradient(), from, makes(Mistake.WEIGHT_DECAY) ? DECAY : 0);
            from = descend(b[l], frozen || makes(Mistake.BIAS_NOT_TRAINED) ? 0 : rate, gradient.gradient(), from, 0);
        }
        return gradient.loss();
    }

    private static int descend(Matrix parameters, double rate, double[] gradient, int from, double decay) {
        int at = from;
        for (double[] row : parameters.arrays()) {
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] * (1 - decay) - rate * gradient[at++];
            }
        }
        return at;
    }

    @Override
    public double[][] outputs(double[][] x) {
        return forward(x).a().get(1).toRows();
    }

    @Override
    public double[] parameters() {
        return FlatParameters.join(inOrder());
    }

    @Override
    public void setParameters(double[] parameters) {
        FlatParameters.split(parameters, inOrder());
    }

    private List<double[]> inOrder() {
        return Stream.of(w[0], b[0], w[1], b[1])
                .flatMap(matrix -> matrix.arrays().stream())
                .toList();
    }
}
