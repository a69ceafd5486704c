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

    /** {@code length}, filled up to whole vectors. */
    default int wholeVectors(int length) {
        return (length + lanes() - 1) / lanes() * lanes();
    }

    /** Returns a weight matrix of zeros; the columns are filled up to whole vectors. */
    Weights weights(int rows, int columns);

    /** {@code z[i] = 1 / (1 + exp(-z[i]))} for {@code length} values from {@code from}, a multiple of {@link #lanes()}. */
    void sigmoid(float[] z, int from, int length);

    /** {@code d[i] *= a[i] * (1 - a[i])}, the slope of the sigmoid, for the same i. */
    void timesSlope(float[] d, float[] a, int from, int length);
}
