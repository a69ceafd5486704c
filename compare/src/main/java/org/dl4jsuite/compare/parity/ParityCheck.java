package org.dl4jsuite.compare.parity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;

/** Puts one case to the three witnesses: the from-scratch network, DL4J, and central differences. */
final class ParityCheck {
    private ParityCheck() {}

    /** Sets the case's parameters on both sides and compares what they make of its batch. */
    static CaseParity run(ParityCase parityCase, Model scratch, Model dl4j, Progress progress) {
        NetworkSpec spec = parityCase.spec();
        double[][] x = parityCase.inputs();
        double[][] t = parityCase.targets();
        scratch.setParameters(parityCase.parameters());
        dl4j.setParameters(parityCase.parameters());
        LossAndGradient ofScratch = scratch.gradient(x, t);
        LossAndGradient ofDl4j = dl4j.gradient(x, t);
        CentralDifferences differences = new CentralDifferences(parityCase);
        LossAndGradient numeric = differences.gradient(progress);
        Tolerance tolerance = new Tolerance(spec, parityCase.parameters(), new Batch(x, t));
        double[] numericTolerances = tolerance.centralDifferences();
        try (Model perturbed = Trajectory.perturbed(spec, parityCase.parameters())) {
            LossAndGradient ofPerturbed = perturbed.gradient(x, t);
            List<TensorParity> tensors = spec.tensors().stream()
                    .map(tensor -> TensorParity.of(
                            tensor,
                            part(ofScratch.gradient(), tensor),
                            part(ofDl4j.gradient(), tensor),
                            part(numeric.gradient(), tensor),
                            part(ofPerturbed.gradient(), tensor),
                            part(tolerance.gradient(), tensor),
                            part(numericTolerances, tensor)))
                    .toList();
            double[] lossTolerance = {tolerance.loss()};
            TensorParity loss = TensorParity.of(
                    new Tensor("loss", List.of(1), 0),
                    new double[] {ofScratch.loss()},
                    new double[] {ofDl4j.loss()},
                    new double[] {numeric.loss()},
                    new double[] {ofPerturbed.loss()},
                    lossTolerance,
                    lossTolerance);
            TensorParity outputs = TensorParity.of(
                    new Tensor("outputs", List.of(x.length, spec.outputs()), 0),
                    flat(scratch.outputs(x)),
                    flat(dl4j.outputs(x)),
                    flat(differences.outputs()),
                    flat(perturbed.outputs(x)),
                    tolerance.outputs(),
                    tolerance.outputs());
            return new CaseParity(parityCase, loss, outputs, tensors, Dl4jGradientCheck.run(parityCase));
        }
    }

    private static double[] part(double[] flat, Tensor tensor) {
        return Arrays.copyOfRange(flat, tensor.from(), tensor.to());
    }

    private static double[] flat(double[][] rows) {
        return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
