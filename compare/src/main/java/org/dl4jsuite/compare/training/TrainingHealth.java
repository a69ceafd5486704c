package org.dl4jsuite.compare.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.model.Trace;
import org.dl4jsuite.data.LabelledImages;

/**
 * Ends a training that cannot come to anything: its loss or a parameter is no number, or the network is saturated.
 *
 * <p>Saturated is a network that answers every image alike and can no longer learn to do otherwise: its sigmoids are so near
 * to 0 or 1 that their slopes have vanished, and with them the gradient. Alike are outputs that differ by no more than
 * {@value #ALIKE}: first of one training image of each label, then of {@value #MAX_TRIED} spread over the training set. That
 * it cannot learn is shown by a step on each of them that is as long as all steps of an epoch together: it moves no output by
 * more than that. A network that learns badly fails this by far: where all outputs are 0.1, say, such a step moves them to 0
 * or 1.
 *
 * <p>No other divergence is possible here: ten sigmoids keep E below 5.
 */
public final class TrainingHealth implements TrainingMonitor {
    private static final double ALIKE = 1e-6;

    /** A few tenths of a second, once in a training that is probably lost. */
    private static final int MAX_TRIED = 1000;

    private final NetworkSpec spec;
    private final long every;
    private final LabelledImages images;
    private final double[][] ofEachLabel;

    /**
     * Watches the training of a network.
     *
     * @param images what it learns from
     * @param every training images between two looks
     */
    public TrainingHealth(NetworkSpec spec, LabelledImages images, long every) {
        this.spec = spec.withPrecision(Precision.DOUBLE);
        this.every = every;
        this.images = images;
        int[] firsts = IntStream.range(0, LabelledImages.CLASSES)
                .flatMap(label -> IntStream.range(0, images.size())
                        .filter(i -> images.label(i) == label)
                        .limit(1))
                .toArray();
        this.ofEachLabel =
                Arrays.stream(firsts).mapToObj(i -> images.inputs(i, i + 1)[0]).toArray(double[][]::new);
    }

    /** Returns how many training images a side learns in about the time in which a look costs no hundredth of it. */
    public static long usualInterval(Side side) {
        return side == Side.SCRATCH_FAST ? 60_000 : 10_000;
    }

    @Override
    public long every() {
        return every;
    }

    @Override
    public void look(TrainingRun run, Trainee network) {
        double[] parameters = network.parameters();
        if (!Double.isFinite(run.latestLoss())) {
            String cause = firstNotFinite(parameters);
            throw failure(
                    run.latestSteps(),
                    "the loss is " + run.latestLoss() + "; "
                            + (cause.isEmpty() ? "layer " + layers() + " overflows" : cause));
        }
        check(parameters, run.stepsSinceLook());
    }

    /**
     * Checks a network between two steps.
     *
     * @param steps what was done since the last check, for the message
     * @throws TrainingFailure if its training cannot come to anything
     */
    void check(double[] parameters, String steps) {
        String complaint = complaint(parameters);
        if (!complaint.isEmpty()) {
            throw failure(steps, complaint);
        }
    }

    /** Returns why the training of a network with these parameters cannot come to anything, or nothing. */
    String complaint(double[] parameters) {
        String notFinite = firstNotFinite(parameters);
        if (!notFinite.isEmpty()) {
            return notFinite;
        }
        try (ScratchModel network = new ScratchModel(spec)) {
            network.setParameters(parameters);
            double[][] outputs = network.outputs(ofEachLabel);
            boolean isSaturated =
                    ofEachLabel.length > 1 && allAlike(outputs) && cannotLearn(network, parameters, outputs[0]);
            return isSaturated
                    ? "layer " + saturatedLayer(network) + " of " + layers()
                            + " is saturated: the outputs are the same for every image, and no further step changes them"
                    : "";
        }
    }

    /** Returns the first parameter that is no number, for example {@code W1[3][7] of layer 1 is NaN}, or nothing. */
    private String firstNotFinite(double[] parameters) {
        for (Tensor tensor : spec.tensors()) {
            for (int i = tensor.from(); i < tensor.to(); i++) {
                if (!Double.isFinite(parameters[i])) {
                    return tensor.element(i - tensor.from()) + " of layer "
                            + tensor.name().substring(1) + " is " + parameters[i];
                }
            }
        }
        return "";
    }

    private static boolean allAlike(double[][] rows) {
        return Arrays.stream(rows).allMatch(row -> alike(row, rows[0]));
    }

    private static boolean alike(double[] a, double[] b) {
        for (int k = 0; k < a.length; k++) {
            if (!(Math.abs(a[k] - b[k]) <= ALIKE)) { // NaN is like nothing
                return false;
            }
        }
        return true;
    }

    /** Whether every image gets these outputs, and a step on it as long as an epoch leaves them as they are. */
    private boolean cannotLearn(ScratchModel network, double[] parameters, double[] outputs) {
        double rateOfEpoch = Math.min(spec.rate() * images.size(), Double.MAX_VALUE); // infinity times 0 is no number
        int apart = Math.max(1, images.size() / MAX_TRIED);
        for (int i = 0; i < images.size(); i += apart) {
            double[][] image = images.inputs(i, i + 1);
            if (!alike(network.outputs(image)[0], outputs)) {
                return false;
            }
            double[] gradient =
                    network.gradient(image, images.targets(i, i + 1)).gradient();
            double[] moved = parameters.clone();
            for (int p = 0; p < moved.length; p++) {
                moved[p] -= rateOfEpoch * gradient[p];
            }
            network.setParameters(moved);
            double[] after = network.outputs(image)[0];
            network.setParameters(parameters);
            if (!alike(after, outputs)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first layer, from 1, whose activations are the same for every image. */
    private int saturatedLayer(ScratchModel network) {
        double[][] anyTargets = new double[ofEachLabel.length][spec.outputs()]; // activations do not depend on them
        Trace trace = network.trace(ofEachLabel, anyTargets);
        for (int l = 1; l < layers(); l++) {
            if (allAlike(rows(trace.activations().get(l - 1)))) {
                return l;
            }
        }
        return layers();
    }

    private int layers() {
        return spec.layers().size() - 1;
    }

    /** Returns the activations of a layer, one row an image. */
    private double[][] rows(double[] flat) {
        int nodes = flat.length / ofEachLabel.length;
        double[][] rows = new double[ofEachLabel.length][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * nodes, (i + 1) * nodes));
        return rows;
    }

    /**
     * Returns what ends the training.
     *
     * @param steps in which it went wrong
     * @param what happened there
     */
    TrainingFailure failure(String steps, String what) {
        return new TrainingFailure("training went wrong in " + steps + ": " + what + "; lower --rate, which is "
                + spec.rate() + ", for example to 0.1.");
    }
}
