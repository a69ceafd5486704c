package org.dl4jsuite.scratch.fast;

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
