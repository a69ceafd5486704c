package org.dl4jsuite.compare.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The numbers follow other inputs or targets than those of the dump. */
final class DataCauses {
    /** a v + b, as people scale inputs. */
    private enum InputScaling {
        DIVIDED_BY_255("x / 255", 1 / 255.0, x -> x / 255),
        TIMES_255("x * 255", 255, x -> x * 255),
        DIVIDED_BY_256("x / 256", 1 / 256.0, x -> x / 256),
        TIMES_256("x * 256", 256, x -> x * 256),
        WITHOUT_OFFSET("(x - 0.01) / 0.99", 1 / 0.99, x -> (x - 0.01) / 0.99),
        WITH_OFFSET("x * 0.99 + 0.01", 0.99, x -> x * 0.99 + 0.01),
        OF_PIXELS("x / 255 * 0.99 + 0.01", 0.99 / 255, x -> x / 255 * 0.99 + 0.01),
        TO_PIXELS("(x - 0.01) / 0.99 * 255", 255 / 0.99, x -> (x - 0.01) / 0.99 * 255),
        BY_255_FOR_256("x * 255 / 256", 255 / 256.0, x -> x * 255 / 256),
        BY_256_FOR_255("x * 256 / 255", 256 / 255.0, x -> x * 256 / 255),
        DIVIDED_BY_100("x / 100", 0.01, x -> x / 100),
        TIMES_100("x * 100", 100, x -> x * 100),
        TO_PLUS_MINUS_1("2 x - 1", 2, x -> 2 * x - 1),
        FROM_PLUS_MINUS_1("(x + 1) / 2", 0.5, x -> (x + 1) / 2),
        OF_PIXELS_TO_PLUS_MINUS_1("x / 127.5 - 1", 1 / 127.5, x -> x / 127.5 - 1),
        INVERTED("1 - x", -1, x -> 1 - x);

        private final String formula;
        private final double slope;
        private final DoubleUnaryOperator function;

        InputScaling(String formula, double slope, DoubleUnaryOperator function) {
            this.formula = formula;
            this.slope = slope;
            this.function = function;
        }
    }

    private enum TargetScaling {
        TO_0_AND_1("0 and 1 in place of 0.01 and 0.99", 1 / 0.98, t -> (t - 0.01) / 0.98),
        FROM_0_AND_1("0.01 and 0.99 in place of 0 and 1", 0.98, t -> t * 0.98 + 0.01),
        TO_PLUS_MINUS_1("-1 and 1 in place of 0 and 1", 2, t -> 2 * t - 1),
        FROM_PLUS_MINUS_1("0 and 1 in place of -1 and 1", 0.5, t -> (t + 1) / 2),
        TO_0_POINT_1("0.1 and 0.9 in place of 0 and 1", 0.8, t -> t * 0.8 + 0.1),
        FROM_0_POINT_1("0 and 1 in place of 0.1 and 0.9", 1 / 0.8, t -> (t - 0.1) / 0.8),
        WITHOUT_OFFSET("(t - 0.01) / 0.99 in place of t", 1 / 0.99, t -> (t - 0.01) / 0.99),
        WITH_OFFSET("t * 0.99 + 0.01 in place of t", 0.99, t -> t * 0.99 + 0.01),
        ROUNDED("t rounded to 0 and 1 in place of t", 0, t -> t >= 0.5 ? 1 : 0),
        DIVIDED_BY_255("t / 255 in place of t", 1 / 255.0, t -> t / 255),
        TIMES_255("t * 255 in place of t", 255, t -> t * 255),
        DIVIDED_BY_256("t / 256 in place of t", 1 / 256.0, t -> t / 256),
        TIMES_256("t * 256 in place of t", 256, t -> t * 256);

        private final String what;
        private final double slope;
        private final DoubleUnaryOperator function;

        TargetScaling(String what, double slope, DoubleUnaryOperator function) {
            this.what = what;
            this.slope = slope;
            this.function = function;
        }
    }

    private DataCauses() {}

    static List<Cause> of(Step step) {
        List<Cause> causes = new ArrayList<>();
        for (InputScaling scaling : InputScaling.values()) {
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
        for (TargetScaling scaling : TargetScaling.values()) {
            Rewrite rewrite = Rewrite.map(scaling.function, scaling.slope);
            causes.add(new Cause(
                    "targets-scaled",
                    "The targets were " + scaling.what + "; use the same on both sides.",
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
