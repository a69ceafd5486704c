package org.dl4jsuite.compare.speed;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.dl4j.MnistNetwork;
import org.dl4jsuite.scratch.Reduction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** DL4J's network; how it is started is the measuring process's affair, see {@link Contestant}. */
final class Dl4jSubject implements Subject {
    private final NetworkSpec spec;
    private final int batch;
    private final Dl4jModel model;
    private final List<INDArray> inputs = new ArrayList<>();
    private final List<INDArray> targets = new ArrayList<>();

    Dl4jSubject(NetworkSpec spec, int batch, LabelledImages images) {
        this.spec = spec;
        this.batch = batch;
        // the mean's step is the sum's with a smaller rate, which saves DL4J a pass over the gradient
        this.model = Dl4jModel.of(spec.withReduction(Reduction.SUM).withRate(spec.rate() / batch));
        model.setParameters(SpeedMeasurement.initialWeights(spec));
        LabelledImages whole = images.first(images.size() / batch * batch);
        DataType precision = DataType.valueOf(spec.precision().name());
        DataSetIterator batches = MnistNetwork.digits(whole.recordReader(), batch);
        while (batches.hasNext()) {
            DataSet next = batches.next();
            inputs.add(next.getFeatures().castTo(precision));
            targets.add(next.getLabels().castTo(precision));
        }
    }

    @Override
    public String kernels() {
        return "nd4j, " + Nd4j.getExecutioner().getEnvironmentInformation().get("blas.vendor");
    }

    @Override
    public int threads() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }

    @Override
    public int samplesPerCall() {
        return batch;
    }

    @Override
    public void train(int call) {
        int step = call % inputs.size();
        model.fit(inputs.get(step), targets.get(step));
    }

    @Override
    public void predict(int call) {
        model.output(inputs.get(call % inputs.size())).close();
    }

    @Override
    public ActiveInputs activeInputs() {
        return ActiveInputs.all(spec.inputs());
    }

    @Override
    public void close() {
        inputs.forEach(INDArray::close);
        targets.forEach(INDArray::close);
        model.close();
    }
}
