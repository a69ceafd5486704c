package org.dl4jsuite.scratch.fast;

import java.util.Arrays;
import java.util.Objects;
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
 * them for MNIST. c and U are simply rows I and I + 1 of V's array, and a sample has an entry for each.
 *
 * <p>U is kept up by additions of its own, so rounding lets it drift away from the column sums; every {@value
 * #SAMPLES_BETWEEN_FOLDS} samples c is added into V and set to 0, and U summed anew.
 *
 * <h2>The order of work</h2>
 *
 * <p>V lies in panels of a few columns (see {@link Kernels}). For each panel, the last batch's step is followed at once
 * by the next batch's forward pass: where their inputs overlap, the weights are still in the first-level cache. It
 * changes nothing else, because a panel's forward pass needs no other panel.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class FastNetwork {
    /** The drift of U until then is at most this many roundings; summing it anew costs a hundredth of the steps' time. */
    private static final int SAMPLES_BETWEEN_FOLDS = 8192;

    /** Samples that go forward together in {@link #query}: each panel is read from the cache's second level once for all. */
    private static final int SAMPLES_PER_QUERY = 64;

    /**
     * Floats left free before the hidden weights. The garbage collector G1, the usual one, lets an array of their size
     * begin at a page of memory, with 16 bytes for its header; 12 floats more and every vector of 64 bytes lies in one
     * cache line instead of two. Elsewhere it does no harm.
     */
    private static final int ALIGNMENT = 12;

    private final Kernels kernels;
    private final int inputs;
    private final int hidden;
    private final int outputs;
    private final Variant variant;
    private final int stride; // hidden nodes, filled up to whole vectors
    private final int outputStride; // output nodes, likewise
    private final int panelWidth;
    private final float[] hiddenWeights; // panels of (inputs + 2, panelWidth): V, c, U
    private final float[] outputWeights; // (outputs, stride)

    // Of the current batch, one row a sample
    private float[] hiddenActivations = {}; // (batch, stride)
    private float[] hiddenSteps = {}; // (batch, stride)
    private float[] outputActivations = {}; // (batch, outputStride)
    private float[] outputSteps = {}; // (batch, outputStride)
    private int[] outputRows = {}; // (batch, outputStride): 0, 1, ... in every row, the entries' rows
    private final float[] sentBack; // (outputStride)

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
        this.stride = roundUp(hidden, kernels.lanes());
        this.outputStride = roundUp(outputs, kernels.lanes());
        this.panelWidth = kernels.panelWidth(stride);
        this.hiddenWeights = new float[Math.addExact(ALIGNMENT, Math.multiplyExact(stride, inputs + 2))];
        this.outputWeights = new float[Math.multiplyExact(stride, outputs)];
        this.sentBack = new float[outputStride];
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
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
        for (int start = from; start < to; start += SAMPLES_PER_QUERY) {
            int end = Math.min(start + SAMPLES_PER_QUERY, to);
            allocate(end - start);
            sweep(x, start, start, start, end);
            for (int n = 0; n < end - start; n++) {
                activate(n);
                System.arraycopy(outputActivations, n * outputStride, result, (start - from + n) * outputs, outputs);
            }
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
        requireSamples(x, from, to, targets.length, x.size(), "targets");
        if (batch < 1) {
            throw new IllegalArgumentException("The batch size must be at least 1: got " + batch);
        }
        allocate(Math.min(batch, to - from));
        double loss = 0;
        int previous = from; // the batch from previous to start has its hidden step still to be done
        for (int start = from; start < to; start += batch) {
            int end = Math.min(to, start + batch);
            if (samplesSinceFold >= SAMPLES_BETWEEN_FOLDS) {
                sweep(x, previous, start, start, start);
                previous = start;
                fold();
            }
            sweep(x, previous, start, start, end);
            loss += learn(targets, start, end, rate / (end - start));
            samplesSinceFold += end - start;
            previous = start;
        }
        sweep(x, previous, to, to, to);
        return loss;
    }

    /** Panel by panel: the hidden layer's step for one batch, then the weighted sums of the next. Either may be empty. */
    private void sweep(FastInputs x, int stepFrom, int stepTo, int from, int to) {
        for (int first = 0; first < stride; first += panelWidth) {
            int panel = panel(first);
            int width = width(first);
            for (int n = stepFrom; n < stepTo; n++) {
                kernels.addOuterProduct(
                        hiddenWeights,
                        panel,
                        width,
                        x.rows(),
                        x.values(),
                        x.learningFrom(n),
                        x.learningTo(n),
                        hiddenSteps,
                        (n - stepFrom) * stride + first);
            }
            for (int n = from; n < to; n++) {
                kernels.weightedSum(
                        hiddenWeights,
                        panel,
                        width,
                        x.rows(),
                        x.values(),
                        x.forwardFrom(n),
                        x.forwardTo(n),
                        hiddenActivations,
                        (n - from) * stride + first);
            }
        }
    }

    /** The rest of the way forward for sample n of the batch, whose hidden weighted sums are there. */
    private void activate(int n) {
        int at = n * stride;
        kernels.sigmoid(hiddenActivations, at, stride);
        Arrays.fill(hiddenActivations, at + hidden, at + stride, 0); // the filling is no node
        int outputAt = n * outputStride;
        kernels.dots(outputWeights, stride, outputs, hiddenActivations, at, outputActivations, outputAt);
        kernels.sigmoid(outputActivations, outputAt, outputStride);
    }

    /** The output layer's step, and the hidden layer's, which {@link #sweep} will do. Returns E of the batch, summed. */
    private double learn(float[] targets, int start, int end, float rate) {
        float squaredErrors = 0;
        for (int n = 0; n < end - start; n++) {
            activate(n);
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
            kernels.weightedSum(outputWeights, 0, stride, outputRows, sentBack, 0, outputs, hiddenSteps, at);
            kernels.timesSlope(hiddenSteps, hiddenActivations, at, stride);
        }
        // after the last sample has gone back through the weights as they were
        for (int n = 0; n < end - start; n++) {
            int from = n * outputStride;
            int to = from + outputs;
            kernels.addOuterProduct(
                    outputWeights, 0, stride, outputRows, outputSteps, from, to, hiddenActivations, n * stride);
        }
        return squaredErrors / 2;
    }

    /** Adds c into V and sums U anew. */
    private void fold() {
        double[] sums = new double[panelWidth];
        for (int first = 0; first < stride; first += panelWidth) {
            int width = width(first);
            int c = panel(first) + inputs * width;
            Arrays.fill(sums, 0);
            for (int row = panel(first); row < c; row += width) {
                for (int j = 0; j < width; j++) {
                    hiddenWeights[row + j] += hiddenWeights[c + j];
                    sums[j] += hiddenWeights[row + j];
                }
            }
            for (int j = 0; j < width; j++) {
                hiddenWeights[c + j] = 0;
                hiddenWeights[c + width + j] = (float) sums[j];
            }
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

    /** A copy of all parameters, as in the reference: W1 (hidden x in) row by row, then W2 (out x hidden). */
    public double[] parameters() {
        double[] parameters = new double[parameterCount()];
        int at = 0;
        for (int j = 0; j < hidden; j++) {
            for (int i = 0; i < inputs; i++) {
                parameters[at++] = (double) hiddenWeights[hiddenIndex(i, j)] + hiddenWeights[hiddenIndex(inputs, j)];
            }
        }
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < hidden; j++) {
                parameters[at++] = outputWeights[outputIndex(k, j)];
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
                hiddenWeights[hiddenIndex(i, j)] = (float) parameters[at++];
            }
            hiddenWeights[hiddenIndex(inputs, j)] = 0;
        }
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < hidden; j++) {
                outputWeights[outputIndex(k, j)] = (float) parameters[at++];
            }
        }
        fold();
    }

    /** Where the panel whose first column is {@code first} begins. */
    private int panel(int first) {
        return ALIGNMENT + first * (inputs + 2);
    }

    /** How wide that panel is. */
    private int width(int first) {
        return Math.min(panelWidth, stride - first);
    }

    /** Where the weight from input i to hidden node j lies. */
    private int hiddenIndex(int i, int j) {
        int first = j / panelWidth * panelWidth;
        return panel(first) + i * width(first) + j - first;
    }

    /** Where the weight from hidden node j to output k lies. */
    private int outputIndex(int k, int j) {
        return k * stride + j;
    }
}
