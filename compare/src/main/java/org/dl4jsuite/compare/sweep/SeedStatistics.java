package org.dl4jsuite.compare.sweep;

import java.util.Collection;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A figure over several seeds.
 *
 * @param seeds how many
 * @param mean over them
 * @param standardDeviation of one seed's figure, with the divisor seeds - 1; NaN for a single seed
 * @param halfWidth the true mean lies within the mean plus or minus this with 95 % confidence, by Student's t
 *     distribution with seeds - 1 degrees of freedom; NaN for a single seed
 */
public record SeedStatistics(int seeds, double mean, double standardDeviation, double halfWidth) {
    private static final double CONFIDENCE = 0.95;

    /** Of one figure a seed. */
    public static SeedStatistics of(Collection<Double> figures) {
        double[] values = figures.stream().mapToDouble(Double::doubleValue).toArray();
        double mean = Mean.of(values).getAsDouble();
        if (values.length < 2) {
            return new SeedStatistics(values.length, mean, Double.NaN, Double.NaN);
        }
        double deviation = StandardDeviation.of(values).getAsDouble();
        double quantile = TDistribution.of(values.length - 1.0).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
        return new SeedStatistics(values.length, mean, deviation, quantile * deviation / Math.sqrt(values.length));
    }

    /** The lower end of the confidence interval. */
    public double low() {
        return mean - halfWidth;
    }

    /** The upper end of the confidence interval. */
    public double high() {
        return mean + halfWidth;
    }
}
