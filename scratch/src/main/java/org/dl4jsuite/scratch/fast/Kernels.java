package org.dl4jsuite.scratch.fast;

/**
 * The inner loops of {@link FastNetwork}, in two implementations that compute the same up to rounding: {@link
 * PlainKernels} and {@link VectorKernels}. {@link KernelChoice} picks one.
 *
 * <p>A weight matrix has one row for each node that sends and one column for each node that receives, {@code width} of
 * them in memory: row r begins at {@code panel + r * width}. The columns are filled up with zeros to whole vectors, so
 * every width is a multiple of {@link #lanes()}. A large matrix is cut into panels of a few columns, each of which is
 * such a matrix of its own (see {@link FastNetwork}).
 */
interface Kernels {
    /** For the log and for reports, for example {@code vector (512 bit)}. */
    String name();

    /** Rows are filled up to a multiple of this. */
    int lanes();

    /** The width of the panels into which a large matrix of {@code columns} columns is best cut; the last may be less. */
    int panelWidth(int columns);

    /**
     * What the nodes receive: {@code z[at + j] = sum over e of values[e] * weights[panel + rows[e] * width + j]}, for e
     * from {@code from} to {@code to} (exclusive) and j below {@code width}.
     */
    void weightedSum(
            float[] weights, int panel, int width, int[] rows, float[] values, int from, int to, float[] z, int at);

    /**
     * What the weights learn: {@code weights[panel + rows[e] * width + j] += values[e] * steps[at + j]}, for the same e
     * and j.
     */
    void addOuterProduct(
            float[] weights, int panel, int width, int[] rows, float[] values, int from, int to, float[] steps, int at);

    /**
     * The weights read the other way: {@code z[at + r] = sum over j of weights[r * width + j] * a[from + j]}, for r below
     * {@code rows} and j below {@code width}.
     */
    void dots(float[] weights, int width, int rows, float[] a, int from, float[] z, int at);

    /** {@code z[i] = 1 / (1 + exp(-z[i]))} for {@code length} values from {@code from}, a multiple of {@link #lanes()}. */
    void sigmoid(float[] z, int from, int length);

    /** {@code d[i] *= a[i] * (1 - a[i])}, the slope of the sigmoid, for the same i. */
    void timesSlope(float[] d, float[] a, int from, int length);
}
