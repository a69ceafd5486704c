package org.dl4jsuite.compare.speed;

import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;

/**
 * What one sample takes a network with one hidden layer, counted on paper: i inputs, h hidden nodes, o outputs.
 *
 * <p><b>Floating-point operations</b>, a multiplication and an addition counting as two:
 *
 * <pre>
 *   forward    2 (i h + h o)           the weighted sums
 *   backward   2 h o                   the output error through the output weights
 *   update     2 (i h + h o)           each weight takes its step
 * </pre>
 *
 * <p>The handful of operations per node, sigmoids among them, are left out.
 *
 * <p><b>Bytes</b> are those of the weights, which a step over b samples must move at least: it reads every weight once to
 * go forward, and reads and writes every weight once to update, so for one sample
 *
 * <pre>
 *   forward    (i h + h o) / b times the bytes of a number
 *   update   2 (i h + h o) / b times the bytes of a number
 * </pre>
 *
 * <p>The fast network leaves out the inputs that equal the background: i is then what it does touch, see {@link ActiveInputs};
 * the entries of a sample count for the operations, the different rows of a step for the bytes.
 *
 * @param flops operations
 * @param bytesRead of the way forward
 * @param bytesUpdated of the update, each weight counted twice: read and written
 */
record Work(double flops, double bytesRead, double bytesUpdated) {

    /** Returns what one sample takes in a step of {@code batch} samples. */
    static Work of(Operation operation, NetworkSpec spec, int batch, ActiveInputs touched) {
        return operation == Operation.TRAIN ? toTrain(spec, batch, touched) : toPredict(spec, batch, touched);
    }

    static Work toTrain(NetworkSpec spec, int batch, ActiveInputs touched) {
        double outputLinks = outputLinks(spec);
        double flops = 2 * (2 * touched.entries() * hidden(spec) + 3 * outputLinks);
        double read = bytesOfWeights(spec, touched) / batch;
        return new Work(flops, read, 2 * read);
    }

    static Work toPredict(NetworkSpec spec, int batch, ActiveInputs touched) {
        double flops = 2 * (touched.entries() * hidden(spec) + outputLinks(spec));
        return new Work(flops, bytesOfWeights(spec, touched) / batch, 0);
    }

    /** Returns all bytes. */
    double bytes() {
        return bytesRead + bytesUpdated;
    }

    private static double bytesOfWeights(NetworkSpec spec, ActiveInputs touched) {
        int bytesPerNumber = spec.precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
        return bytesPerNumber * (touched.rows() * hidden(spec) + outputLinks(spec));
    }

    private static double hidden(NetworkSpec spec) {
        return spec.layers().get(1);
    }

    private static double outputLinks(NetworkSpec spec) {
        return hidden(spec) * spec.outputs();
    }
}
