package org.dl4jsuite.compare.speed;

import org.dl4jsuite.compare.model.FastModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.scratch.fast.FastInputs;
import org.dl4jsuite.scratch.fast.FastNetwork;

/** The fast from-scratch network. It takes a range of samples, as in training, so a call of it is many batches. */
final class FastSubject implements Subject {
    /** So many that the call itself does not matter. */
    private static final int SAMPLES_A_CALL = 1000;

    private final FastNetwork network;
    private final FastInputs inputs;
    private final float[] targets;
    private final float[] outputs;
    private final float rate;
    private final int batch;
    private final int samplesACall;
    private final int calls;
    private final Touched touched;

    FastSubject(NetworkSpec spec, int batch, LabelledImages images) {
        this.network = FastModel.network(spec);
        network.setParameters(SpeedMeasurement.initialWeights(spec));
        this.inputs = FastTraining.inputs(images);
        this.targets = FastTraining.targets(images);
        this.outputs = new float[batch * spec.outputs()];
        this.rate = (float) spec.rate();
        this.batch = batch;
        this.samplesACall = Math.max(1, Math.min(SAMPLES_A_CALL, images.size()) / batch) * batch;
        this.calls = images.size() / samplesACall;
        this.touched = Touched.of(images, batch, inputs.background());
    }

    @Override
    public String kernels() {
        return network.kernels();
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public int samplesACall() {
        return samplesACall;
    }

    @Override
    public void train(int call) {
        int from = call % calls * samplesACall;
        network.train(inputs, targets, from, from + samplesACall, batch, rate);
    }

    @Override
    public void predict(int call) {
        int start = call % calls * samplesACall;
        for (int from = start; from < start + samplesACall; from += batch) {
            network.query(inputs, from, from + batch, outputs);
        }
    }

    @Override
    public Touched touched() {
        return touched;
    }

    @Override
    public void close() {
        // everything lies in the Java heap
    }
}
