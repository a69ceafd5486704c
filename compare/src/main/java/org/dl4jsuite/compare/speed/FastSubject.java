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
    private static final int SAMPLES_PER_CALL = 1000;

    private final FastNetwork network;
    private final FastInputs inputs;
    private final float[] targets;
    private final float[] outputs;
    private final float rate;
    private final int batch;
    private final int samplesPerCall;
    private final int calls;
    private final ActiveInputs touched;

    FastSubject(NetworkSpec spec, int batch, LabelledImages images) {
        this.network = FastModel.network(spec);
        network.setParameters(SpeedMeasurement.initialWeights(spec));
        this.inputs = FastTraining.inputs(images);
        this.targets = FastTraining.targets(images);
        this.outputs = new float[batch * spec.outputs()];
        this.rate = (float) spec.rate();
        this.batch = batch;
        this.samplesPerCall = Math.max(1, Math.min(SAMPLES_PER_CALL, images.size()) / batch) * batch;
        this.calls = images.size() / samplesPerCall;
        this.touched = ActiveInputs.of(images, batch, inputs.background());
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
    public int samplesPerCall() {
        return samplesPerCall;
    }

    @Override
    public void train(int call) {
        int from = call % calls * samplesPerCall;
        network.train(inputs, targets, from, from + samplesPerCall, batch, rate);
    }

    @Override
    public void predict(int call) {
        int start = call % calls * samplesPerCall;
        for (int from = start; from < start + samplesPerCall; from += batch) {
            network.query(inputs, from, from + batch, outputs);
        }
    }

    @Override
    public ActiveInputs activeInputs() {
        return touched;
    }

    @Override
    public void close() {
        // everything lies in the Java heap
    }
}
