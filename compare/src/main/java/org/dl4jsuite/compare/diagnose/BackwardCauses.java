package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dl4jsuite.compare.diagnose.Recipe.LossForm;
import org.dl4jsuite.compare.diagnose.Recipe.SentBack;
import org.dl4jsuite.compare.diagnose.Recipe.Slope;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Loss;
import org.dl4jsuite.scratch.Reduction;

/** Mistakes on the way back: slopes left out or wrongly taken, the wrong error sent back, the wrong loss's delta. */
final class BackwardCauses {
    private final Step step;
    private final List<Cause> causes = new ArrayList<>();

    private BackwardCauses(Step step) {
        this.step = step;
    }

    static List<Cause> of(Step step) {
        BackwardCauses causes = new BackwardCauses(step);
        if (step.loss() == Loss.CROSS_ENTROPY) {
            causes.addSquaredErrorGradient();
        } else {
            causes.addOutputSlopeMissing();
        }
        causes.addHiddenSlopes();
        causes.addSentBack();
        causes.addBiasGradients();
        return causes.causes;
    }

    private void add(String id, String sentence, Consumer<Recipe> change) {
        causes.add(new Cause(id, sentence, change));
    }

    private void addOutputSlopeMissing() {
        int last = step.last();
        String rightLine = "delta = (o - t) * " + slope(step.output()) + (last == 0 ? "" : " in the output layer");
        add(
                "output-slope-missing",
                "The outputs' delta is o - t without their activation's slope; write " + rightLine + ".",
                recipe -> recipe.slopes[last] = Slope.NONE);
        if (step.loss() == Loss.SQUARED_ERROR) {
            add(
                    "output-slope-missing",
                    "The outputs' delta is o - t without their activation's slope and without the 2 of this loss; write "
                            + "delta = 2 * (o - t) * " + slope(step.output()) + ".",
                    recipe -> {
                        recipe.slopes[last] = Slope.NONE;
                        recipe.outputFactor = 1;
                    });
        }
        if (step.output() == Activation.SIGMOID) {
            Consumer<Recipe> delta = recipe -> {
                recipe.slopes[last] = Slope.NONE;
                recipe.outputFactor = 1;
            };
            add(
                    "cross-entropy-gradient",
                    "The outputs' delta is o - t, which belongs to the cross-entropy; for the squared error write "
                            + rightLine + ", or name the cross-entropy as the loss.",
                    delta);
            add(
                    "cross-entropy-gradient",
                    "Loss and delta are the cross-entropy's; for the squared error write E = 1/2 sum (t - o)² and "
                            + rightLine + ", or name the cross-entropy as the loss.",
                    delta.andThen(recipe -> {
                        recipe.lossForm = LossForm.BINARY_CROSS_ENTROPY;
                        recipe.lossScale = step.reduction().factor(step.batch());
                    }));
        }
    }

    /** The factor 1 or 2, the slope in various forms, and the loss either of them. */
    private void addSquaredErrorGradient() {
        int last = step.last();
        List<Slope> slopes =
                step.output() == Activation.SOFTMAX ? List.of(Slope.OF_SOFTMAX, Slope.OF_SIGMOID) : List.of(Slope.OWN);
        for (Slope slope : slopes) {
            for (int factor = 1; factor <= 2; factor++) {
                int outputFactor = factor;
                Consumer<Recipe> delta = recipe -> {
                    recipe.slopes[last] = slope;
                    recipe.outputFactor = outputFactor;
                };
                String wrong = (factor == 1 ? "" : "2 ") + "(o - t) times the outputs' slope";
                String right = "for the cross-entropy write delta = o - t in the output layer";
                add(
                        "squared-error-gradient",
                        "The outputs' delta is that of the squared error, " + wrong + "; " + right + ".",
                        delta);
                for (double half : new double[] {0.5, 1}) {
                    add(
                            "squared-error-gradient",
                            "Loss and delta are those of the squared error, " + wrong + "; " + right
                                    + " and the logarithms in the loss.",
                            delta.andThen(recipe -> {
                                recipe.lossForm = LossForm.SQUARED;
                                recipe.lossScale *= half;
                            }));
                }
            }
        }
    }

