package org.dl4jsuite.scratch.fast;

/**
 * The inner loops of {@link FastNetwork}, in two implementations that compute the same up to rounding: {@link
 * PlainKernels} and {@link VectorKernels}. {@link KernelChoice} picks one.
 *
 * <p>A weight matrix has one row for each node that sends and one column for each node that receives. It lies in memory
 * in <b>panels</b>: {@code width} columns of all its rows, then the next {@code width} columns. The panel that starts at
 * {@code panel} holds row r at {@code panel + r * width}. Most loops work on one panel, the part of the sums that fits
 * into registers.
 */
interface Kernels {
    /** For the log and for reports, for example {@code vector (512 bit)}. */
    String name();

    /** The width of a panel when {@code columns} nodes receive; the last panel is filled up with zeros. */
    int panelWidth(int columns);

    /**
     * What a node layer receives: {@code z[at + j] = sum over e of values[e] * weights[panel + rows[e] * width + j]}, for
     * e from {@code from} to {@code to} (exclusive) and j below {@code width}.
     */
    void weightedSum(
            float[] weights, int panel, int width, int[] rows, float[] values, int from, int to, float[] z, int at);

    /**
     * What the weights learn: {@code weights[panel + rows[e] * width + j] += values[e] * steps[at + j]}, for the same e
     * and j. The rows must differ from each other.
     */
    void addOuterProduct(
            float[] weights, int panel, int width, int[] rows, float[] values, int from, int to, float[] steps, int at);

    /**
     * What one row sends when the weights are read the other way: {@code z[at + r] = sum over panels and j of
     * weights[panel + r * width + j] * a[from + j of all panels]}, for r below {@code rows}; {@code a} has {@code length}
     * values, all panels' columns in order.
     */
    void dots(float[] weights, int width, int rows, float[] a, int from, int length, float[] z, int at);

    /** {@code z[i] = 1 / (1 + exp(-z[i]))} for {@code length} values, a multiple of a panel's width, from {@code from}. */
    void sigmoid(float[] z, int from, int length);

    /** {@code d[i] *= a[i] * (1 - a[i])}, the slope of the sigmoid, for the same i. */
    void timesSlope(float[] d, float[] a, int from, int length);
}
