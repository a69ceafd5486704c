package org.dl4jsuite.dl4j.lessons;

import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dl4jsuite.dl4j.BookRule;
import org.dl4jsuite.dl4j.FeedForward;
import org.dl4jsuite.dl4j.Pass;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Handwritten digits, one image at a time: the twin of the from-scratch {@code Digits}.
 *
 * <p>By the true gradient this is a {@code MultiLayerNetwork} and its {@code fit}. The book's rule is not the gradient of
 * one loss; there, {@link BookRule} puts each step together from two networks that share their weights. DL4J keeps W as (in, out) in
 * column-major order, the memory order of the source's (out, in) by rows.
 */
public final class Digits implements Lesson {
    private final MultiLayerNetwork network;
    private final BookRule bookRule;
    private final boolean byTheBook;
    private final double[][] inputs;
    private final double[][] targets;
    private final INDArray testInputs;
    private final INDArray testTargets;
    private int next;

    /** Arrays as for the twin; the weights are set afterwards. */
    public Digits(
            double rate,
            int hidden,
            boolean byTheBook,
            double[][] inputs,
            double[][] targets,
            double[][] testInputs,
            double[][] testTargets) {
        this.bookRule = new BookRule(FeedForward.of(rate, inputs[0].length, hidden, targets[0].length));
        this.network = bookRule.squaredError();
        this.byTheBook = byTheBook;
        this.inputs = inputs;
        this.targets = targets;
        this.testInputs = Nd4j.createFromArray(testInputs);
        this.testTargets = Nd4j.createFromArray(testTargets);
    }

    private INDArray x() {
        return Nd4j.createFromArray(new double[][] {inputs[next]});
    }

    private INDArray t() {
        return Nd4j.createFromArray(new double[][] {targets[next]});
    }

    @Override
    public void step() {
        if (byTheBook) {
            bookRule.fit(x(), t());
        } else {
            network.fit(x(), t());
        }
        next = (next + 1) % inputs.length;
    }

    @Override
    public double[] gradient() {
        INDArray gradient = byTheBook ? bookRule.gradient(x(), t()) : FeedForward.gradient(network, x(), t());
        return gradient.toDoubleVector();
    }

    /** Of the next training record. */
    @Override
    public Map<String, double[][]> quantities() {
        Pass pass = byTheBook ? Pass.of(bookRule, x(), t()) : Pass.of(network, x(), t());
        return Quantities.of(network, x(), t(), pass);
    }

    /** Of the next training record. */
    @Override
    public double loss() {
        return network.score(new DataSet(x(), t()));
    }

    @Override
    public double error() {
        INDArray right = network.output(testInputs).argMax(1).eq(testTargets.argMax(1));
        return 1 - right.castTo(DataType.DOUBLE).meanNumber().doubleValue();
    }

    @Override
    public double[][] outputs() {
        return network.output(testInputs).toDoubleMatrix();
    }

    @Override
    public double[] parameters() {
        return network.params().toDoubleVector();
    }

    @Override
    public void setParameters(double[] parameters) {
        network.setParams(Nd4j.createFromArray(parameters));
    }
}
