package org.dl4jsuite.compare.parity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;

/** Puts one case to the three witnesses: the from-scratch network, DL4J, and central differences. */
final class ParityCheck {
    private ParityCheck() {}

    /** Sets the case's parameters on both sides and compares what they make of its batch. */
    static CaseParity run(ParityCase parityCase, Model scratch, Model dl4j) {
        NetworkSpec spec = parityCase.spec();
        double[][] x = parityCase.inputs();
        double[][] t = parityCase.targets();
        scratch.setParameters(parityCase.parameters());
        dl4j.setParameters(parityCase.parameters());
        LossAndGradient ofScratch = scratch.gradient(x, t);
        LossAndGradient ofDl4j = dl4j.gradient(x, t);
        CentralDifferences differences = new CentralDifferences(parityCase);
        LossAndGradient numeric = differences.gradient();
        Tolerance tolerance = Tolerance.of(spec, x.length, differences.magnitude());

        // where examples cancel in the sum, rounding still grows with what was added up
        double[] sizes = sumOfMagnitudes(parityCase, scratch);
        List<TensorParity> tensors = spec.tensors().stream()
                .map(tensor -> {
                    double size = Differences.magnitude(part(sizes, tensor));
                    return TensorParity.of(
                            tensor,
                            part(ofScratch.gradient(), tensor),
                            part(ofDl4j.gradient(), tensor),
                            part(numeric.gradient(), tensor),
                            tolerance.of(size),
                            tolerance.ofCentralDifference(numeric.loss(), size));
                })
                .toList();

        double lossTolerance = tolerance.of(Math.max(1, numeric.loss()));
        TensorParity loss = TensorParity.of(
                new Tensor("loss", List.of(1), 0),
                new double[] {ofScratch.loss()},
                new double[] {ofDl4j.loss()},
                new double[] {numeric.loss()},
                lossTolerance,
                lossTolerance);
        double[] outputs = flat(scratch.outputs(x));
        double outputTolerance = tolerance.of(Differences.magnitude(outputs));
        TensorParity outputParity = TensorParity.of(
                new Tensor("outputs", List.of(x.length, spec.outputs()), 0),
                outputs,
                flat(dl4j.outputs(x)),
                flat(differences.outputs()),
                outputTolerance,
                outputTolerance);
        return new CaseParity(parityCase, loss, outputParity, tensors, Dl4jGradientCheck.run(parityCase));
    }

    /** The sum over the batch's rows of each |gradient|, reduced as the network reduces. */
    private static double[] sumOfMagnitudes(ParityCase parityCase, Model scratch) {
        double[] sum = new double[parityCase.parameters().length];
        int rows = parityCase.inputs().length;
        for (int row = 0; row < rows; row++) {
            double[] gradient = scratch.gradient(
                            new double[][] {parityCase.inputs()[row]},
                            new double[][] {parityCase.targets()[row]})
                    .gradient();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += parityCase.spec().reduction().factor(rows) * Math.abs(gradient[i]);
            }
        }
        return sum;
    }

    private static double[] part(double[] flat, Tensor tensor) {
        return Arrays.copyOfRange(flat, tensor.from(), tensor.to());
    }

    private static double[] flat(double[][] rows) {
        return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
