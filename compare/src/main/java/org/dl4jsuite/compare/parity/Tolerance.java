package org.dl4jsuite.compare.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Variant;

/**
 * How far two correct computations of one step may lie apart, for every number of the step by itself.
 *
 * <p>Each value is computed once more with an estimate of its error beside it. A rounding of v counts as
 * {@value #DEVIATIONS} u |v| (u is the unit roundoff, 2^-53 in DOUBLE, 2^-24 in FLOAT); the errors of what goes into a value
 * arrive multiplied by its slope; and all of them add up like a random walk, as the root of the sum of their squares. For a
 * sum of n products, whose factors are off by dw and da,
 *
 * <pre>d(sum w a)² = sum (w da)² + sum (a dw)² + (n + 2) ({@value #DEVIATIONS} u sum |w a|)²</pre>
 *
 * so that an element's tolerance follows from its own terms: a small element has a small one, and a sum whose terms cancel
 * a large one.
 *
 * <p>This is a heuristic and no bound: rounding errors are not independent, and the factor {@value #DEVIATIONS} is a
 * choice. What rounding really does is measured beside it, as the drift of a network that starts one unit in the last place
 * away, see {@link Trajectory#perturbed}.
 */
final class Tolerance {
    private static final int DEVIATIONS = 4;
    /** Roundings of an activation: exp, add, divide; a library's exp may take more. */
    private static final int ROUNDINGS_OF_A_FUNCTION = 10;
    /** Below this, products and squares lose digits to underflow; of DOUBLE and of FLOAT. */
    private static final double TINY = 1e-150;

    private static final double TINY_FLOAT = Float.MIN_NORMAL;

    /** Some values, and how far each may be off. */
    private record Values(double[] value, double[] error) {
        Values(int size) {
            this(new double[size], new double[size]);
        }
    }

    private final NetworkSpec spec;
    private final int rows;
    private final double unit;
    private final double tiny;
    private final double[] parameters;
    private final double[] parameterErrors;
    private final int[] starts;
    private final List<double[]> weightedSums = new ArrayList<>();
    private final List<double[]> activations = new ArrayList<>();
    private final List<double[]> deltas = new ArrayList<>();
    private final double[] outputs;
    private final double[] gradient;
    /** Of the network's loss, and of the one that the hidden layers follow: the value and its error. */
    private final double[] loss;

    private final double[] hiddenLoss;

    /** The tolerances where both sides have exactly these parameters. */
    Tolerance(NetworkSpec spec, double[] parameters, Batch batch) {
        this(spec, parameters, new double[parameters.length], batch);
    }

