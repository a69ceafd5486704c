package org.dl4jsuite.compare.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.model.Trace;
import org.dl4jsuite.compare.parity.Divergence.Quantity;

/**
 * Finds where two runs part: it takes the same steps on both sides once more, and after each compares everything the step
 * computed, in the order in which it was computed. The first thing beyond its tolerance is where to look for the mistake.
 */
public final class DivergenceLocator {
    private final NetworkSpec spec;
    private final Model scratch;
    private final Model dl4j;
    /** How far the parameters may lie apart by now. */
    private double[] tolerances = {};

    public DivergenceLocator(NetworkSpec spec, Model scratch, Model dl4j) {
        this.spec = spec;
        this.scratch = scratch;
        this.dl4j = dl4j;
    }

    /**
     * Runs from {@code parameters} over {@code batches}, numbered from 0, until the sides part.
     *
     * @return empty if they do not part within {@code steps}
     */
    public Optional<Divergence> locate(double[] parameters, LongFunction<Batch> batches, long steps) {
        scratch.setParameters(parameters);
        dl4j.setParameters(parameters);
        tolerances = Tolerance.ofParameters(spec, parameters);
        for (long step = 1; step <= steps; step++) {
            Optional<Divergence> divergence = compareStep(step, batches.apply(step - 1));
            if (divergence.isPresent()) {
                return divergence;
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> compareStep(long step, Batch batch) {
        double[][] x = batch.inputs();
        double[][] t = batch.targets();
        double[] before = scratch.parameters();
        Tolerance tolerance = new Tolerance(spec, before, spread(step - 1), batch);
        List<Check> checks = new ArrayList<>();
        Trace ofScratch = scratch.trace(x, t);
        Trace ofDl4j = dl4j.trace(x, t);
        int layers = spec.layers().size() - 1;
        for (int l = 0; l < layers; l++) {
            List<Integer> shape = List.of(batch.size(), spec.layers().get(l + 1));
            checks.add(new Check(
                    l,
                    Quantity.Z,
                    "",
                    shape,
                    ofScratch.weightedSums().get(l),
                    ofDl4j.weightedSums().get(l),
                    tolerance.weightedSums(l)));
            checks.add(new Check(
                    l,
                    Quantity.ACTIVATION,
                    "",
                    shape,
                    ofScratch.activations().get(l),
                    ofDl4j.activations().get(l),
                    tolerance.activations(l)));
        }
        for (int l = layers - 1; l >= 0; l--) {
            List<Integer> shape = List.of(batch.size(), spec.layers().get(l + 1));
            checks.add(new Check(
                    l,
                    Quantity.DELTA,
                    "",
                    shape,
                    ofScratch.deltas().get(l),
                    ofDl4j.deltas().get(l),
                    tolerance.deltas(l)));
        }
        checks.addAll(parameterChecks(
                Quantity.GRADIENT,
                scratch.gradient(x, t).gradient(),
                dl4j.gradient(x, t).gradient(),
                tolerance.gradient()));
        scratch.train(x, t);
        dl4j.train(x, t);
        tolerances = new Tolerance(spec, before, batch).ofParametersAfter(1, tolerances);
        checks.addAll(parameterChecks(Quantity.WEIGHT, scratch.parameters(), dl4j.parameters(), spread(step)));
        return checks.stream().flatMap(check -> check.divergence(step).stream()).findFirst();
    }

    private double[] spread(long steps) {
        return steps <= 1 ? tolerances : Tolerance.overTensors(spec, tolerances);
    }

    private List<Check> parameterChecks(Quantity quantity, double[] ofScratch, double[] ofDl4j, double[] allowed) {
        List<Check> checks = new ArrayList<>();
        for (Tensor tensor : spec.tensors()) {
            int layer = Integer.parseInt(tensor.name().substring(1)) - 1;
            checks.add(new Check(
                    layer,
                    quantity,
                    tensor.name(),
                    tensor.shape(),
                    Arrays.copyOfRange(ofScratch, tensor.from(), tensor.to()),
                    Arrays.copyOfRange(ofDl4j, tensor.from(), tensor.to()),
                    Arrays.copyOfRange(allowed, tensor.from(), tensor.to())));
        }
        return checks;
    }

    private record Check(
            int layer,
            Quantity quantity,
            String name,
            List<Integer> shape,
            double[] scratch,
            double[] dl4j,
            double[] tolerances) {

        Optional<Divergence> divergence(long step) {
            int worst = Differences.worst(scratch, dl4j, tolerances);
            if (Differences.share(scratch[worst], dl4j[worst], tolerances[worst]) <= 1) {
                return Optional.empty();
            }
            String element = new Tensor(name, shape, 0).element(worst);
            return Optional.of(
                    new Divergence(step, layer + 1, quantity, element, scratch[worst], dl4j[worst], tolerances[worst]));
        }
    }
}
