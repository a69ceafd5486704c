package org.dl4jsuite.compare.speed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.compare.accuracy.FastTraining;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.FastModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.speed.SpeedRequest.Contestant;
import org.dl4jsuite.data.DataFolder;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.dl4j.BookRule;
import org.dl4jsuite.dl4j.DigitBatches;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.Variant;
import org.dl4jsuite.scratch.fast.FastInputs;
import org.dl4jsuite.scratch.fast.FastNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures one contestant in this JVM, each on batches converted beforehand into its own kind of array: what is timed is
 * forward, backward and update, or forward alone.
 */
final class SpeedMeasurement {
    /** As many different images as a cache does not hold. */
    private static final int IMAGES = 10_000;

    private final SpeedRequest request;
    private final NetworkSpec spec;
    private final LabelledImages images;

    SpeedMeasurement(SpeedRequest request) {
        this.request = request;
        this.spec = request.spec();
        LabelledImages all = (request.data() == null ? Mnist.load() : DataFolder.load(Path.of(request.data()))).train();
        this.images = all.first(Math.min(Math.max(IMAGES, request.batch()), all.size()));
    }

    /** Training, then prediction. */
    List<SpeedRow> run() {
        return switch (request.contestant()) {
            case SCRATCH -> scratch();
            case SCRATCH_FAST -> scratchFast();
            case DL4J_TUNED, DL4J_STOCK -> dl4j();
        };
    }

    private List<SpeedRow> scratch() {
        Network network = ScratchModel.network(spec);
        network.setParameters(parameters());
        List<Matrix> inputs = new ArrayList<>();
        List<Matrix> targets = new ArrayList<>();
        for (int from = 0; from + request.batch() <= images.size(); from += request.batch()) {
            inputs.add(Matrix.of(images.inputs(from, from + request.batch())));
            targets.add(Matrix.of(images.targets(from, from + request.batch())));
        }
        int count = inputs.size();
        return rows(
                step -> network.train(inputs.get(step % count), targets.get(step % count), spec.rate()),
                step -> network.query(inputs.get(step % count)));
    }

    /** It looks a batch ahead, so it is given all images at once; the images of one call are its step here. */
    private List<SpeedRow> scratchFast() {
        FastNetwork network = FastModel.network(spec);
        network.setParameters(parameters());
        FastInputs inputs = FastTraining.inputs(images);
        float[] targets = FastTraining.targets(images);
        int batch = request.batch();
        int samples = images.size() / batch * batch;
        float[] outputs = new float[batch * spec.outputs()];
        return List.of(
                row("train", samples, step -> network.train(inputs, targets, 0, samples, batch, (float) spec.rate())),
                row("predict", samples, step -> {
                    for (int from = 0; from < samples; from += batch) {
                        network.query(inputs, from, from + batch, outputs);
                    }
                }));
    }

    private List<SpeedRow> dl4j() {
        FeedForward settings = Dl4jModel.settings(spec);
        List<INDArray> inputs = new ArrayList<>();
        List<INDArray> targets = new ArrayList<>();
        DataSetIterator batches = DigitBatches.iterator(
                images, request.batch(), DataType.valueOf(spec.precision().name()));
        while (batches.hasNext()) {
            DataSet batch = batches.next();
            if (batch.numExamples() == request.batch()) {
                inputs.add(batch.getFeatures());
                targets.add(batch.getLabels());
            }
        }
        int count = inputs.size();
        MultiLayerNetwork network;
        IntConsumer train;
        if (spec.variant() == Variant.BOOK_RULE) {
            BookRule bookRule = new BookRule(settings);
            network = bookRule.squaredError();
            train = step -> bookRule.fit(inputs.get(step % count), targets.get(step % count));
        } else {
            MultiLayerNetwork trueGradient = settings.network();
            network = trueGradient;
            train = step -> trueGradient.fit(inputs.get(step % count), targets.get(step % count));
        }
        network.setParams(Nd4j.createFromArray(parameters()).castTo(settings.precision()));
        return rows(train, step -> network.output(inputs.get(step % count)));
    }

    private List<SpeedRow> rows(IntConsumer train, IntConsumer predict) {
        return List.of(row("train", request.batch(), train), row("predict", request.batch(), predict));
    }

    private SpeedRow row(String operation, int samplesAStep, IntConsumer step) {
        return new SpeedRow(
                request.contestant().label(),
                operation,
                request.batch(),
                spec.layers().get(1),
                spec.precision(),
                request.contestant() == Contestant.DL4J_STOCK
                        ? Runtime.getRuntime().availableProcessors()
                        : 1,
                Stopwatch.measure(step, samplesAStep));
    }

    private double[] parameters() {
        return request.parameters().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
