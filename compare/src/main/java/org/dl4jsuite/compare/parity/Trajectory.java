package org.dl4jsuite.compare.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Tensor;

/**
 * Follows two networks that take the same steps from the same start, and notes how far their weights lie apart after 1,
 * 10, 100, … steps and whenever it is asked to. A third network goes along from scratch, perturbed at the start by one unit
 * in the last place: its distance, the drift, is what rounding does to this very run.
 */
public final class Trajectory {
    /** Each of the first steps gets tolerances of its own; then one step in so many stands for the others. */
    private static final int STRIDE = 100;

    private static final long SEED_OF_THE_SIGNS = 1;
    /** Two perturbed runs differ by some such factor. */
    private static final double LUCK = 4;

    /** An error that grows more than this many times excuses nothing: the run is chaotic. */
    public static final int MAX_GROWTH = 1_000_000;

    private final NetworkSpec spec;
    private final Model scratch;
    private final Model dl4j;
    private final Model perturbed;
    private final List<TrajectoryPoint> points = new ArrayList<>();
    private double[] tolerances;
    private long steps;
    private long next = 1;

    /** Both networks have their initial parameters. */
    public Trajectory(NetworkSpec spec, Model scratch, Model dl4j) {
        this.spec = spec;
        this.scratch = scratch;
        this.dl4j = dl4j;
        double[] initial = scratch.parameters();
        perturbed = perturbed(spec, initial);
        tolerances = Tolerance.ofParameters(spec, initial);
    }

    /** A from-scratch network that starts with every parameter one unit in the last place larger or smaller, by chance. */
    static Model perturbed(NetworkSpec spec, double[] parameters) {
        Random signs = new Random(SEED_OF_THE_SIGNS);
        double[] changed = parameters.clone();
        for (int i = 0; i < changed.length; i++) {
            double ulp = spec.precision() == Precision.DOUBLE ? Math.ulp(changed[i]) : Math.ulp((float) changed[i]);
            changed[i] += signs.nextBoolean() ? ulp : -ulp;
        }
        Model model = new ScratchModel(spec);
        model.setParameters(changed);
        return model;
    }

    /** Takes {@code steps} steps on both sides, one row of the case at a time, round and round. */
    public static List<TrajectoryPoint> online(ParityCase parityCase, Model scratch, Model dl4j, long steps) {
        scratch.setParameters(parityCase.parameters());
        dl4j.setParameters(parityCase.parameters());
        Trajectory trajectory = new Trajectory(parityCase.spec(), scratch, dl4j);
        for (long step = 0; step < steps; step++) {
            Batch row = parityCase.row(step);
            scratch.train(row.inputs(), row.targets());
            dl4j.train(row.inputs(), row.targets());
            trajectory.afterStep(row);
        }
        trajectory.note();
        return trajectory.points();
    }

    /** Returns how many steps are left until the next is noted: neither side may be further ahead than that. */
    public long stepsToNote() {
        return next - steps;
    }

    /** To be called for each step in order, after both sides have taken it, on {@code batch}. */
    public void afterStep(Batch batch) {
        if (steps < STRIDE || steps % STRIDE == 0) {
            tolerances = new Tolerance(spec, perturbed.parameters(), batch)
                    .ofParametersAfter(steps < STRIDE ? 1 : STRIDE, tolerances);
        }
        perturbed.train(batch.inputs(), batch.targets());
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
        double drift = Differences.largest(ofScratch, perturbed.parameters());
        double[] allowed = magnified(steps <= 1 ? tolerances : Tolerance.overTensors(spec, tolerances), drift);
        int worst = Differences.worst(ofScratch, ofDl4j, allowed);
        points.add(new TrajectoryPoint(
                steps,
                Differences.largest(ofScratch, ofDl4j),
                nameOf(worst),
                Differences.magnitude(allowed),
                Differences.share(ofScratch[worst], ofDl4j[worst], allowed[worst]),
                drift));
    }

    /**
     * Returns the tolerances of a run that magnifies errors. Tolerances add up the rounding of each step, as if an error
     * stayed as large as it is. Where a step overshoots, an error grows from step to step instead; the perturbed run has then
     * left the tolerance as well, and by as much the tolerance is too small, give or take the luck of its signs. A run that
     * does not magnify keeps its tolerances, and none gets more than the cap.
     */
    private static double[] magnified(double[] allowed, double drift) {
        double growth = drift / Differences.magnitude(allowed);
        if (!(growth > 1)) {
            return allowed;
        }
        double factor = Math.min(LUCK * growth, MAX_GROWTH);
        return Arrays.stream(allowed).map(tolerance -> factor * tolerance).toArray();
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
