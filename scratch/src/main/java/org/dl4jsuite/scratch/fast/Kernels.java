package org.dl4jsuite.scratch.fast;

/**
 * What {@link FastNetwork} spends its time in, in two implementations that compute the same up to rounding: {@link
 * PlainKernels} and {@link VectorKernels}. {@link KernelChoice} picks one.
 */
interface Kernels {
    /** For the log and for reports, for example {@code vector (512 bit)}. */
    String name();

    /** Returns the floats of a vector: layers are filled up with zeros to a multiple of this. */
    int lanes();

    /** Returns {@code length}, filled up to whole vectors, or further where that is faster. */
    default int wholeVectors(int length) {
        return (length + lanes() - 1) / lanes() * lanes();
    }

    /** Returns a weight matrix of zeros; the columns are filled up to whole vectors. */
    Weights weights(int rows, int columns);

    /** {@code z[i] = 1 / (1 + exp(-z[i]))} for {@code length} values from {@code from}, a multiple of {@link #lanes()}. */
    void sigmoid(float[] z, int from, int length);

    /** {@code d[i] *= a[i] * (1 - a[i])}, the slope of the sigmoid, for the same i. */
    void timesSlope(float[] d, float[] a, int from, int length);

    /**
     * A weight matrix with the inner loops over it: one row for each node that sends, one column for each node that receives.
     * It lies in memory as suits its {@link Kernels}. The vectors it reads and writes have as many values as it has columns,
     * filled up to whole vectors.
     */
    interface Weights {
        float get(int row, int column);

        void set(int row, int column, float weight);

        /**
         * What the nodes receive: {@code z[at + j] = sum over e of values[e] * weight(rows[e], j)}, for e from {@code from} to
         * {@code to} (exclusive) and all columns j.
         */
        void weightedSum(int[] rows, float[] values, int from, int to, float[] z, int at);

        /** What the weights learn: {@code weight(rows[e], j) += values[e] * steps[at + j]}, for the same e and j. */
        void addOuterProduct(int[] rows, float[] values, int from, int to, float[] steps, int at);

        /** The weights read the other way: {@code z[at + r] = sum over j of weight(r, j) * a[from + j]}, for all rows r. */
        void dots(float[] a, int from, float[] z, int at);
    }
}
