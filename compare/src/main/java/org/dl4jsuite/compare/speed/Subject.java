package org.dl4jsuite.compare.speed;

import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.data.LabelledImages;

/**
 * A network that is measured, on batches converted beforehand into its own kind of array: what is timed is forward,
 * backward and update, or forward alone.
 */
interface Subject extends AutoCloseable {
    /** The contestant's network, on as many whole batches as the images give. */
    static Subject of(Contestant contestant, NetworkSpec spec, int batch, LabelledImages images) {
        return switch (contestant) {
            case SCRATCH_FAST_VECTOR, SCRATCH_FAST_PLAIN -> new FastSubject(spec, batch, images);
            case SCRATCH -> new ScratchSubject(spec, batch, images);
            case DL4J_TUNED, DL4J_STOCK -> new Dl4jSubject(spec, batch, images);
        };
    }

    /** For the report, for example {@code vector (512 bit)}. */
    String kernels();

    /** Threads it may use. */
    int threads();

    /** Samples of one call of {@link #train} or {@link #predict}. */
    int samplesPerCall();

    /** Gradient descent on the samples of call {@code call}, from 0; after the last images come the first again. */
    void train(int call);

    /** The outputs for the samples of a call. */
    void predict(int call);

    /** What a step of training or prediction works on, see {@link Work}. */
    ActiveInputs activeInputs();

    @Override
    void close();
}
