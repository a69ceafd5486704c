package org.dl4jsuite.compare.speed;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;

/** The readable from-scratch network. */
final class ScratchSubject implements Subject {
    private final NetworkSpec spec;
    private final int batch;
    private final Network network;
    private final List<Matrix> inputs = new ArrayList<>();
    private final List<Matrix> targets = new ArrayList<>();

    ScratchSubject(NetworkSpec spec, int batch, LabelledImages images) {
        this.spec = spec;
        this.batch = batch;
        this.network = ScratchModel.network(spec);
        network.setParameters(SpeedMeasurement.initialWeights(spec));
        for (int from = 0; from + batch <= images.size(); from += batch) {
            inputs.add(Matrix.of(images.inputs(from, from + batch)));
            targets.add(Matrix.of(images.targets(from, from + batch)));
        }
    }

    @Override
    public String kernels() {
        return "plain loops";
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public int samplesPerCall() {
        return batch;
    }

    @Override
    public void train(int call) {
        int step = call % inputs.size();
        network.train(inputs.get(step), targets.get(step), spec.rate());
    }

    @Override
    public void predict(int call) {
        network.query(inputs.get(call % inputs.size()));
    }

    @Override
    public ActiveInputs activeInputs() {
        return ActiveInputs.all(spec.inputs());
    }

    @Override
    public void close() {
        // everything lies in the Java heap
    }
}
