package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.diagnose.Quantity.Kind;
import org.dl4jsuite.compare.diagnose.Recipe.Decay;
import org.dl4jsuite.compare.parity.Differences;
import org.jspecify.annotations.Nullable;

/** A step under a recipe: every quantity of a dump as this recipe gives it. Parts are computed when they are asked for. */
final class Computation {
    private final Step step;
    private final Recipe recipe;
    private final Rounding rounding;
    private final ForwardPass.Layers layers;
    private final int @Nullable [] columns;
    private final List<@Nullable Values> deltas;
    private final List<@Nullable Values> weightGradients;
    private final UnknownCoefficients coefficients;

    /**
     * A computation of all that the first layer's weights need, or only of some of their columns, which take most of the
     * time.
     *
     * @param columns of the first layer's weights, or null for all
     */
    Computation(Step step, Recipe recipe, Rounding rounding, ForwardPass forward, int @Nullable [] columns) {
        this.step = step;
        this.recipe = recipe;
        this.rounding = rounding;
        this.columns = columns;
        layers = forward.run(recipe);
        deltas = new ArrayList<>(Collections.nCopies(step.depth(), null));
        weightGradients = new ArrayList<>(deltas);
        coefficients = new UnknownCoefficients(step, recipe, this);
    }

    /** The quantity as it would be written down. */
    Values of(Quantity quantity) {
        int l = quantity.layer();
        Values values = switch (quantity.kind()) {
            case WEIGHTED_SUM -> layers.weightedSums().get(l);
            case ACTIVATION, OUTPUT -> layers.activations().get(l);
            case LOSS ->
                new LossFormula(recipe, rounding)
                        .of(layers.activations().get(step.last()), recipe.targets.apply(targets(), rounding));
            case WEIGHT_GRADIENT -> written(decayed(weightGradient(l), weights(l), true));
            case BIAS_GRADIENT -> written(decayed(biasGradient(l), bias(l), false));
            case WEIGHT_AFTER -> weightsAfter(l);
            case BIAS_AFTER -> biasAfter(l);
        };
        Values written = recipe.written.getOrDefault(quantity, Rewrite.NONE).apply(values, rounding);
        return l == 0 && quantity.kind().isOfWeights() ? some(columns, written) : written;
    }

    /** The user's own values of a quantity, of the columns that are computed before anything is rearranged. */
    Values givenBeforeRearranging(Quantity quantity) {
        Values given = step.givenOf(quantity);
        return quantity.kind().isOfWeights() ? some(columnsOf(quantity.layer()), given) : given;
    }

    /** The user's own values of it, of the same columns. */
    Values given(Quantity quantity) {
        Values given = step.givenOf(quantity);
        return quantity.layer() == 0 && quantity.kind().isOfWeights() ? some(columns, given) : given;
    }

    /** The columns of a layer's weights that are computed: all where they are rearranged before they are written down. */
    private int @Nullable [] columnsOf(int l) {
        boolean all = l > 0
                || recipe.written.containsKey(new Quantity(Kind.WEIGHT_GRADIENT, l))
                || recipe.written.containsKey(new Quantity(Kind.WEIGHT_AFTER, l));
        return all ? null : columns;
    }

    private static Values some(int @Nullable [] columns, Values weights) {
        return columns == null || weights.columns() == columns.length ? weights : weights.columns(columns);
    }

    private Values written(Values gradient) {
        double factor = recipe.signInGradient * power(recipe.rateExponentInGradient);
        return factor == 1 ? gradient : gradient.times(factor, rounding);
    }

    private double power(int exponent) {
        return exponent == 0 ? 1 : Math.pow(coefficients.rate(), exponent);
    }

    private Values targets() {
        return Objects.requireNonNull(step.targets());
    }

    /** What the step starts from. */
    Values weights(int l) {
        return some(columnsOf(l), recipe.stepFrom.get(l).apply(step.weights().get(l), rounding));
    }

    Values bias(int l) {
        double[] bias = step.biases().get(l);
        return Values.exact(1, bias.length, bias);
    }

