package org.dl4jsuite.dl4j.lessons;

import java.util.Map;
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
public final class Digits extends Lesson {
    private final BookRule bookRule;
    private final boolean byTheBook;
    private final double[][] inputs;
    private final double[][] targets;
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
        this(
                FeedForward.of(rate, inputs[0].length, hidden, targets[0].length),
                byTheBook,
                inputs,
                targets,
                testInputs,
                testTargets);
    }

    private Digits(
            FeedForward settings,
            boolean byTheBook,
            double[][] inputs,
            double[][] targets,
            double[][] testInputs,
            double[][] testTargets) {
        super(settings.network(), testInputs, testTargets);
        this.bookRule = new BookRule(settings, network);
        this.byTheBook = byTheBook;
        this.inputs = inputs;
        this.targets = targets;
    }

    private INDArray input() {
        return Nd4j.createFromArray(new double[][] {inputs[next]});
    }

    private INDArray target() {
        return Nd4j.createFromArray(new double[][] {targets[next]});
    }

    @Override
    public void step() {
        if (byTheBook) {
            bookRule.fit(input(), target());
        } else {
            network.fit(input(), target());
        }
        next = (next + 1) % inputs.length;
    }

    @Override
    public double[] gradient() {
        INDArray gradient =
                byTheBook ? bookRule.gradient(input(), target()) : FeedForward.gradient(network, input(), target());
        return gradient.toDoubleVector();
    }

    /** Of the next training record. */
    @Override
    public Map<String, double[][]> quantities() {
        Pass pass = byTheBook ? Pass.of(bookRule, input(), target()) : Pass.of(network, input(), target());
        return Quantities.of(network, input(), target(), pass);
    }

    /** Of the next training record. */
    @Override
    public double loss() {
        return network.score(new DataSet(input(), target()));
    }

    @Override
    public double error() {
        INDArray right = network.output(x).argMax(1).eq(y.argMax(1));
        return 1 - right.castTo(DataType.DOUBLE).meanNumber().doubleValue();
    }
}
