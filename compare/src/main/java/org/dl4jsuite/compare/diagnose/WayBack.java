package org.dl4jsuite.compare.diagnose;

import java.util.List;
import java.util.function.IntFunction;
import org.dl4jsuite.compare.diagnose.Recipe.SentBack;
import org.dl4jsuite.scratch.Activation;
import org.jspecify.annotations.Nullable;

/** Back-propagation under a recipe: dE/dz of every layer from the outputs back. */
final class WayBack {
    private final Step step;
    private final Recipe recipe;
    private final Rounding rounding;
    private final ForwardPass.Layers layers;

    WayBack(Step step, Recipe recipe, Rounding rounding, ForwardPass.Layers layers) {
        this.step = step;
        this.recipe = recipe;
        this.rounding = rounding;
        this.layers = layers;
    }

    /**
     * Fills {@code deltas} from the last layer to the first.
     *
     * @param targets of the dump, (batch, out)
     * @param weights those of a layer that its delta is sent back through; asked for once that delta is there
     */
    void run(Values targets, List<@Nullable Values> deltas, IntFunction<Values> weights) {
        int last = step.last();
        Values outputs = layers.activations().get(last);
        Values error = outputs.minus(1, recipe.targets.apply(targets, rounding), rounding)
                .times(recipe.outputFactor, rounding);
        Values delta = timesSlope(last, error);
        deltas.set(last, delta);
        for (int l = last - 1; l >= 0; l--) {
            boolean sendsError = recipe.sentBack == SentBack.ERROR
                    || (recipe.sentBack == SentBack.ERROR_OF_OUTPUTS && l == last - 1);
            // sent is (batch, out of l + 1); W is (out of l + 1, out of l); what arrives is (batch, out of l)
            error = (sendsError ? sentError(l, error) : delta).times(weights.apply(l + 1), rounding);
            delta = timesSlope(l, error);
            deltas.set(l, delta);
        }
    }

    private Values sentError(int l, Values error) {
        return l == step.last() - 1 && recipe.sentBackFactor != 1
                ? error.times(recipe.sentBackFactor, rounding)
                : error;
    }

    private Values timesSlope(int l, Values arrived) {
        Values a = layers.activations().get(l);
        Values z = layers.weightedSums().get(l);
        Activation activation = step.activations().get(l);
        return switch (recipe.slopes[l]) {
            case NONE -> arrived;
            case OWN -> arrived.timesElements(slopes(activation, a), rounding);
            case OF_Z -> arrived.timesElements(slopes(activation, z), rounding);
            case OF_SIGMOID -> arrived.timesElements(slopes(Activation.SIGMOID, a), rounding);
            case OF_SOFTMAX -> timesSlopeOfSoftmax(a, arrived);
        };
    }

    /** The formula that gives f'(z) for a = f(z), for whatever it is given. */
    private Values slopes(Activation activation, Values a) {
        Values slopes = switch (activation) {
            case SIGMOID -> a.map(v -> v * (1 - v), v -> 1 - 2 * v, 2, rounding);
            case TANH -> a.map(v -> 1 - v * v, v -> 2 * v, 2, rounding);
            case IDENTITY -> a.map(v -> 1, v -> 0, 0, rounding);
            case RELU -> a.map(v -> v > 0 ? 1 : 0, v -> 0, 0, rounding);
            case SOFTMAX -> throw new IllegalArgumentException("SOFTMAX has a matrix of slopes per example");
        };
        for (int i = 0; i < slopes.error().length; i++) {
            double v = a.value()[i];
            if (activation == Activation.RELU) { // near its kink either slope may be right
                slopes.error()[i] = a.error()[i] > rounding.precision().tiny() && Math.abs(v) <= a.error()[i] ? 1 : 0;
            } else {
                slopes.error()[i] += rounding.unit() * v * v; // of a square that cancels
            }
        }
        return slopes;
    }

    /** sum over m of arrived_m a_m ((m = k) - a_k), for each row and k. */
    private Values timesSlopeOfSoftmax(Values a, Values arrived) {
        Values products = arrived.timesElements(a, rounding);
        double[] sums = products.transposed().sumOfRows(rounding).value();
        double[] errors = products.transposed().sumOfRows(rounding).error();
        double[] perElement = new double[a.value().length];
        double[] perElementErrors = new double[perElement.length];
        for (int i = 0; i < perElement.length; i++) {
            perElement[i] = sums[i / a.columns()];
            perElementErrors[i] = errors[i / a.columns()];
        }
        Values ofRows = new Values(a.rows(), a.columns(), perElement, perElementErrors);
        return products.minus(1, ofRows.timesElements(a, rounding), rounding);
    }
}
