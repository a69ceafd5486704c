package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.Matrix;

/** The way forward under a recipe, layer by layer; recipes that begin alike share what they have in common. */
final class ForwardPass {
    private static final int ROUNDINGS_OF_A_FUNCTION = 10;

    private final Step step;
    private final Rounding rounding;
    /** Weighted sums by all that they depend on. */
    private final Map<List<Object>, Values> known = new HashMap<>();

    ForwardPass(Step step, Rounding rounding) {
        this.step = step;
        this.rounding = rounding;
    }

    /** z and a of each layer. */
    record Layers(Values inputs, List<Values> weightedSums, List<Values> activations) {
        /** What goes into a layer. */
        Values into(int layer) {
            return layer == 0 ? inputs : activations.get(layer - 1);
        }
    }

    Layers run(Recipe recipe) {
        Values inputs = recipe.inputs.apply(step.inputs(), rounding);
        List<Values> weightedSums = new ArrayList<>();
        List<Values> activations = new ArrayList<>();
        List<Object> dependsOn = new ArrayList<>(List.of(recipe.inputs));
        Values a = inputs;
        for (int l = 0; l < step.depth(); l++) {
            dependsOn.add(recipe.forward.get(l));
            dependsOn.add(recipe.biasForward[l]);
            Values z = known.get(dependsOn);
            if (z == null) {
                z = weightedSums(recipe, l, a);
                known.put(List.copyOf(dependsOn), z);
            }
            boolean softmax = l == step.last() && recipe.softmaxOutputs;
            a = activations(softmax ? Activation.SOFTMAX : step.activations().get(l), z);
            weightedSums.add(z);
            activations.add(a);
        }
        return new Layers(inputs, weightedSums, activations);
    }

    /** z = a W^T + b: a is (batch, in), W is (out, in), z is (batch, out). */
    private Values weightedSums(Recipe recipe, int l, Values a) {
        Values z = a.timesTransposed(recipe.forward.get(l).apply(step.weights().get(l), rounding), rounding);
        return recipe.biasForward[l] && step.hasBias(l)
                ? z.plusRow(step.biases().get(l), rounding)
                : z;
    }

    private Values activations(Activation activation, Values z) {
        if (activation == Activation.SOFTMAX) {
            return softmax(z);
        }
        if (activation == Activation.RELU) { // near its kink either side may be right
            Values a = z.map(activation::of, v -> 0, 0, rounding);
            for (int i = 0; i < a.error().length; i++) {
                a.error()[i] = z.value()[i] > -z.error()[i] ? z.error()[i] : 0;
            }
            return a;
        }
        return z.map(activation::of, v -> activation.slope(activation.of(v)), ROUNDINGS_OF_A_FUNCTION, rounding);
    }

    /** da_k = a_k (dz_k - sum a_m dz_m), and z less the largest of them is rounded. */
    private Values softmax(Values z) {
        int columns = z.columns();
        double[] a = Activation.SOFTMAX.of(matrix(z)).values();
        double[] errors = new double[a.length];
        for (int row = 0; row < z.rows(); row++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < columns; k++) {
                largest = Math.max(largest, z.value()[row * columns + k]);
            }
            double mean = 0;
            for (int k = 0; k < columns; k++) {
                mean += a[row * columns + k] * exponentError(z, row * columns + k, largest);
            }
            for (int k = 0; k < columns; k++) {
                int at = row * columns + k;
                errors[at] = a[at]
                        * (exponentError(z, at, largest)
                                + mean
                                + (ROUNDINGS_OF_A_FUNCTION + columns) * rounding.unit());
            }
        }
        return new Values(z.rows(), columns, a, errors);
    }

    private double exponentError(Values z, int at, double largest) {
        return z.error()[at] + rounding.unit() * (largest - z.value()[at]);
    }

    private static Matrix matrix(Values values) {
        Matrix matrix = new Matrix(values.rows(), values.columns());
        System.arraycopy(values.value(), 0, matrix.values(), 0, values.value().length);
        return matrix;
    }
}
