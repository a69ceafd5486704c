package org.dl4jsuite.scratch.fast;

/** Plain Java: runs anywhere and needs no module. Its weights are {@link PlainWeights}. */
final class PlainKernels implements Kernels {
    /** Whole vectors on every processor of today. */
    private static final int LANES = 16;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public Weights weights(int rows, int columns) {
        return new PlainWeights(rows, wholeVectors(columns));
    }

    @Override
    public void sigmoid(float[] z, int from, int length) {
        for (int i = from; i < from + length; i++) {
            z[i] = 1 / (1 + FloatExp.of(-z[i]));
        }
    }

    @Override
    public void timesSlope(float[] d, float[] a, int from, int length) {
        for (int i = from; i < from + length; i++) {
            d[i] *= a[i] * (1 - a[i]);
        }
    }
}
