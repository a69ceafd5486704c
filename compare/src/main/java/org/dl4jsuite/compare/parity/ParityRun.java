package org.dl4jsuite.compare.parity;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.LossAndGradient;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Tensor;

/**
 * The whole proof on one case: outputs, loss and gradients from the three witnesses (the from-scratch network, DL4J and
 * central differences), then the weights over many steps.
 */
public final class ParityRun {
    /** Online steps of a case with a handful of nodes. */
    private static final int STEPS = 500;
    /** Online steps of a case of the book's size, on which each step costs a thousand times as much. */
    private static final int STEPS_OF_A_LARGE_NETWORK = 50;

    private static final int LARGE = 10_000;

    private ParityRun() {}

    /** Runs all cases; the progress is that of the central differences, which take longest. */
    public static List<CaseParity> all(List<ParityCase> cases) {
        List<CaseParity> results = new ArrayList<>();
        double operations = cases.stream()
                .mapToDouble(c -> CentralDifferences.operations(
                        c.spec().layers(), c.spec().bias(), c.inputs().length))
                .sum();
        try (Progress progress = Progress.start("parity", (long) operations)) {
            for (ParityCase parityCase : cases) {
                results.add(run(parityCase, progress));
            }
        }
        return results;
    }

    /** Runs one case on both sides. */
    public static CaseParity run(ParityCase parityCase, Progress progress) {
        try (InspectableModel scratch = new ScratchModel(parityCase.spec());
                InspectableModel dl4j = Dl4jModel.of(parityCase.spec())) {
            return run(parityCase, scratch, dl4j, progress);
        }
    }

    /** Sets the case's parameters on both sides and compares what they make of its batch, then of many steps. */
    public static CaseParity run(
            ParityCase parityCase, InspectableModel scratch, InspectableModel dl4j, Progress progress) {
        int steps = parityCase.parameters().length > LARGE ? STEPS_OF_A_LARGE_NETWORK : STEPS;
        CaseParity parity = run(parityCase, scratch, dl4j, steps, progress);
        if (parity.trajectory().stream().allMatch(TrajectoryPoint::agrees)) {
            return parity;
        }
        return new DivergenceLocator(parityCase.spec(), scratch, dl4j)
                .locate(parityCase.parameters(), parityCase::row, steps)
                .map(parity::with)
                .orElse(parity);
    }

    /** Compares the two over so many steps, and does not look for the place where they part. */
    public static CaseParity run(ParityCase parityCase, Model scratch, Model dl4j, int steps, Progress progress) {
        NetworkSpec spec = parityCase.spec();
        double[][] x = parityCase.inputs();
        double[][] t = parityCase.targets();
        scratch.setParameters(parityCase.parameters());
        dl4j.setParameters(parityCase.parameters());
        Model perturbed = Trajectory.perturbed(spec, parityCase.parameters());
        LossAndGradient ofScratch = scratch.gradient(x, t);
        LossAndGradient ofDl4j = dl4j.gradient(x, t);
        LossAndGradient ofPerturbed = perturbed.gradient(x, t);
        CentralDifferences differences = new CentralDifferences(parityCase);
        LossAndGradient numeric = differences.gradient(progress);
        Tolerance tolerance = new Tolerance(spec, parityCase.parameters(), new Batch(x, t));
        double[] lossTolerance = {tolerance.loss()};
        double[] numericTolerances = tolerance.centralDifferences();
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
                Tensor.flat(scratch.outputs(x)),
                Tensor.flat(dl4j.outputs(x)),
                Tensor.flat(differences.outputs()),
                Tensor.flat(perturbed.outputs(x)),
                tolerance.outputs(),
                tolerance.outputs());
        List<TensorParity> tensors = spec.tensors().stream()
                .map(tensor -> TensorParity.of(
                        tensor,
                        ofScratch.gradient(),
                        ofDl4j.gradient(),
                        numeric.gradient(),
                        ofPerturbed.gradient(),
                        tolerance.gradient(),
                        numericTolerances))
                .toList();
        CaseParity.GradientCheck gradientCheck = Dl4jGradientCheck.run(parityCase);
        List<TrajectoryPoint> trajectory = Trajectory.online(parityCase, scratch, dl4j, steps);
        return new CaseParity(parityCase, loss, outputs, tensors, gradientCheck, trajectory, null);
    }
}
