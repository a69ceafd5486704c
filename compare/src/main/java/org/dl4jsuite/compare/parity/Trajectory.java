package org.dl4jsuite.compare.parity;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;

/**
 * Follows two networks that take the same steps from the same start, and notes how far their weights lie apart after 1,
 * 10, 100, … steps and whenever it is asked to.
 */
public final class Trajectory {
    private final NetworkSpec spec;
    private final Model scratch;
    private final Model dl4j;
    private final Tolerance tolerance;
    private final double largestStep;
    private final List<TrajectoryPoint> points = new ArrayList<>();
    private long steps;
    private long next = 1;

    /** Both networks have their initial parameters; {@code first} is the batch of their first step. */
    public Trajectory(NetworkSpec spec, Model scratch, Model dl4j, Batch first) {
        this.spec = spec;
        this.scratch = scratch;
        this.dl4j = dl4j;
        CentralDifferences forward = new CentralDifferences(
                new ParityCase("start", spec, scratch.parameters(), first.inputs(), first.targets()));
        tolerance = Tolerance.of(spec, first.size(), forward.magnitude());
        largestStep = spec.rate()
                * Differences.magnitude(
                        scratch.gradient(first.inputs(), first.targets()).gradient());
    }

    /** Takes {@code steps} steps on both sides, one row of the case at a time, round and round. */
    public static List<TrajectoryPoint> online(ParityCase parityCase, Model scratch, Model dl4j, long steps) {
        scratch.setParameters(parityCase.parameters());
        dl4j.setParameters(parityCase.parameters());
        Trajectory trajectory = new Trajectory(parityCase.spec(), scratch, dl4j, parityCase.row(0));
        for (long step = 0; step < steps; step++) {
            Batch row = parityCase.row(step);
            scratch.train(row.inputs(), row.targets());
            dl4j.train(row.inputs(), row.targets());
            trajectory.afterStep();
        }
        trajectory.note();
        return trajectory.points();
    }

    /** To be called after both sides have taken a step. */
    public void afterStep() {
        steps++;
        if (steps == next) {
            note();
            next *= 10;
        }
    }

    /** Notes the difference now, unless it is noted already. */
    public void note() {
        if (!points.isEmpty() && points.get(points.size() - 1).step() == steps) {
            return;
        }
        double[] ofScratch = scratch.parameters();
        double[] ofDl4j = dl4j.parameters();
        double largestWeight = Math.max(1, Differences.magnitude(ofScratch));
        points.add(new TrajectoryPoint(
                steps,
                Differences.largest(ofScratch, ofDl4j),
                nameOf(Differences.worst(ofScratch, ofDl4j)),
                tolerance.ofWeights(steps, largestWeight, largestStep)));
    }

    public List<TrajectoryPoint> points() {
        return List.copyOf(points);
    }

    private String nameOf(int parameter) {
        Tensor tensor = spec.tensors().stream()
                .filter(t -> parameter < t.to())
                .findFirst()
                .orElseThrow();
        return tensor.element(parameter - tensor.from());
    }
}
