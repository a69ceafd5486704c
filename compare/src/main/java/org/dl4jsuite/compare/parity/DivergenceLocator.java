package org.dl4jsuite.compare.parity;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.model.Trace;
import org.dl4jsuite.compare.parity.Divergence.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Finds where two runs part: it takes the same steps on both sides once more, and after each compares everything the step
 * computed, in the order in which it was computed. The first thing beyond its tolerance is where to look for the mistake.
 */
public final class DivergenceLocator {
    private final NetworkSpec spec;
    private final InspectableModel scratch;
    private final InspectableModel dl4j;
    /** How far the parameters may lie apart by now. */
    private double[] tolerances = {};

    private long step;
    private @Nullable Divergence first;

    public DivergenceLocator(NetworkSpec spec, InspectableModel scratch, InspectableModel dl4j) {
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
        first = null;
        for (step = 1; step <= steps && first == null; step++) {
            compareStep(batches.apply(step - 1));
        }
        return Optional.ofNullable(first);
    }

    private void compareStep(Batch batch) {
        double[][] x = batch.inputs();
        double[][] t = batch.targets();
        double[] before = scratch.parameters();
        Tolerance tolerance = new Tolerance(spec, before, spread(step - 1), batch);
        Trace ofScratch = scratch.trace(x, t);
        Trace ofDl4j = dl4j.trace(x, t);
        Trace allowed = tolerance.trace();
        int layers = spec.layers().size() - 1;
        for (int l = 0; l < layers; l++) {
            compare(Quantity.Z, l, ofScratch.weightedSums(), ofDl4j.weightedSums(), allowed.weightedSums());
            compare(Quantity.ACTIVATION, l, ofScratch.activations(), ofDl4j.activations(), allowed.activations());
        }
        for (int l = layers - 1; l >= 0; l--) {
            compare(Quantity.DELTA, l, ofScratch.deltas(), ofDl4j.deltas(), allowed.deltas());
        }
        double[] gradientOfScratch = scratch.gradient(x, t).gradient();
        compare(Quantity.GRADIENT, gradientOfScratch, dl4j.gradient(x, t).gradient(), tolerance.gradient());
        scratch.train(x, t);
        dl4j.train(x, t);
        tolerances = new Tolerance(spec, before, batch).ofParametersAfter(1, tolerances);
        compare(Quantity.WEIGHT, scratch.parameters(), dl4j.parameters(), spread(step));
    }

    private double[] spread(long steps) {
        return steps <= 1 ? tolerances : Tolerance.overTensors(spec, tolerances);
    }

    /** Compares what every node of a layer has for every row. */
    private void compare(
            Quantity quantity, int l, List<double[]> ofScratch, List<double[]> ofDl4j, List<double[]> allowed) {
        int nodes = spec.layers().get(l + 1);
        Tensor tensor = new Tensor("", List.of(allowed.get(l).length / nodes, nodes), 0);
        compare(quantity, l, tensor, ofScratch.get(l), ofDl4j.get(l), allowed.get(l));
    }

    /** Compares flat vectors as long as the parameters', tensor by tensor. */
    private void compare(Quantity quantity, double[] ofScratch, double[] ofDl4j, double[] allowed) {
        for (Tensor tensor : spec.tensors()) {
            int l = Integer.parseInt(tensor.name().substring(1)) - 1;
            compare(quantity, l, tensor, tensor.in(ofScratch), tensor.in(ofDl4j), tensor.in(allowed));
        }
    }

    /** Keeps where the two differ most if it is beyond its tolerance, and nothing was before. */
    private void compare(
            Quantity quantity, int l, Tensor tensor, double[] ofScratch, double[] ofDl4j, double[] allowed) {
        int worst = Differences.worst(ofScratch, ofDl4j, allowed);
        if (first == null && Differences.share(ofScratch[worst], ofDl4j[worst], allowed[worst]) > 1) {
            String element = tensor.element(worst);
            first = new Divergence(step, l + 1, quantity, element, ofScratch[worst], ofDl4j[worst], allowed[worst]);
        }
    }
}