    /** dE/dW = delta^T a: delta is (batch, out), a is (batch, in). Without decay. */
    Values weightGradient(int l) {
        Values known = weightGradients.get(l);
        if (known == null) {
            Values a = layers.into(l);
            Rewrite rewrite = recipe.gradient.get(l);
            Values delta = delta(l).times(recipe.gradientScale, rounding).transposed();
            Values gradient = delta.times(rewrite == Rewrite.NONE ? some(columnsOf(l), a) : a, rounding);
            known = some(columnsOf(l), rewrite.apply(gradient, rounding));
            weightGradients.set(l, known);
        }
        return known;
    }

    /** dE/db: the sum of the rows of delta. Without decay. */
    Values biasGradient(int l) {
        if (recipe.biasGradientIsZero[l]) {
            return bias(l).times(0, rounding);
        }
        Values delta = delta(l).times(recipe.gradientScale, rounding);
        int row = recipe.biasRow[l];
        return row < 0 ? delta.sumOfRows(rounding) : delta.row(row).times(recipe.biasRowScale, rounding);
    }

    private Values weightsAfter(int l) {
        return shrunk(weights(l), steppedWithoutShrinking(l, decayed(weightGradient(l), weights(l), true)), true);
    }

    Values steppedWithoutDecay(int l) {
        return steppedWithoutShrinking(l, weightGradient(l));
    }

    private Values steppedWithoutShrinking(int l, Values gradient) {
        return stepped(weights(l), gradient, recipe.weightSign);
    }

    private Values biasAfter(int l) {
        Values bias = bias(l);
        if (!recipe.biasTrained[l]) {
            return bias;
        }
        Values gradient = decayed(biasGradient(l), bias, false);
        return shrunk(bias, stepped(bias, gradient, recipe.biasSign), recipe.decay != Decay.WEIGHTS);
    }

    /** w - rate dE/dw. */
    private Values stepped(Values parameters, Values gradient, double sign) {
        Values stepped = parameters.minus(sign * power(recipe.rateExponent), gradient, rounding);
        return step.rate() == null ? fitted(stepped) : stepped;
    }

    /** The gradient with the decay of what it belongs to. */
    private Values decayed(Values gradient, Values parameters, boolean ofWeights) {
        boolean applies =
                recipe.decay == Decay.IN_GRADIENT_WITH_BIASES || (recipe.decay == Decay.IN_GRADIENT && ofWeights);
        return applies ? fitted(gradient.minus(-coefficients.decay(), parameters, rounding)) : gradient;
    }

    /** A coefficient that was fitted to the numbers is off by their rounding. */
    private Values fitted(Values values) {
        double largest = Differences.magnitude(values.value());
        double[] errors = Arrays.stream(values.error())
                .map(error -> error + rounding.unit() * largest)
                .toArray();
        return new Values(values.rows(), values.columns(), values.value(), errors);
    }

    private Values shrunk(Values from, Values stepped, boolean applies) {
        return switch (recipe.decay) {
            case NONE, IN_GRADIENT, IN_GRADIENT_WITH_BIASES -> stepped;
            case WEIGHTS, WEIGHTS_AND_BIASES ->
                applies ? fitted(stepped.minus(coefficients.decay(), from, rounding)) : stepped;
            case AFTER_THE_STEP -> fitted(stepped.minus(coefficients.decay(), stepped, rounding));
        };
    }

    /** dE/dz of a layer, (batch, out), not reduced over the batch. */
    private Values delta(int l) {
        Values known = deltas.get(l);
        if (known == null) {
            new WayBack(step, recipe, rounding, layers).run(targets(), deltas, this::weightsSentBackThrough);
            known = Objects.requireNonNull(deltas.get(l));
        }
        return known;
    }

    private Values weightsSentBackThrough(int l) {
        Values weights = step.weights().get(l);
        if (recipe.backThroughUpdatedWeights) {
            Values given = step.given().get(new Quantity(Kind.WEIGHT_AFTER, l));
            boolean computable = step.rate() != null && recipe.decay == Decay.NONE;
            weights = computable ? weightsAfter(l) : given != null ? given : weights.times(Double.NaN, rounding);
        }
        return recipe.back.get(l).apply(weights, rounding);
    }
}
