package org.dl4jsuite.compare.diagnose;

import org.dl4jsuite.compare.diagnose.Quantity.Kind;
import org.dl4jsuite.compare.diagnose.Recipe.Decay;
import org.jspecify.annotations.Nullable;

/**
 * A learning rate that the dump does not state, and the coefficient of a weight decay: the numbers that fit what the user's
 * step gave best, by least squares. Whether they fit at all is for the comparison to say: one number has to explain every
 * weight.
 */
final class UnknownCoefficients {
    /** No decay shrinks weights to less than half in a step. */
    private static final double MAX_DECAY = 0.5;

    private final Step step;
    private final Recipe recipe;
    private final Computation computation;
    private @Nullable Double rate;
    private @Nullable Double decay;

    UnknownCoefficients(Step step, Recipe recipe, Computation computation) {
        this.step = step;
        this.recipe = recipe;
        this.computation = computation;
        rate = step.rate();
    }

    /** The rate; NaN if it is unknown and does not follow from the numbers. */
    double rate() {
        if (rate == null) {
            double[] sums = new double[2];
            for (Quantity after : step.given().keySet()) {
                if (after.kind() == Kind.WEIGHT_AFTER) {
                    addFit(
                            sums,
                            computation.weights(after.layer()),
                            computation.givenBeforeRearranging(after),
                            computation.weightGradient(after.layer()));
                } else if (after.kind() == Kind.BIAS_AFTER && recipe.biasTrained[after.layer()]) {
                    addFit(
                            sums,
                            computation.bias(after.layer()),
                            computation.givenBeforeRearranging(after),
                            computation.biasGradient(after.layer()));
                }
            }
            double found = recipe.weightSign * sums[0] / sums[1];
            rate = found > 0 && recipe.decay == Decay.NONE ? found : Double.NaN;
        }
        return rate;
    }

    /** The coefficient of the decay; NaN if there is none above 0 that a decay may have. */
    double decay() {
        if (decay == null) {
            double[] sums = new double[2];
            boolean inGradient = recipe.decay == Decay.IN_GRADIENT || recipe.decay == Decay.IN_GRADIENT_WITH_BIASES;
            boolean gradientGiven =
                    step.given().keySet().stream().anyMatch(quantity -> quantity.kind() == Kind.WEIGHT_GRADIENT);
            for (Quantity quantity : step.given().keySet()) {
                int l = quantity.layer();
                if (inGradient && quantity.kind() == Kind.WEIGHT_GRADIENT) {
                    addFit(
                            sums,
                            computation.givenBeforeRearranging(quantity),
                            computation.weightGradient(l),
                            computation.weights(l));
                } else if (quantity.kind() == Kind.WEIGHT_AFTER && !(inGradient && gradientGiven)) {
                    Values weights = computation.weights(l);
                    Values stepped = computation.steppedWithoutDecay(l);
                    Values direction = recipe.decay == Decay.AFTER_THE_STEP ? stepped : weights;
                    addFit(sums, stepped, computation.givenBeforeRearranging(quantity), direction);
                }
            }
            double found = sums[0] / sums[1] / (inGradient && !gradientGiven ? rate() : 1);
            decay = found > 0 && found <= MAX_DECAY ? found : Double.NaN;
        }
        return decay;
    }

    /** Adds to the two sums whose quotient is the c that brings a - c * direction nearest to b. */
    private static void addFit(double[] sums, Values a, Values b, Values direction) {
        for (int i = 0; i < direction.value().length; i++) {
            sums[0] += (a.value()[i] - b.value()[i]) * direction.value()[i];
            sums[1] += direction.value()[i] * direction.value()[i];
        }
    }
}
