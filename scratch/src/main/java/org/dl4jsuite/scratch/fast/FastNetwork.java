package org.dl4jsuite.scratch.fast;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dl4jsuite.scratch.Variant;

/**
 * The network of {@link org.dl4jsuite.scratch.Network} once more, for speed: one hidden layer, sigmoids, no biases, half
 * the squared error, in float. Same network, same steps, up to rounding; read the other one first, its methods stand in
 * the same order.
 *
 * <h2>The background</h2>
 *
 * <p>With I inputs, a sample is x_i = b + s_i with one background b and most s_i = 0 (see {@link FastInputs}). The hidden
 * weights W, here (in x hidden), are kept as W_ij = V_ij + c_j together with their column sums U_j = sum over i of W_ij.
 * Then the weighted sums are
 *
 * <pre>
 *   z_j = sum over i of x_i W_ij = sum over i with s_i != 0 of s_i V_ij  +  (sum of s) c_j  +  b U_j
 * </pre>
 *
 * <p>and one step W_ij += x_i d_j is
 *
 * <pre>
 *   V_ij += s_i d_j where s_i != 0,    c_j += b d_j,    U_j += (sum of x) d_j
 * </pre>
 *
 * <p>That is exact, whatever b is, and touches only the rows of V whose input differs from the background: a fifth of
 * them for MNIST. c and U are simply rows I and I + 1 of the same matrix, and a sample has an entry for each.
 *
 * <p>U is kept up by additions of its own, so rounding lets it drift away from the column sums; every {@value
 * #SAMPLES_BETWEEN_FOLDS} samples c is added into V and set to 0, and U summed anew.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class FastNetwork {
    /** The drift of U until then is at most this many roundings; summing it anew costs a hundredth of the steps' time. */
    private static final int SAMPLES_BETWEEN_FOLDS = 8192;

    private final Kernels kernels;
    private final int inputs;
    private final int hidden;
    private final int outputs;
    private final Variant variant;
    private final int stride; // hidden nodes, filled up to whole vectors
    private final int outputStride; // output nodes, likewise
    private final Kernels.Weights hiddenWeights; // (inputs + 2, hidden): V, c, U
    private final Kernels.Weights outputWeights; // (outputs, hidden)

    // Of the current batch, one row a sample
    private float[] hiddenActivations = {}; // (batch, stride)
    private float[] hiddenSteps = {}; // (batch, stride)
    private float[] outputActivations = {}; // (batch, outputStride)
    private float[] outputSteps = {}; // (batch, outputStride)
    private int[] outputRows = {}; // (batch, outputStride): 0, 1, ... in every row, the entries' rows
    private final float[] sentBack; // (outputStride)

    private final int[] everyRow; // (inputs): 0, 1, ...
    private final float[] ones; // (inputs)
    private int samplesSinceFold;

    /** A network of zeros; the weights are set afterwards. */
    public FastNetwork(int inputs, int hidden, int outputs, Variant variant) {
        this(inputs, hidden, outputs, variant, KernelChoice.kernels());
    }

    FastNetwork(int inputs, int hidden, int outputs, Variant variant, Kernels kernels) {
        if (inputs < 1 || hidden < 1 || outputs < 1) {
            throw new IllegalArgumentException(
                    "Every layer needs at least one node: got " + inputs + "-" + hidden + "-" + outputs);
        }
        this.kernels = kernels;
        this.inputs = inputs;
        this.hidden = hidden;
        this.outputs = outputs;
        this.variant = variant;
        this.stride = kernels.wholeVectors(hidden);
        this.outputStride = kernels.wholeVectors(outputs);
        this.hiddenWeights = kernels.weights(inputs + 2, hidden);
        this.outputWeights = kernels.weights(outputs, hidden);
        this.sentBack = new float[outputStride];
        this.everyRow = IntStream.range(0, inputs).toArray();
        this.ones = new float[inputs];
        Arrays.fill(ones, 1);
    }

    /** Returns the inner loops that a new network of this JVM runs on, for example {@code vector (512 bit)}. */
    public static String chosenKernels() {
        return KernelChoice.name();
    }

    /** Which inner loops it runs on, for example {@code vector (512 bit)}. */
    public String kernels() {
        return kernels.name();
    }

    /**
     * The outputs for the samples {@code from} to {@code to} (exclusive) of x, written to {@code result}, (to - from,
     * out), row by row.
     */
    public void query(FastInputs x, int from, int to, float[] result) {
        requireSamples(x, from, to, result.length, to - from, "results");
        allocate(1);
        for (int n = from; n < to; n++) {
            forward(x, n, 0);
            System.arraycopy(outputActivations, 0, result, (n - from) * outputs, outputs);
        }
    }

    /**
     * Gradient descent over the samples {@code from} to {@code to} (exclusive) of x, in order, in steps of {@code batch}
     * samples; the last step takes what is left. A step is {@code rate} times the mean gradient of its samples.
     *
     * @param targets (size of x, out), row by row, for all samples of x
     * @return E summed over the samples, of each before the step on it
     */
    public double train(FastInputs x, float[] targets, int from, int to, int batch, float rate) {
        return train(x, targets, from, to, batch, rate, 0);
    }

    /**
     * The same, with a sum of E that begins at {@code lossSoFar}: samples in several calls, each beginning where the one
     * before it ended, give the bits of one call.
     */
    public double train(FastInputs x, float[] targets, int from, int to, int batch, float rate, double lossSoFar) {
        requireSamples(x, from, to, targets.length, x.size(), "targets");
        if (batch < 1) {
            throw new IllegalArgumentException("The batch size must be at least 1: got " + batch);
        }
        allocate(Math.min(batch, to - from));
        double loss = lossSoFar;
        for (int start = from; start < to; start += batch) {
            int end = Math.min(to, start + batch);
            if (samplesSinceFold >= SAMPLES_BETWEEN_FOLDS) {
                fold();
            }
            loss += step(x, targets, start, end, rate / (end - start));
            samplesSinceFold += end - start;
        }
        return loss;
    }

    /** Sample {@code sample} of x on its way forward, as sample n of the batch. */
    private void forward(FastInputs x, int sample, int n) {
        int at = n * stride;
        hiddenWeights.weightedSum(
                x.rows(), x.values(), x.forwardFrom(sample), x.forwardTo(sample), hiddenActivations, at);
        kernels.sigmoid(hiddenActivations, at, stride);
        Arrays.fill(hiddenActivations, at + hidden, at + stride, 0); // the filling is no node
        int outputAt = n * outputStride;
        outputWeights.dots(hiddenActivations, at, outputActivations, outputAt);
        kernels.sigmoid(outputActivations, outputAt, outputStride);
    }

    /** Takes one step on the samples from start to end. Returns their E, summed. */
    private double step(FastInputs x, float[] targets, int start, int end, float rate) {
        float squaredErrors = 0;
        for (int n = 0; n < end - start; n++) {
            forward(x, start + n, n);
            for (int k = 0; k < outputs; k++) {
                float o = outputActivations[n * outputStride + k];
                float difference = targets[(start + n) * outputs + k] - o;
                squaredErrors += difference * difference;
                float error = rate * difference;
                float step = error * o * (1 - o);
                outputSteps[n * outputStride + k] = step;
                sentBack[k] = variant == Variant.BOOK_RULE ? error : step;
            }
            int at = n * stride;
            outputWeights.weightedSum(outputRows, sentBack, 0, outputs, hiddenSteps, at);
            kernels.timesSlope(hiddenSteps, hiddenActivations, at, stride);
        }
        // only now, when the last sample has gone both ways through the weights as they were
        for (int n = 0; n < end - start; n++) {
            int from = n * outputStride;
            outputWeights.addOuterProduct(outputRows, outputSteps, from, from + outputs, hiddenActivations, n * stride);
            int sample = start + n;
            hiddenWeights.addOuterProduct(
                    x.rows(), x.values(), x.learningFrom(sample), x.learningTo(sample), hiddenSteps, n * stride);
        }
        return squaredErrors / 2;
    }

    /** Adds c into V and sums U anew. */
    private void fold() {
        float[] row = new float[stride];
        for (int j = 0; j < hidden; j++) {
            row[j] = hiddenWeights.get(inputs, j);
            hiddenWeights.set(inputs, j, 0);
        }
        hiddenWeights.addOuterProduct(everyRow, ones, 0, inputs, row, 0);
        hiddenWeights.weightedSum(everyRow, ones, 0, inputs, row, 0);
        for (int j = 0; j < hidden; j++) {
            hiddenWeights.set(inputs + 1, j, row[j]);
        }
        samplesSinceFold = 0;
    }

    private void allocate(int batch) {
        if (hiddenActivations.length < batch * stride) {
            hiddenActivations = new float[Math.multiplyExact(batch, stride)];
            hiddenSteps = new float[batch * stride];
            outputActivations = new float[Math.multiplyExact(batch, outputStride)];
            outputSteps = new float[batch * outputStride];
            outputRows = new int[batch * outputStride];
            Arrays.setAll(outputRows, e -> e % outputStride);
        }
    }

    private void requireSamples(FastInputs x, int from, int to, int values, int rows, String name) {
        if (x.inputs() != inputs) {
            throw new IllegalArgumentException(
                    "The network takes " + inputs + " inputs, the samples have " + x.inputs());
        }
        Objects.checkFromToIndex(from, to, x.size());
        if (values != rows * outputs) {
            throw new IllegalArgumentException("The " + name + " of " + rows + " samples and " + outputs
                    + " outputs are " + rows * outputs + " values: got " + values);
        }
    }

    public int parameterCount() {
        return hidden * inputs + outputs * hidden;
    }

    /** Returns a copy of all parameters, as in the reference: W1 (hidden x in) row by row, then W2 (out x hidden). */
    public double[] parameters() {
        double[] parameters = new double[parameterCount()];
        int at = 0;
        for (int j = 0; j < hidden; j++) {
            for (int i = 0; i < inputs; i++) {
                parameters[at++] = (double) hiddenWeights.get(i, j) + hiddenWeights.get(inputs, j);
            }
        }
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < hidden; j++) {
                parameters[at++] = outputWeights.get(k, j);
            }
        }
        return parameters;
    }

    /** Sets all parameters from a vector in the order of {@link #parameters()}. */
    public void setParameters(double[] parameters) {
        if (parameters.length != parameterCount()) {
            throw new IllegalArgumentException(
                    "The network has " + parameterCount() + " parameters, got " + parameters.length);
        }
        int at = 0;
        for (int j = 0; j < hidden; j++) {
            for (int i = 0; i < inputs; i++) {
                hiddenWeights.set(i, j, (float) parameters[at++]);
            }
            hiddenWeights.set(inputs, j, 0);
        }
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < hidden; j++) {
                outputWeights.set(k, j, (float) parameters[at++]);
            }
        }
        fold();
    }

    /**
     * Returns all that the next steps depend on, which is more than {@link #parameters()}: V, c and U row by row, W2 row by
     * row, and the samples since c was last added into V.
     */
    public float[] state() {
        float[] state = new float[(inputs + 2 + outputs) * hidden + 1];
        for (int row = 0; row < inputs + 2 + outputs; row++) {
            for (int j = 0; j < hidden; j++) {
                state[row * hidden + j] =
                        row < inputs + 2 ? hiddenWeights.get(row, j) : outputWeights.get(row - inputs - 2, j);
            }
        }
        state[state.length - 1] = samplesSinceFold; // a batch more than SAMPLES_BETWEEN_FOLDS at most: exact
        return state;
    }

    /** Goes on from what {@link #state()} returned of a network of the same size: every later step has the same bits. */
    public void setState(float[] state) {
        int size = (inputs + 2 + outputs) * hidden + 1;
        if (state.length != size) {
            throw new IllegalArgumentException("The network's state has " + size + " numbers, got " + state.length);
        }
        for (int row = 0; row < inputs + 2 + outputs; row++) {
            for (int j = 0; j < hidden; j++) {
                if (row < inputs + 2) {
                    hiddenWeights.set(row, j, state[row * hidden + j]);
                } else {
                    outputWeights.set(row - inputs - 2, j, state[row * hidden + j]);
                }
            }
        }
        samplesSinceFold = (int) state[state.length - 1];
    }
}
