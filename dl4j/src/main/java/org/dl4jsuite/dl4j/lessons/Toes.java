package org.dl4jsuite.dl4j.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.dl4j.FeedForward;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/**
 * Weighted sums: the twin of the from-scratch {@code Toes}. In DL4J a weighted sum is an output layer with the
 * activation IDENTITY and without bias; its W is (in, out), so {@code 0_W} is the source's matrix as the source has it.
 * The squared error is {@link LossL2}.
 *
 * <p>The network's outputs may differ from the printed ones in the last bit: the BLAS library below it may multiply and
 * add with a single rounding. The figures add up the columns one product after the other, as the source does, and are
 * exact. Targets of 0 for the matrix are our choice: the source has none.
 */
public final class Toes extends Lesson {
    private static final double[][] X = {{9.9, 0.8, 1.5}};
    private static final double[][] TARGETS = {{0, 0, 0}};
    /** The source's matrix, column by column. */
    private static final double[] START = {0.1, 0.1, 0.1, 0.1, 0.2, 1.3, -0.3, 0, 0.1};

    public Toes(double rate) {
        super(FeedForward.of(rate, 3, 3).withActivation(Activation.IDENTITY).withLoss(new LossL2()), X, TARGETS);
        setParameters(START);
    }

    @Override
    public Map<String, double[]> figures() {
        INDArray matrix = Nd4j.createFromArray(START).reshape('f', 3, 3); // (in, out), as 0_W
        INDArray inputs = Nd4j.createFromArray(8.5, 0.65, 1.5);
        INDArray sumWeights = Nd4j.createFromArray(0.1, 0.2, 0.0);
        INDArray prediction = Nd4j.scalar(0.5).mul(0.5).reshape(1, 1);
        INDArray target = Nd4j.scalar(0.8).reshape(1, 1);
        double error = new LossL2().computeScore(target, prediction, new ActivationIdentity(), null, false);
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("single", new double[] {Nd4j.scalar(0.1).mul(10).getDouble(0)});
        figures.put(
                "weightedSum", new double[] {inputs.mul(sumWeights).sumNumber().doubleValue()});
        figures.put(
                "vectorTimesMatrix",
                matrix.mulColumnVector(x.transpose()).sum(0).toDoubleVector());
        figures.put("rowProducts", matrix.mulRowVector(x).sum(1).toDoubleVector());
        figures.put("error", new double[] {error});
        return figures;
    }
}
