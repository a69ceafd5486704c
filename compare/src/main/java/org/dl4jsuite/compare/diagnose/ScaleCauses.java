package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.scratch.Reduction;

/** Factors on the loss and on all gradients. */
final class ScaleCauses {
    private final List<Cause> causes = new ArrayList<>();

    private ScaleCauses() {}

    static List<Cause> of(Step step) {
        ScaleCauses scales = new ScaleCauses();
        int batch = step.batch();
        int outputs = step.outputs();
        scales.add(
                "half-missing",
                2,
                "twice as large: E is sum (t - o)² without the 1/2, and its slope 2 (o - t); write E = 1/2 sum (t - o)² and"
                        + " the slope o - t");
        scales.add(
                "half-twice",
                0.5,
                "half as large: the 1/2 of the loss is taken twice; write E = 1/2 sum (t - o)² and the slope o - t, or, for"
                        + " E = sum (t - o)², 2 (o - t)");
        if (batch > 1 && step.reduction() == Reduction.MEAN) {
            scales.add(
                    "sum-for-mean",
                    batch,
                    "the sum over the batch of " + batch + " where the mean is asked for; divide by " + batch);
            scales.add(
                    "mean-twice",
                    1.0 / batch,
                    "divided by the batch of " + batch + " twice; divide once, in the loss or in the gradient");
        }
        if (batch > 1 && step.reduction() == Reduction.SUM) {
            scales.add(
                    "mean-for-sum",
                    1.0 / batch,
                    "the mean over the batch of " + batch + " where the sum is asked for; do not divide by " + batch);
            scales.add(
                    "mean-twice",
                    1.0 / batch / batch,
                    "divided by the batch of " + batch + " twice where the sum is asked for; do not divide");
        }
        if (outputs > 1) {
            scales.add(
                    "mean-over-outputs",
                    1.0 / outputs,
                    "divided by the " + outputs
                            + " outputs too, as a mean over all elements is (DL4J's LossMSE, Keras' mse);"
                            + " add up over the outputs, for example np.sum(..., axis=1)");
        }
        return scales.causes;
    }

    /** The loss and the gradients, the gradients alone, the loss alone. */
    private void add(String id, double factor, String what) {
        causes.add(new Cause(id, "Loss and gradients are " + what + ".", recipe -> {
            recipe.lossScale *= factor;
            recipe.gradientScale *= factor;
        }));
        causes.add(new Cause(
                id, "The gradients, but not the loss, are " + what + ".", recipe -> recipe.gradientScale *= factor));
        causes.add(new Cause(
                id, "The loss, but not the gradients, is " + what + ".", recipe -> recipe.lossScale *= factor));
    }
}
