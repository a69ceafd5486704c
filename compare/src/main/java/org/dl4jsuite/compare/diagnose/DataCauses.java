package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The numbers follow other inputs or targets than those of the dump. */
final class DataCauses {
    /** Other numbers in place of v: how that is written, the slope, and the function. */
    private record Scaling(String formula, double slope, DoubleUnaryOperator function) {}

    private static final List<Scaling> INPUTS = List.of(
            new Scaling("x / 255", 1 / 255.0, x -> x / 255),
            new Scaling("x * 255", 255, x -> x * 255),
            new Scaling("x / 256", 1 / 256.0, x -> x / 256),
            new Scaling("x * 256", 256, x -> x * 256),
            new Scaling("(x - 0.01) / 0.99", 1 / 0.99, x -> (x - 0.01) / 0.99),
            new Scaling("x * 0.99 + 0.01", 0.99, x -> x * 0.99 + 0.01),
            new Scaling("x / 255 * 0.99 + 0.01", 0.99 / 255, x -> x / 255 * 0.99 + 0.01),
            new Scaling("(x - 0.01) / 0.99 * 255", 255 / 0.99, x -> (x - 0.01) / 0.99 * 255),
            new Scaling("x * 255 / 256", 255 / 256.0, x -> x * 255 / 256),
            new Scaling("x * 256 / 255", 256 / 255.0, x -> x * 256 / 255),
            new Scaling("x / 100", 0.01, x -> x / 100),
            new Scaling("x * 100", 100, x -> x * 100),
            new Scaling("2 x - 1", 2, x -> 2 * x - 1),
            new Scaling("(x + 1) / 2", 0.5, x -> (x + 1) / 2),
            new Scaling("x / 127.5 - 1", 1 / 127.5, x -> x / 127.5 - 1),
            new Scaling("1 - x", -1, x -> 1 - x));

    private static final List<Scaling> TARGETS = List.of(
            new Scaling("0 and 1 in place of 0.01 and 0.99", 1 / 0.98, t -> (t - 0.01) / 0.98),
            new Scaling("0.01 and 0.99 in place of 0 and 1", 0.98, t -> t * 0.98 + 0.01),
            new Scaling("-1 and 1 in place of 0 and 1", 2, t -> 2 * t - 1),
            new Scaling("0 and 1 in place of -1 and 1", 0.5, t -> (t + 1) / 2),
            new Scaling("0.1 and 0.9 in place of 0 and 1", 0.8, t -> t * 0.8 + 0.1),
            new Scaling("0 and 1 in place of 0.1 and 0.9", 1 / 0.8, t -> (t - 0.1) / 0.8),
            new Scaling("(t - 0.01) / 0.99 in place of t", 1 / 0.99, t -> (t - 0.01) / 0.99),
            new Scaling("t * 0.99 + 0.01 in place of t", 0.99, t -> t * 0.99 + 0.01),
            new Scaling("t rounded to 0 and 1 in place of t", 0, t -> t >= 0.5 ? 1 : 0),
            new Scaling("t / 255 in place of t", 1 / 255.0, t -> t / 255),
            new Scaling("t * 255 in place of t", 255, t -> t * 255),
            new Scaling("t / 256 in place of t", 1 / 256.0, t -> t / 256),
            new Scaling("t * 256 in place of t", 256, t -> t * 256));

    private DataCauses() {}

    static List<Cause> of(Step step) {
        List<Cause> causes = new ArrayList<>();
        for (Scaling scaling : INPUTS) {
            Rewrite rewrite = Rewrite.map(scaling.function, scaling.slope);
            causes.add(new Cause(
                    "inputs-scaled",
                    "The network was fed with " + scaling.formula
                            + " in place of the dump's x; scale the inputs the same way" + " on both sides.",
                    recipe -> recipe.inputs = recipe.inputs.then(rewrite)));
        }
        if (step.targets() == null) {
            return causes;
        }
        for (Scaling scaling : TARGETS) {
            Rewrite rewrite = Rewrite.map(scaling.function, scaling.slope);
            causes.add(new Cause(
                    "targets-scaled",
                    "The targets were " + scaling.formula + "; use the same on both sides.",
                    recipe -> recipe.targets = recipe.targets.then(rewrite)));
        }
        if (step.outputs() > 1) {
            for (int by : new int[] {1, -1}) {
                Rewrite rewrite = Rewrite.rolled(by);
                causes.add(new Cause(
                        "labels-off-by-one",
                        "The targets are those of the label " + (by > 0 ? "above" : "below")
                                + "; count the labels from 0 on both sides.",
                        recipe -> recipe.targets = recipe.targets.then(rewrite)));
            }
        }
        return causes;
    }
}
