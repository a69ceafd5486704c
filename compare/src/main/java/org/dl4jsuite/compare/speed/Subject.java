package org.dl4jsuite.compare.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.FastModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.dl4j.MnistNetwork;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.fast.FastInputs;
import org.dl4jsuite.scratch.fast.FastNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * A network that is measured, on batches converted beforehand into its own kind of array: what is timed is forward,
 * backward and update, or forward alone.
 *
 * @param kernels what its inner loops run on, for example {@code vector (512 bit)}
 * @param threads it may use
 * @param samplesPerCall samples of one call of {@code train} or {@code predict}
 * @param train takes gradient descent steps on the samples of a call, counted from 0; after the last images come the first
 * @param predict computes the outputs for the samples of a call
 * @param activeInputs what a step works on, see {@link Work}
 * @param release frees what the network holds outside the Java heap
 */
record Subject(
        String kernels,
        int threads,
        int samplesPerCall,
        IntConsumer train,
        IntConsumer predict,
        ActiveInputs activeInputs,
        Runnable release)
        implements AutoCloseable {
    /** So many that the call of the fast network itself does not matter. */
    private static final int FAST_SAMPLES_PER_CALL = 1000;

    private static final long SEED = 1;

    /** Returns the contestant's network, on as many whole batches as the images give. */
    static Subject of(Contestant contestant, NetworkSpec spec, int batch, LabelledImages images) {
        double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(SEED));
        return switch (contestant) {
            case SCRATCH_FAST_VECTOR, SCRATCH_FAST_PLAIN -> fast(spec, weights, batch, images);
            case SCRATCH -> scratch(spec, weights, batch, images);
            case DL4J_TUNED, DL4J_STOCK -> dl4j(spec, weights, batch, images);
        };
    }

    /** Returns the fast network. It takes a range of samples, as in training, so a call of it is many batches. */
    private static Subject fast(NetworkSpec spec, double[] weights, int batch, LabelledImages images) {
        FastNetwork network = FastModel.network(spec);
        network.setParameters(weights);
        FastInputs inputs = FastTraining.inputs(images);
        float[] targets = FastTraining.targets(images);
        float[] outputs = new float[batch * spec.outputs()];
        float rate = (float) spec.rate();
        int samples = Math.max(1, Math.min(FAST_SAMPLES_PER_CALL, images.size()) / batch) * batch;
        int calls = images.size() / samples;
        IntConsumer train = call -> {
            int from = call % calls * samples;
            network.train(inputs, targets, from, from + samples, batch, rate);
        };
        IntConsumer predict = call -> {
            int start = call % calls * samples;
            for (int from = start; from < start + samples; from += batch) {
                network.query(inputs, from, from + batch, outputs);
            }
        };
        ActiveInputs active = ActiveInputs.of(images, batch, inputs.background());
        return new Subject(network.kernels(), 1, samples, train, predict, active, () -> {});
    }

    private static Subject scratch(NetworkSpec spec, double[] weights, int batch, LabelledImages images) {
        Network network = ScratchModel.network(spec);
        network.setParameters(weights);
        List<Matrix> inputs = new ArrayList<>();
        List<Matrix> targets = new ArrayList<>();
        for (int from = 0; from + batch <= images.size(); from += batch) {
            inputs.add(Matrix.of(images.inputs(from, from + batch)));
            targets.add(Matrix.of(images.targets(from, from + batch)));
        }
        int steps = inputs.size();
        return new Subject(
                "plain loops",
                1,
                batch,
                call -> network.train(inputs.get(call % steps), targets.get(call % steps), spec.rate()),
                call -> network.query(inputs.get(call % steps)),
                ActiveInputs.all(spec.inputs()),
                () -> {});
    }

    /** Returns DL4J's network; how it is started is the measuring process's affair, see {@link Contestant}. */
    private static Subject dl4j(NetworkSpec spec, double[] weights, int batch, LabelledImages images) {
        // the mean's step is the sum's with a smaller rate, which saves DL4J a pass over the gradient
        Dl4jModel model = Dl4jModel.of(spec.withReduction(Reduction.SUM).withRate(spec.rate() / batch));
        model.setParameters(weights);
        List<INDArray> inputs = new ArrayList<>();
        List<INDArray> targets = new ArrayList<>();
        DataType precision = Dl4jModel.dataType(spec);
        LabelledImages whole = images.first(images.size() / batch * batch);
        DataSetIterator batches = MnistNetwork.digits(whole.recordReader(), batch);
        while (batches.hasNext()) {
            DataSet next = batches.next();
            inputs.add(next.getFeatures().castTo(precision));
            targets.add(next.getLabels().castTo(precision));
        }
        int steps = inputs.size();
        return new Subject(
                "nd4j, " + Nd4j.getExecutioner().getEnvironmentInformation().get("blas.vendor"),
                NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads(),
                batch,
                call -> model.fit(inputs.get(call % steps), targets.get(call % steps)),
                call -> model.output(inputs.get(call % steps)).close(),
                ActiveInputs.all(spec.inputs()),
                () -> {
                    inputs.forEach(INDArray::close);
                    targets.forEach(INDArray::close);
                    model.close();
                });
    }

    @Override
    public void close() {
        release.run();
    }
}
