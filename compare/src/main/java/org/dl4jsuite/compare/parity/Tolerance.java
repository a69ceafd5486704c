package org.dl4jsuite.compare.parity;

import static org.dl4jsuite.compare.parity.ErrorPropagation.ROUNDINGS_OF_A_FUNCTION;
import static org.dl4jsuite.compare.parity.ErrorPropagation.square;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.model.Trace;
import org.dl4jsuite.compare.parity.ErrorPropagation.Values;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Variant;

/**
 * How far two correct computations of one step may lie apart, for every number of the step by itself.
 *
 * <p>Each value is computed once more with an estimate of its error beside it. A rounding of v counts as
 * {@value Precision#UNITS_PER_ROUNDING} u |v| (u is the unit roundoff, 2^-53 in DOUBLE, 2^-24 in FLOAT); the errors of what goes
 * into a value arrive multiplied by its slope; and all of them add up like a random walk, as the root of the sum of their squares.
 * For a sum of n products, whose factors are off by dw and da,
 *
 * <pre>d(sum w a)² = sum (w da)² + sum (a dw)² + (n + 2) ({@value Precision#UNITS_PER_ROUNDING} u sum |w a|)²</pre>
 *
 * so that an element's tolerance follows from its own terms: a small element has a small one, and a sum whose terms cancel
 * a large one.
 *
 * <p>This is a heuristic and no bound: rounding errors are not independent, and the factor
 * {@value Precision#UNITS_PER_ROUNDING} is a choice. What rounding really does is measured beside it, as the drift of a network that
 * starts one unit in the last place away, see {@link Trajectory#perturbed}.
 */
final class Tolerance {
    /** A sum of products of weights and values, with what its error follows from. */
    private final class Sum {
        private int n;
        private double sum;
        private double terms;
        private double squares;

        void add(int weight, Values values, int i) {
            double term = parameters[weight] * values.value()[i];
            sum += term;
            terms += Math.abs(term);
            squares += square(parameters[weight] * values.error()[i])
                    + square(values.value()[i] * parameterErrors[weight]);
            n++;
        }

        void addBias(int bias) {
            sum += parameters[bias];
            terms += Math.abs(parameters[bias]);
            squares += square(parameterErrors[bias]);
            n++;
        }

        void keepAs(Values values, int i) {
            values.value()[i] = sum;
            values.error()[i] = errors.ofSum(squares, n, terms);
        }
    }

    private final NetworkSpec spec;
    private final int rows;
    private final ErrorPropagation errors;
    private final double unit;
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
        errors = new ErrorPropagation(spec.precision());
        unit = errors.unit();
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
            gradient[i] = factor * errors.ofSum(gradient[i], rows, terms[i]);
        }
        boolean byCrossEntropy = spec.loss() == Loss.CROSS_ENTROPY;
        loss = loss(factor, byCrossEntropy ? crossEntropies : squaredErrors);
        hiddenLoss = spec.variant() == Variant.BOOK_RULE ? loss(factor, crossEntropies) : loss;
    }

    /** Returns those of z, of the activations behind it and of dE/dz of each example. */
    Trace trace() {
        return new Trace(weightedSums, activations, deltas);
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
            tolerances[i] = spec.precision().roundingError() * Math.abs(parameters[i]);
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
            after[i] = errors.root(square(before[i]) + steps * ofStep);
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
            Arrays.fill(spread, tensor.from(), tensor.to(), Differences.magnitude(tensor.in(tolerances)));
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
            Values activated = errors.activate(spec.activations().get(l), z);
            keep(activated, activations.get(l), row);
            a.add(activated);
        }
        Values error = outputErrors(a.get(last + 1), t, squaredErrors, crossEntropies);
        Values delta = spec.loss() == Loss.CROSS_ENTROPY
                ? errors.crossEntropyDelta(spec.output(), a.get(last + 1), t)
                : errors.times(error, slopes(last, a.get(last + 1)));
        for (int l = last; l >= 0; l--) {
            keep(delta, deltas.get(l), row);
            addGradient(l, delta, a.get(l), terms);
            if (l > 0) {
                Values sent = spec.variant() == Variant.BOOK_RULE ? error : delta;
                delta = errors.times(sentBack(l, sent), slopes(l - 1, a.get(l)));
            }
        }
    }

    private Values slopes(int l, Values a) {
        return errors.slopes(spec.activations().get(l), a);
    }

    private Values weightedSums(int l, Values a) {
        int in = a.value().length;
        Values z = new Values(spec.layers().get(l + 1));
        for (int j = 0; j < z.value().length; j++) {
            Sum sum = new Sum();
            for (int i = 0; i < in; i++) {
                sum.add(starts[l] + j * in + i, a, i);
            }
            if (spec.bias()) {
                sum.addBias(starts[l] + z.value().length * in + j);
            }
            sum.keepAs(z, j);
        }
        return z;
    }

    /** dE/do of every output; adds to both losses, and to the squares of their errors. */
    private Values outputErrors(Values o, double[] t, double[] squaredErrors, double[] crossEntropies) {
        double factor = spec.loss() == Loss.HALF_SQUARED_ERROR ? 1 : 2;
        Values slopes = new Values(t.length);
        for (int k = 0; k < t.length; k++) {
            double output = o.value()[k];
            double e = output - t[k];
            double square = square(o.error()[k]) + square(unit * t[k]) + square(unit * e);
            slopes.value()[k] = factor * e;
            slopes.error()[k] = errors.root(square(factor) * (square + ROUNDINGS_OF_A_FUNCTION * square(unit * e)));
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
        return slopes;
    }

    /** What arrives at layer l from the one behind it: W^T times what that sends. */
    private Values sentBack(int l, Values sent) {
        Values arrived = new Values(spec.layers().get(l));
        for (int i = 0; i < arrived.value().length; i++) {
            Sum sum = new Sum();
            for (int j = 0; j < sent.value().length; j++) {
                sum.add(starts[l] + j * arrived.value().length + i, sent, j);
            }
            sum.keepAs(arrived, i);
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
        return new double[] {factor * sums[0], factor * errors.ofSum(sums[1], outputs.length, sums[0])};
    }

    private static void keep(Values values, double[] all, int row) {
        System.arraycopy(values.error(), 0, all, row * values.error().length, values.error().length);
    }
}
