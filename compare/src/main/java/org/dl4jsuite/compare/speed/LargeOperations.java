package org.dl4jsuite.compare.speed;

import org.dl4jsuite.compare.model.NetworkSpec;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.updaters.SgdUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Those operations of a {@code fit} whose arrays grow with the network, without DL4J around them: the eight matrix products
 * and the updater's two passes over all weights, in the order of {@link FitRecord#operations()}, on arrays of their own that
 * lie in memory as DL4J's do.
 */
final class LargeOperations {
    static final MMulTranspose AS_THEY_ARE = MMulTranspose.builder().build();
    private static final MMulTranspose FIRST_TRANSPOSED =
            MMulTranspose.builder().transposeA(true).build();
    /** So small that the weights do not move far, however often it runs. */
    private static final double RATE = 1e-6;

    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final INDArray weights;
    private final INDArray gradient;
    private final INDArray w1;
    private final INDArray w2;
    private final INDArray gradient1;
    private final INDArray gradient2;
    private final INDArray x;
    private final INDArray hidden;
    private final INDArray output;
    private final INDArray hiddenDelta;
    private final INDArray outputDelta;
    private final INDArray sentToHidden;
    private final INDArray sentToInputs;
    private long passNanos;
    private long allNanos;

    /** One sample's operations in a network with one hidden layer. */
    LargeOperations(NetworkSpec spec) {
        int i = spec.layers().get(0);
        int h = spec.layers().get(1);
        int o = spec.layers().get(2);
        weights = Nd4j.rand(DataType.FLOAT, (long) i * h + (long) h * o);
        gradient = Nd4j.rand(DataType.FLOAT, (long) i * h + (long) h * o);
        w1 = part(weights, 0, i, h);
        w2 = part(weights, i * h, h, o);
        gradient1 = part(gradient, 0, i, h);
        gradient2 = part(gradient, i * h, h, o);
        x = Nd4j.rand(DataType.FLOAT, 1, i);
        hidden = column(1, h);
        output = column(1, o);
        hiddenDelta = Nd4j.rand(DataType.FLOAT, 1, h);
        outputDelta = Nd4j.rand(DataType.FLOAT, 1, o);
        sentToHidden = column(h, 1);
        sentToInputs = column(i, 1);
    }

    private static INDArray part(INDArray flat, int from, int rows, int columns) {
        return flat.get(NDArrayIndex.interval(from, from + rows * columns)).reshape('f', rows, columns);
    }

    private static INDArray column(int rows, int columns) {
        return Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'f');
    }

    /** Runs them all once. */
    void run() {
        long begin = System.nanoTime();
        multiply(x, w1, hidden); // forward
        multiply(hidden, w2, output);
        executioner.exec(new Mmul(hidden, outputDelta, gradient2, 1, 0, FIRST_TRANSPOSED));
        multiply(w2, outputDelta.transpose(), sentToHidden);
        multiply(x, w1, hidden); // forward again, on the way back
        multiply(w1, hiddenDelta.transpose(), sentToInputs); // the gradient by the inputs, which nobody needs
        executioner.exec(new Mmul(x, hiddenDelta, gradient1, 1, 0, FIRST_TRANSPOSED));
        multiply(hidden, w2, output); // forward again, for the score
        long passes = System.nanoTime();
        executioner.exec(new SgdUpdater(gradient, RATE));
        weights.subi(gradient);
        long end = System.nanoTime();
        passNanos += end - passes;
        allNanos += end - begin;
    }

    /** Returns the passes' share of the time of all runs so far. */
    double shareOfPasses() {
        return (double) passNanos / allNanos;
    }

    private void multiply(INDArray a, INDArray b, INDArray product) {
        executioner.exec(new Mmul(a, b, product, 1, 0, AS_THEY_ARE));
    }
}
