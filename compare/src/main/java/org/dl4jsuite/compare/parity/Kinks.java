package org.dl4jsuite.compare.parity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Trace;
import org.dl4jsuite.scratch.Activation;

/** The points at which RELU has no derivative, and who comes near them. */
final class Kinks {
    private Kinks() {}

    /**
     * Returns the rows of a case in which no RELU node crosses z = 0 when any one parameter changes by {@code step} at most.
     * A changed parameter moves the weighted sums of its own layer by step * max(1, |a|); what moves a layer by r moves the
     * next by r times the largest sum of |weights| into a node, because no activation's slope exceeds 1.
     */
    static int[] rowsAwayFromThem(ParityCase parityCase, double step) {
        try (InspectableModel model = new ScratchModel(parityCase.spec())) {
            model.setParameters(parityCase.parameters());
            Trace trace = model.trace(parityCase.inputs(), parityCase.targets());
            return IntStream.range(0, parityCase.inputs().length)
                    .filter(row -> isAway(parityCase, trace, row, step))
                    .toArray();
        }
    }

    private static boolean isAway(ParityCase parityCase, Trace trace, int row, double step) {
        NetworkSpec spec = parityCase.spec();
        double[] a = parityCase.inputs()[row];
        double reach = 0;
        int start = 0;
        for (int l = 0; l < spec.activations().size(); l++) {
            int in = spec.layers().get(l);
            int out = spec.layers().get(l + 1);
            reach = Math.max(
                    step * Math.max(1, Differences.magnitude(a)),
                    reach * largestSumOfWeights(parityCase.parameters(), start, in, out));
            double[] z = row(trace.weightedSums(), l, row, out);
            double largestReach = reach;
            if (spec.activations().get(l) == Activation.RELU
                    && IntStream.range(0, out).anyMatch(j -> Math.abs(z[j]) <= largestReach)) {
                return false;
            }
            a = row(trace.activations(), l, row, out);
            start += out * (in + (spec.bias() ? 1 : 0));
        }
        return true;
    }

    /** The largest sum of |w| into one node: W is (out, in), at {@code start} of the flat vector. */
    private static double largestSumOfWeights(double[] parameters, int start, int in, int out) {
        double largest = 0;
        for (int j = 0; j < out; j++) {
            double sum = 0;
            for (int i = 0; i < in; i++) {
                sum += Math.abs(parameters[start + j * in + i]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static double[] row(List<double[]> layers, int l, int row, int nodes) {
        return Arrays.copyOfRange(layers.get(l), row * nodes, (row + 1) * nodes);
    }
}