    private void addHiddenSlopes() {
        List<Integer> hidden = LayerSet.until(step.last());
        for (LayerSet set : LayerSet.of(hidden)) {
            add(
                    "hidden-slope-missing",
                    "The delta of " + set.describe()
                            + " lacks its activation's slope; write delta = (next delta . W) * "
                            + slope(step.activations().get(set.layers().get(0))) + ".",
                    recipe -> set.layers().forEach(l -> recipe.slopes[l] = Slope.NONE));
        }
        boolean outputHasSlope = step.loss() != Loss.CROSS_ENTROPY;
        List<LayerSet> sets = new ArrayList<>(LayerSet.of(LayerSet.until(outputHasSlope ? step.depth() : step.last())));
        if (outputHasSlope && hidden.size() > 1) {
            sets.add(new LayerSet(hidden));
        }
        for (LayerSet set : sets) {
            add(
                    "slope-of-z",
                    "The slope of " + set.describe() + " is computed from z by the formula for a; write "
                            + slope(step.activations().get(set.layers().get(0)))
                            + " with the activation a, not with z.",
                    recipe -> set.layers().forEach(l -> recipe.slopes[l] = Slope.OF_Z));
        }
    }

    private static String slope(Activation activation) {
        return switch (activation) {
            case SIGMOID -> "a * (1 - a)";
            case TANH -> "(1 - a * a)";
            case RELU -> "(a > 0)";
            case IDENTITY -> "1";
            case SOFTMAX -> "the softmax's slope";
        };
    }

    private void addSentBack() {
        if (step.depth() == 1) {
            return;
        }
        String right = "send the delta back, with its slope: error of a layer = delta of the next . W of the next";
        addRawError(
                SentBack.ERROR,
                "What goes back through the weights is the error itself, no layer's slope in it; " + right);
        if (step.depth() > 2) {
            addRawError(
                    SentBack.ERROR_OF_OUTPUTS, "What the outputs send back is their error without its slope; " + right);
        }
        add(
                "updated-weights-used",
                "The deltas go back through weights that this step has changed already; compute all gradients first, then"
                        + " change the weights.",
                recipe -> recipe.backThroughUpdatedWeights = true);
    }

    private void addRawError(SentBack sentBack, String sentence) {
        add("raw-error-sent-back", sentence + ".", recipe -> recipe.sentBack = sentBack);
        if (step.loss() == Loss.SQUARED_ERROR) { // o - t without the 2 goes back, while the outputs' own delta keeps it
            add("raw-error-sent-back", sentence + ".", recipe -> {
                recipe.sentBack = sentBack;
                recipe.sentBackFactor = 0.5;
            });
        }
    }

    private void addBiasGradients() {
        List<Integer> withBias =
                LayerSet.until(step.depth()).stream().filter(step::hasBias).toList();
        int batch = step.batch();
        if (batch == 1) {
            return;
        }
        for (LayerSet set : LayerSet.of(withBias)) {
            for (int row = 0; row < batch; row++) {
                boolean usual = row == 0 || row == batch - 1;
                if (usual || set.layers().size() == withBias.size()) {
                    addBiasRow(set, row, 1);
                    addBiasRow(set, row, 1 / step.reduction().factor(batch));
                }
            }
        }
    }

    private void addBiasRow(LayerSet set, int row, double scale) {
        if (scale == 1 || step.reduction() == Reduction.MEAN) {
            add(
                    "bias-gradient-not-summed",
                    set.names("db") + " is the delta of row " + row
                            + " of the batch alone; add the deltas of all rows up, for" + " example delta.sum(axis=0).",
                    recipe -> set.layers().forEach(l -> {
                        recipe.biasRow[l] = row;
                        recipe.biasRowScale = scale;
                    }));
        }
    }
}
