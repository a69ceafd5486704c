package org.dl4jsuite.scratch.lessons;

import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Layer;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Matrix;
import org.dl4jsuite.scratch.Network;
import org.dl4jsuite.scratch.Network.Pass;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;

/**
 * Handwritten digits: 784 pixels in, ten classes out, learned one image at a time.
 *
 * <pre>
 * h = sigmoid(wih x),  o = sigmoid(who h)          wih is (hidden, 784), who is (10, hidden)
 * e = t - o
 * who += rate (e * o (1 - o)) h^T
 * wih += rate ((who^T e) * h (1 - h)) x^T          the book's rule sends e back as it is;
 *                                                  the true gradient sends e * o (1 - o)
 * </pre>
 *
 * <p>The book's rule is not the gradient of one loss, see {@link Variant#BOOK_RULE}; this lesson runs by either.
 *
 * <p>Source: Tariq Rashid, <i>Make Your Own Neural Network</i>, part 2: 100 hidden nodes and rate 0.3 on 100 training and 10
 * test records, then on all of MNIST. An iteration is one training record; the error is the share of test records that the
 * network gets wrong, which is one minus the book's performance.
 */
public final class Digits extends NetworkLesson {
    private final Variant variant;
    private final double[][] inputs;
    private final double[][] targets;
    private int next;

    /**
     * A network with weights from normal(0, 1/sqrt(incoming links)), as {@code numpy.random.seed(seed)} gives them.
     *
     * @param inputs training records, scaled to 0.01 .. 1
     * @param targets 0.99 for the label, 0.01 for the others
     */
    public Digits(
            long seed,
            double rate,
            int hidden,
            Variant variant,
            double[][] inputs,
            double[][] targets,
            double[][] testInputs,
            double[][] testTargets) {
        super(
                new Network(
                        List.of(
                                new Layer(inputs[0].length, hidden, false, Activation.SIGMOID),
                                new Layer(hidden, targets[0].length, false, Activation.SIGMOID)),
                        Loss.HALF_SQUARED_ERROR,
                        variant,
                        Reduction.SUM),
                Matrix.of(testInputs),
                Matrix.of(testTargets),
                rate);
        setParameters(InitialWeights.INCOMING_LINKS.draw(network, new NumpyRandomState(seed)));
        this.variant = variant;
        this.inputs = inputs;
        this.targets = targets;
    }

    private Matrix input() {
        return Matrix.of(inputs[next]);
    }

    private Matrix target() {
        return Matrix.of(targets[next]);
    }

    @Override
    public void step() {
        network.train(input(), target(), rate);
        next = (next + 1) % inputs.length;
    }

    @Override
    public double[] gradient() {
        return network.gradient(input(), target()).flat();
    }

    /** Of the next training record. */
    @Override
    public Map<String, double[][]> quantities() {
        Pass pass = network.pass(input(), target());
        return Quantities.of(input(), target(), pass, network.lossSlope(pass, target()));
    }

    @Override
    public void setExamples(double[][] trainingInputs, double[][] trainingTargets) {
        throw new UnsupportedOperationException("The images are this lesson's subject.");
    }

    /** Of the next training record. */
    @Override
    public double loss() {
        return Loss.HALF_SQUARED_ERROR.of(network.query(input()), target());
    }

    /** Under the book's rule the hidden weights follow the cross-entropy. */
    @Override
    public double lossFollowedBy(int parameter) {
        boolean hiddenWeight = parameter < network.layers().get(0).parameterCount();
        return variant == Variant.BOOK_RULE && hiddenWeight
                ? Errors.crossEntropy(network.query(input()), target())
                : loss();
    }

    @Override
    public double error() {
        return 1 - Errors.shareOfRightAnswers(outputs(), y.toRows());
    }
}
