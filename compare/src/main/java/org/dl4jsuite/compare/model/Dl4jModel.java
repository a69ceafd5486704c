package org.dl4jsuite.compare.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.BackQuery;
import org.dl4jsuite.dl4j.BookRule;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.dl4j.Pass;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/** The DL4J side of the contract: arrays in, arrays out, and for each variant the twin that learns by it. */
public abstract sealed class Dl4jModel implements Model {
    private final MultiLayerNetwork network;
    private final NetworkSpec spec;

    private Dl4jModel(MultiLayerNetwork network, NetworkSpec spec) {
        this.network = network;
        this.spec = spec;
    }

    /** The twin of the variant that {@code spec} names. */
    public static Dl4jModel of(NetworkSpec spec) {
        FeedForward settings = settings(spec);
        return spec.variant() == Variant.BOOK_RULE
                ? new ByBookRule(new BookRule(settings), spec)
                : new ByTrueGradient(settings.network(), spec);
    }

    /** A network that is there already, which {@code spec} describes; it is closed with the model. */
    public static Dl4jModel of(MultiLayerNetwork network, NetworkSpec spec) {
        return new ByTrueGradient(network, spec);
    }

    /** The description in DL4J's own terms. */
    public static FeedForward settings(NetworkSpec spec) {
        return new FeedForward(
                spec.layers(),
                spec.activations().stream().map(Dl4jModel::activation).toList(),
                spec.bias(),
                loss(spec),
                spec.rate(),
                spec.reduction() == Reduction.MEAN,
                DataType.valueOf(spec.precision().name()));
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

    abstract INDArray summedGradient(INDArray x, INDArray t);

    /** One step on a batch that is already an array of DL4J's: x (batch, in), t (batch, out). */
    public abstract void fit(INDArray x, INDArray t);

    /** The outputs for such a batch, (batch, out); the caller's to close. */
    public final INDArray output(INDArray x) {
        return network.output(x);
    }

    /** The loss of the last batch, before the step on it. */
    public abstract double score();

    abstract Pass pass(INDArray x, INDArray t);

    @Override
    public final double[] parameters() {
        return network.params().toDoubleVector();
    }

    @Override
    public final void setParameters(double[] parameters) {
        try (INDArray array = Nd4j.create(parameters, new long[] {parameters.length}, dataType())) {
            network.setParams(array);
        }
    }

    @Override
    public final double[][] outputs(double[][] x) {
        try (INDArray inputs = array(x);
                INDArray outputs = network.output(inputs)) {
            return outputs.toDoubleMatrix();
        }
    }

    @Override
    public final LossAndGradient gradient(double[][] x, double[][] t) {
        try (INDArray inputs = array(x);
                INDArray targets = array(t);
                INDArray gradient = summedGradient(inputs, targets)) {
            gradient.muli(spec.reduction().factor(x.length));
            return new LossAndGradient(score(), gradient.toDoubleVector());
        }
    }

    @Override
    public final double train(double[][] x, double[][] t) {
        try (INDArray inputs = array(x);
                INDArray targets = array(t)) {
            fit(inputs, targets);
            return score();
        }
    }

    @Override
    public final Trace trace(double[][] x, double[][] t) {
        try (INDArray inputs = array(x);
                INDArray targets = array(t)) {
            Pass pass = pass(inputs, targets);
            return new Trace(flat(pass.weightedSums()), flat(pass.activations()), flat(pass.deltas()));
        }
    }

    @Override
    public final double[][] backQuery(double[][] outputs) {
        return Stream.of(outputs).map(this::backQuery).toArray(double[][]::new);
    }

    private double[] backQuery(double[] outputs) {
        try (INDArray wanted = array(new double[][] {outputs});
                INDArray input = BackQuery.input(network, wanted)) {
            return input.toDoubleVector();
        }
    }

    @Override
    public final void close() {
        network.close();
    }

    private DataType dataType() {
        return DataType.valueOf(spec.precision().name());
    }

    /** The caller's to close: a training makes millions of these, and the garbage collector does not see their size. */
    private INDArray array(double[][] rows) {
        double[] flat = Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
        return Nd4j.create(flat, new long[] {rows.length, rows[0].length}, dataType());
    }

    private static List<double[]> flat(List<INDArray> arrays) {
        return arrays.stream().map(array -> array.dup('c').data().asDouble()).toList();
    }

    private static final class ByTrueGradient extends Dl4jModel {
        private final MultiLayerNetwork network;

        ByTrueGradient(MultiLayerNetwork network, NetworkSpec spec) {
            super(network, spec);
            this.network = network;
        }

        @Override
        INDArray summedGradient(INDArray x, INDArray t) {
            return FeedForward.gradient(network, x, t);
        }

        @Override
        public void fit(INDArray x, INDArray t) {
            network.fit(x, t);
        }

        @Override
        public double score() {
            return network.score();
        }

        @Override
        Pass pass(INDArray x, INDArray t) {
            return Pass.of(network, x, t);
        }
    }

    private static final class ByBookRule extends Dl4jModel {
        private final BookRule bookRule;

        ByBookRule(BookRule bookRule, NetworkSpec spec) {
            super(bookRule.squaredError(), spec);
            this.bookRule = bookRule;
        }

        @Override
        INDArray summedGradient(INDArray x, INDArray t) {
            return bookRule.gradient(x, t);
        }

        @Override
        public void fit(INDArray x, INDArray t) {
            bookRule.fit(x, t);
        }

        @Override
        public double score() {
            return bookRule.score();
        }

        @Override
        Pass pass(INDArray x, INDArray t) {
            return Pass.of(bookRule, x, t);
        }
    }
}
