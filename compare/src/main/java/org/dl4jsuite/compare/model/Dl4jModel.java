package org.dl4jsuite.compare.model;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.BackQuery;
import org.dl4jsuite.dl4j.BookRule;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.dl4j.InputGradient;
import org.dl4jsuite.dl4j.Pass;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/** The DL4J side of the contract: arrays in, arrays out, and for each variant the twin that learns by it. */
@SuppressWarnings("try") // native arguments are freed by nobody's use of them
public final class Dl4jModel implements InspectableModel {
    private final NetworkSpec spec;
    private final MultiLayerNetwork network;
    /** Learns in the network's place by {@link Variant#BOOK_RULE}, the gradient of no loss; otherwise null. */
    private final @Nullable BookRule bookRule;

    private Dl4jModel(NetworkSpec spec, MultiLayerNetwork network, @Nullable BookRule bookRule) {
        this.spec = spec;
        this.network = network;
        this.bookRule = bookRule;
    }

    /** Returns the twin of the variant that {@code spec} names. */
    public static Dl4jModel of(NetworkSpec spec) {
        FeedForward settings = settings(spec);
        if (spec.variant() == Variant.BOOK_RULE) {
            BookRule bookRule = new BookRule(settings);
            return new Dl4jModel(spec, bookRule.squaredError(), bookRule);
        }
        return new Dl4jModel(spec, settings.network(), null);
    }

    /** Returns a network that is there already, which {@code spec} describes; it is closed with the model. */
    public static Dl4jModel of(MultiLayerNetwork network, NetworkSpec spec) {
        return new Dl4jModel(spec, network, null);
    }

    /** Returns the description in DL4J's own terms. */
    public static FeedForward settings(NetworkSpec spec) {
        return new FeedForward(
                spec.layers(),
                spec.activations().stream().map(Dl4jModel::activation).toList(),
                spec.bias(),
                loss(spec),
                spec.rate(),
                spec.reduction() == Reduction.MEAN,
                dataType(spec));
    }

    private static ILossFunction loss(NetworkSpec spec) {
        return switch (spec.loss()) {
            case HALF_SQUARED_ERROR -> FeedForward.halfSquaredError(spec.outputs());
            case SQUARED_ERROR -> new LossL2();
            case CROSS_ENTROPY -> FeedForward.crossEntropy(activation(spec.output()));
        };
    }

    private static Activation activation(org.dl4jsuite.scratch.Activation ofScratch) {
        return Activation.valueOf(ofScratch.name());
    }

    /** Returns DL4J's name for the description's precision. */
    public static DataType dataType(NetworkSpec spec) {
        return DataType.valueOf(spec.precision().name());
    }

    /** Takes one step on a batch that is already an array of DL4J's: x (batch, in), t (batch, out). */
    public void fit(INDArray x, INDArray t) {
        if (bookRule == null) {
            network.fit(x, t);
        } else {
            bookRule.fit(x, t);
        }
    }

    /** Returns the outputs for such a batch, (batch, out); the caller's to close. */
    public INDArray output(INDArray x) {
        return network.output(x);
    }

    /** Returns the loss of the last batch, before the step on it. */
    public double score() {
        return bookRule == null ? network.score() : bookRule.score();
    }

    @Override
    public double[] parameters() {
        return network.params().toDoubleVector();
    }

    @Override
    public void setParameters(double[] parameters) {
        try (INDArray array = Nd4j.create(parameters, new long[] {parameters.length}, dataType(spec))) {
            network.setParams(array);
        }
    }

    @Override
    public double[][] outputs(double[][] x) {
        try (NativeArguments arguments = new NativeArguments();
                INDArray inputs = array(x);
                INDArray outputs = network.output(inputs)) {
            return outputs.toDoubleMatrix();
        }
    }

    @Override
    public LossAndGradient gradient(double[][] x, double[][] t) {
        try (NativeArguments arguments = new NativeArguments();
                INDArray inputs = array(x);
                INDArray targets = array(t);
                INDArray gradient = bookRule == null
                        ? FeedForward.gradient(network, inputs, targets)
                        : bookRule.gradient(inputs, targets)) {
            gradient.muli(spec.reduction().factor(x.length));
            return new LossAndGradient(score(), gradient.toDoubleVector());
        }
    }

    @Override
    public double train(double[][] x, double[][] t) {
        try (NativeArguments arguments = new NativeArguments();
                INDArray inputs = array(x);
                INDArray targets = array(t)) {
            fit(inputs, targets);
            return score();
        }
    }

    @Override
    public Trace trace(double[][] x, double[][] t) {
        try (INDArray inputs = array(x);
                INDArray targets = array(t)) {
            Pass pass = bookRule == null ? Pass.of(network, inputs, targets) : Pass.of(bookRule, inputs, targets);
            return new Trace(flat(pass.weightedSums()), flat(pass.activations()), flat(pass.deltas()));
        }
    }

    @Override
    public double[][] inputGradient(double[][] x, double[][] t) {
        try (INDArray inputs = array(x);
                INDArray targets = array(t);
                INDArray gradient = InputGradient.of(network, inputs, targets)) {
            return gradient.toDoubleMatrix();
        }
    }

    @Override
    public double[][] backQuery(double[][] outputs) {
        return Stream.of(outputs).map(this::backQuery).toArray(double[][]::new);
    }

    private double[] backQuery(double[] outputs) {
        try (INDArray wanted = array(new double[][] {outputs});
                INDArray input = BackQuery.input(network, wanted)) {
            return input.toDoubleVector();
        }
    }

    @Override
    public void close() {
        network.close();
    }

    /** The caller's to close: a training makes millions of these, and the garbage collector does not see their size. */
    private INDArray array(double[][] rows) {
        return Nd4j.create(Tensor.flat(rows), new long[] {rows.length, rows[0].length}, dataType(spec));
    }

    private static List<double[]> flat(List<INDArray> arrays) {
        return arrays.stream().map(array -> array.dup('c').data().asDouble()).toList();
    }
}
