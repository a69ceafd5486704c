package org.dl4jsuite.compare.diagnose;

/** The loss of a batch under a recipe. */
record LossFormula(Recipe recipe, Rounding rounding) {

    /** A single number; both matrices are (batch, out). */
    Values of(Values outputs, Values targets) {
        double sum = 0;
        double terms = 0;
        double error = 0;
        for (int i = 0; i < outputs.value().length; i++) {
            double o = outputs.value()[i];
            double t = targets.value()[i];
            double term = term(t, o);
            double slopeOfTarget = Math.abs(term(t + 0.5, o) - term(t - 0.5, o));
            sum += term;
            terms += Math.abs(term);
            error += Math.abs(slope(t, o)) * outputs.error()[i] + slopeOfTarget * targets.error()[i] + roundings(t, o);
        }
        double scale = recipe.lossScale;
        double[] total = {scale * sum};
        double[] totalError = {
            Math.abs(scale) * (error + (rounding.ofSum(outputs.value().length) + 3 * rounding.unit()) * terms)
        };
        return new Values(1, 1, total, totalError);
    }

    private double term(double t, double o) {
        return switch (recipe.lossForm) {
            case SQUARED -> (t - o) * (t - o);
            case CROSS_ENTROPY -> -timesLog(t, o);
            case BINARY_CROSS_ENTROPY -> -timesLog(t, o) - timesLog(1 - t, 1 - o);
        };
    }

    /** By o. */
    private double slope(double t, double o) {
        return switch (recipe.lossForm) {
            case SQUARED -> 2 * (t - o);
            case CROSS_ENTROPY -> t == 0 ? 0 : t / o;
            case BINARY_CROSS_ENTROPY -> Math.abs(t == 0 ? 0 : t / o) + Math.abs(t == 1 ? 0 : (1 - t) / (1 - o));
        };
    }

    /** Of the difference, or of what the logarithms are taken of. */
    private double roundings(double t, double o) {
        double difference = Math.abs(t - o);
        return rounding.unit()
                * (recipe.lossForm == Recipe.LossForm.SQUARED
                        ? 2 * difference * (Math.abs(t) + Math.abs(o))
                        : Math.abs(t) + Math.abs(1 - t));
    }

    private static double timesLog(double t, double o) {
        return t == 0 ? 0 : t * Math.log(o);
    }
}
