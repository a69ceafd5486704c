package org.dl4jsuite.compare.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.ScratchModel;
import org.jspecify.annotations.Nullable;

/** The whole proof on one case: gradients three ways, then the weights over many steps. */
public final class ParityRun {
    /** Online steps of a case with a handful of nodes. */
    private static final int STEPS = 500;
    /** Online steps of a case of the book's size, on which each step costs a thousand times as much. */
    private static final int STEPS_OF_A_LARGE_NETWORK = 50;

    private static final int LARGE = 10_000;

    private ParityRun() {}

    /**
     * What was found.
     *
     * @param parity of outputs, loss and gradients
     * @param trajectory of the weights
     * @param divergence where the two part, or null if they do not
     */
    public record Result(
            CaseParity parity,
            List<TrajectoryPoint> trajectory,
            @Nullable Divergence divergence) {
        public boolean agrees() {
            return parity.agrees() && trajectory.stream().allMatch(TrajectoryPoint::agrees);
        }

        /** A line for each disagreement; empty if there is none. */
        public List<String> disagreements() {
            List<String> lines = new ArrayList<>(parity.disagreements());
            String name = parity.parityCase().name();
            trajectory.stream()
                    .filter(point -> !point.agrees())
                    .findFirst()
                    .ifPresent(point -> lines.add(name + ": after step " + point.step() + " the weights differ most at "
                            + point.worst() + ", by " + point.maxAbsWeightDifference() + " (tolerance "
                            + point.tolerance() + ", drift by rounding " + point.drift() + ")"));
            if (divergence != null) {
                lines.add(name + ": " + divergence.describe());
            }
            return lines;
        }
    }

    /** Runs all cases; the progress is that of the central differences, which take longest. */
    public static List<Result> all(List<ParityCase> cases) {
        List<Result> results = new ArrayList<>();
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
    public static Result run(ParityCase parityCase, Progress progress) {
        try (Model scratch = new ScratchModel(parityCase.spec());
                Model dl4j = Dl4jModel.of(parityCase.spec())) {
            return run(parityCase, scratch, dl4j, progress);
        }
    }

    /**
     * Returns a line for each disagreement of two networks that need not show their inside: on outputs, loss and gradients
     * three ways, and on the weights after so many online steps.
     */
    public static List<String> disagreements(ParityCase parityCase, Model scratch, Model dl4j, int steps) {
        CaseParity parity = ParityCheck.run(parityCase, scratch, dl4j, Progress.silent());
        List<TrajectoryPoint> trajectory = Trajectory.online(parityCase, scratch, dl4j, steps);
        return new Result(parity, trajectory, null).disagreements();
    }

    /** Runs one case on two networks. */
    public static Result run(ParityCase parityCase, Model scratch, Model dl4j, Progress progress) {
        CaseParity parity = ParityCheck.run(parityCase, scratch, dl4j, progress);
        int steps = parityCase.parameters().length > LARGE ? STEPS_OF_A_LARGE_NETWORK : STEPS;
        List<TrajectoryPoint> trajectory = Trajectory.online(parityCase, scratch, dl4j, steps);
        Optional<Divergence> divergence = trajectory.stream().allMatch(TrajectoryPoint::agrees)
                ? Optional.empty()
                : new DivergenceLocator(parityCase.spec(), scratch, dl4j)
                        .locate(parityCase.parameters(), parityCase::row, steps);
        return new Result(parity, trajectory, divergence.orElse(null));
    }
}