    /** The tolerances where the two sides' parameters may already lie {@code parameterErrors} apart. */
    Tolerance(NetworkSpec spec, double[] parameters, double[] parameterErrors, Batch batch) {
        this.spec = spec;
        this.parameters = parameters;
        this.parameterErrors = parameterErrors;
        rows = batch.size();
        unit = DEVIATIONS * spec.precision().unitRoundoff();
        tiny = spec.precision() == Precision.DOUBLE ? TINY : TINY_FLOAT;
        int links = spec.layers().size() - 1;
        starts = new int[links];
        for (int l = 0; l < links; l++) {
            int nodes = spec.layers().get(l + 1);
            if (l + 1 < links) {
                starts[l + 1] = starts[l] + nodes * (spec.layers().get(l) + (spec.bias() ? 1 : 0));
            }
            weightedSums.add(new double[rows * nodes]);
            activations.add(new double[rows * nodes]);
            deltas.add(new double[rows * nodes]);
        }
        outputs = activations.get(links - 1);
        gradient = new double[parameters.length];
        double[] terms = new double[parameters.length];
        double[] squaredErrors = new double[2];
        double[] crossEntropies = new double[2];
        for (int row = 0; row < rows; row++) {
            addRow(row, batch.inputs()[row], batch.targets()[row], terms, squaredErrors, crossEntropies);
        }
        double factor = spec.reduction().factor(rows);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = factor * ofSum(gradient[i], rows, terms[i]);
        }
        boolean byCrossEntropy = spec.loss() == Loss.CROSS_ENTROPY;
        loss = loss(factor, byCrossEntropy ? crossEntropies : squaredErrors);
        hiddenLoss = spec.variant() == Variant.BOOK_RULE ? loss(factor, crossEntropies) : loss;
    }

    /** Of z of the layer of links {@code l}, from 0: (batch, nodes), flat. */
    double[] weightedSums(int l) {
        return weightedSums.get(l);
    }

    /** Of the activations behind it. */
    double[] activations(int l) {
        return activations.get(l);
    }

    /** Of dE/dz of each example. */
    double[] deltas(int l) {
        return deltas.get(l);
    }

    /** Of the outputs, (batch, out), flat. */
    double[] outputs() {
        return outputs;
    }

    double loss() {
        return loss[1];
    }

    /** Of the gradient by every parameter. */
    double[] gradient() {
        return gradient;
    }

    /**
     * Of the difference between a gradient and its five-point central difference. To the gradient's own tolerance come two
     * that are the same for all parameters of a layer, because they come from the loss and not from the slope: the rounding
     * of the four losses, up to 1.5 of which come together, divided by the step h; and what the formula leaves out, h^4/30
     * of a fifth derivative that is taken to be at most 30 times the larger of the loss and 1. So a slope that is smaller
     * than these is witnessed by two sides only.
     */
    double[] centralDifferences() {
        double h = CentralDifferences.STEP;
        double[] tolerances = gradient.clone();
        for (int i = 0; i < tolerances.length; i++) {
            boolean hidden = starts.length > 1 && i < starts[starts.length - 1];
            double[] followed = hidden ? hiddenLoss : loss;
            double inDouble = followed[1]
                    * Precision.DOUBLE.unitRoundoff()
                    / spec.precision().unitRoundoff();
            tolerances[i] += 1.5 * inDouble / h + h * h * h * h * Math.max(1, followed[0]);
        }
        return tolerances;
    }

    /** Of parameters that both sides were given: their rounding to the network's precision. */
    static double[] ofParameters(NetworkSpec spec, double[] parameters) {
        double[] tolerances = new double[parameters.length];
        for (int i = 0; i < tolerances.length; i++) {
            tolerances[i] = DEVIATIONS * spec.precision().unitRoundoff() * Math.abs(parameters[i]);
        }
        return tolerances;
    }

    /**
     * Of the parameters after {@code steps} steps like this one, which each rounds the parameter and follows a gradient that
     * is itself off: the steps' errors add up as a random walk.
     *
     * @param before the tolerances before these steps
     */
    double[] ofParametersAfter(long steps, double[] before) {
        double[] after = new double[before.length];
        for (int i = 0; i < after.length; i++) {
            double ofStep = square(unit * parameters[i]) + square(spec.rate() * gradient[i]);
            after[i] = root(square(before[i]) + steps * ofStep);
        }
        return after;
    }

    /**
     * Gives every parameter the largest tolerance of its tensor. From the second step on this is the right one: the gradient
     * of a small weight then depends on weights that are off already, and takes over their errors, which may be larger than
     * its own roundings.
     */
    static double[] overTensors(NetworkSpec spec, double[] tolerances) {
        double[] spread = new double[tolerances.length];
        for (Tensor tensor : spec.tensors()) {
            double[] ofTensor = Arrays.copyOfRange(tolerances, tensor.from(), tensor.to());
            Arrays.fill(spread, tensor.from(), tensor.to(), Differences.magnitude(ofTensor));
        }
        return spread;
    }

    private void addRow(
            int row, double[] x, double[] t, double[] terms, double[] squaredErrors, double[] crossEntropies) {
        int last = starts.length - 1;
        List<Values> a = new ArrayList<>();
        Values input = new Values(x, new double[x.length]);
        for (int i = 0; i < x.length; i++) {
            input.error()[i] = unit * Math.abs(x[i]);
        }
        a.add(input);
        for (int l = 0; l <= last; l++) {
            Values z = weightedSums(l, a.get(l));
            keep(z, weightedSums.get(l), row);
            Values activated = activate(l, z);
            keep(activated, activations.get(l), row);
            a.add(activated);
        }
        Values error = errors(a.get(last + 1), t, squaredErrors, crossEntropies);
        Values delta = spec.loss() == Loss.CROSS_ENTROPY
                ? crossEntropyDelta(a.get(last + 1), t)
                : times(error, slopes(last, a.get(last + 1)));
        for (int l = last; l >= 0; l--) {
            keep(delta, deltas.get(l), row);
            addGradient(l, delta, a.get(l), terms);
            if (l > 0) {
                Values sent = spec.variant() == Variant.BOOK_RULE ? error : delta;
                delta = times(sentBack(l, sent), slopes(l - 1, a.get(l)));
            }
        }
    }

    private Values weightedSums(int l, Values a) {
        int in = a.value().length;
        Values z = new Values(spec.layers().get(l + 1));
        for (int j = 0; j < z.value().length; j++) {
            double sum = 0;
            double terms = 0;
            double squares = 0;
            for (int i = 0; i < in; i++) {
                int w = starts[l] + j * in + i;
                double term = parameters[w] * a.value()[i];
                sum += term;
                terms += Math.abs(term);
                squares += square(parameters[w] * a.error()[i]) + square(a.value()[i] * parameterErrors[w]);
            }
            if (spec.bias()) {
                int b = starts[l] + z.value().length * in + j;
                sum += parameters[b];
                terms += Math.abs(parameters[b]);
                squares += square(parameterErrors[b]);
            }
            z.value()[j] = sum;
            z.error()[j] = ofSum(squares, in + (spec.bias() ? 1 : 0), terms);
        }
        return z;
    }

    private Values activate(int l, Values z) {
        Activation activation = spec.activations().get(l);
        Values a =
                new Values(CentralDifferences.activate(activation, z.value(), z.value()), new double[z.value().length]);
        for (int j = 0; j < a.value().length; j++) {
            double value = a.value()[j];
            a.error()[j] = switch (activation) {
                case RELU -> value > 0 || nearItsKink(z, j) ? z.error()[j] : 0;
                case SOFTMAX -> root(ofExponents(z, a, j) + ROUNDINGS_OF_A_FUNCTION * square(unit * value));
                default ->
                    root(square(activation.slope(value) * z.error()[j])
                            + ROUNDINGS_OF_A_FUNCTION * square(unit * value));
            };
        }
        return a;
    }

    /** Whether rounding may carry a RELU node over its kink. A sum of nothing but zeros is exact. */
    private boolean nearItsKink(Values z, int j) {
        return z.error()[j] > tiny && Math.abs(z.value()[j]) <= z.error()[j];
    }

    /** The square of the error of softmax output k: da_k = a_k (dz_k - sum a_m dz_m), z less the largest of them rounded. */
    private double ofExponents(Values z, Values a, int k) {
        double largest = Arrays.stream(z.value()).max().orElseThrow();
        double squares = 0;
        for (int m = 0; m < a.value().length; m++) {
            double slope = a.value()[k] * ((m == k ? 1 : 0) - a.value()[m]);
            double difference = z.value()[m] - largest;
            squares += square(slope) * (square(z.error()[m]) + square(unit * difference));
        }
        return squares + a.value().length * square(unit * a.value()[k]);
    }

    /** The activation function's slopes, computed from its values: near 0 they are what is left of a difference. */
    private Values slopes(int l, Values a) {
        Values slopes = new Values(a.value().length);
        for (int j = 0; j < slopes.value().length; j++) {
            double value = a.value()[j];
            double slope = spec.activations().get(l).slope(value);
            double change = switch (spec.activations().get(l)) {
                case SIGMOID -> 1 - 2 * value;
                case TANH -> -2 * value;
                case IDENTITY, RELU -> 0;
                case SOFTMAX -> throw new IllegalArgumentException("SOFTMAX has a matrix of slopes per example");
            };
            slopes.value()[j] = slope;
            // a RELU near its kink may have either slope
            boolean eitherSide =
                    spec.activations().get(l) == Activation.RELU && a.error()[j] > 0 && value <= a.error()[j];
            slopes.error()[j] = eitherSide ? 1 : root(square(change * a.error()[j]) + 2 * square(unit * slope));
        }
        return slopes;
    }

    /** dE/do of every output; adds to both losses, and to the squares of their errors. */
    private Values errors(Values o, double[] t, double[] squaredErrors, double[] crossEntropies) {
        double factor = spec.loss() == Loss.HALF_SQUARED_ERROR ? 1 : 2;
        Values errors = new Values(t.length);
        for (int k = 0; k < t.length; k++) {
            double output = o.value()[k];
            double e = output - t[k];
            double square = square(o.error()[k]) + square(unit * t[k]) + square(unit * e);
            errors.value()[k] = factor * e;
            errors.error()[k] = root(square(factor) * (square + ROUNDINGS_OF_A_FUNCTION * square(unit * e)));
            squaredErrors[0] += factor / 2 * e * e;
            squaredErrors[1] += square(factor * e) * square;
            if (spec.output() == Activation.SOFTMAX) {
                crossEntropies[0] -= t[k] == 0 ? 0 : t[k] * Math.log(output);
                crossEntropies[1] += t[k] == 0 ? 0 : square(t[k] / output * o.error()[k]) + square(unit * t[k]);
            } else if (spec.variant() == Variant.BOOK_RULE || spec.loss() == Loss.CROSS_ENTROPY) {
                crossEntropies[0] -= t[k] * Math.log(output) + (1 - t[k]) * Math.log(1 - output);
                crossEntropies[1] += square(e / (output * (1 - output)) * o.error()[k]) + square(unit * (1 - t[k]));
            }
        }
        return errors;
    }

    /** dE/dz = o - t. For sigmoids, DL4J divides by o(1 - o) and multiplies by it again, with 1 - o rounded. */
    private Values crossEntropyDelta(Values o, double[] t) {
        Values delta = new Values(t.length);
        for (int k = 0; k < t.length; k++) {
            double e = o.value()[k] - t[k];
            double rounding = spec.output() == Activation.SIGMOID ? 1 / (1 - o.value()[k]) : 0;
            delta.value()[k] = e;
            delta.error()[k] = root(square(o.error()[k])
                    + square(unit * t[k])
                    + (ROUNDINGS_OF_A_FUNCTION + square(rounding)) * square(unit * e));
        }
        return delta;
    }

    private Values times(Values a, Values b) {
        Values product = new Values(a.value().length);
        for (int j = 0; j < product.value().length; j++) {
            double value = a.value()[j] * b.value()[j];
            product.value()[j] = value;
            product.error()[j] = root(
                    square(a.value()[j] * b.error()[j]) + square(b.value()[j] * a.error()[j]) + square(unit * value));
        }
        return product;
    }

    /** What arrives at layer l from the one behind it: W^T times what that sends. */
    private Values sentBack(int l, Values sent) {
        Values arrived = new Values(spec.layers().get(l));
        for (int i = 0; i < arrived.value().length; i++) {
            double sum = 0;
            double terms = 0;
            double squares = 0;
            for (int j = 0; j < sent.value().length; j++) {
                int w = starts[l] + j * arrived.value().length + i;
                double term = parameters[w] * sent.value()[j];
                sum += term;
                terms += Math.abs(term);
                squares += square(parameters[w] * sent.error()[j]) + square(sent.value()[j] * parameterErrors[w]);
            }
            arrived.value()[i] = sum;
            arrived.error()[i] = ofSum(squares, sent.value().length, terms);
        }
        return arrived;
    }

    /** Adds this row's |terms| to {@code terms}, and the squares of their errors to the gradient's. */
    private void addGradient(int l, Values delta, Values a, double[] terms) {
        int in = a.value().length;
        int out = delta.value().length;
        for (int j = 0; j < out; j++) {
            for (int i = 0; i < in; i++) {
                int w = starts[l] + j * in + i;
                terms[w] += Math.abs(delta.value()[j] * a.value()[i]);
                gradient[w] += square(delta.value()[j] * a.error()[i]) + square(a.value()[i] * delta.error()[j]);
            }
            if (spec.bias()) {
                int b = starts[l] + out * in + j;
                terms[b] += Math.abs(delta.value()[j]);
                gradient[b] += square(delta.error()[j]);
            }
        }
    }

    /** A loss of the batch and its error, from the sum of its terms and that of the squares of their errors. */
    private double[] loss(double factor, double[] sums) {
        return new double[] {factor * sums[0], factor * ofSum(sums[1], outputs.length, sums[0])};
    }

    private double ofSum(double squares, int n, double terms) {
        return root(squares + (n + 2) * square(unit * terms));
    }

    private double root(double squares) {
        return Math.max(tiny, Math.sqrt(squares));
    }

    private static void keep(Values values, double[] all, int row) {
        System.arraycopy(values.error(), 0, all, row * values.error().length, values.error().length);
    }

    private static double square(double value) {
        return value * value;
    }
}
