package org.dl4jsuite.compare.sweep;

import java.util.Collection;
import java.util.Locale;
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

    /** Of one figure per seed. */
    public static SeedStatistics of(Collection<Double> figures) {
        double[] values = figures.stream().mapToDouble(Double::doubleValue).toArray();
        double mean = Mean.of(values).getAsDouble();
        if (values.length < 2) {
            return new SeedStatistics(values.length, mean, Double.NaN, Double.NaN);
        }
        double deviation = StandardDeviation.of(values).getAsDouble();
        double standardError = deviation / Math.sqrt(values.length);
        return new SeedStatistics(values.length, mean, deviation, halfWidth(standardError, values.length - 1.0));
    }

    /** Half of the 95 % confidence interval of what has a standard error and follows Student's t distribution. */
    private static double halfWidth(double standardError, double degreesOfFreedom) {
        return standardError * TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
    }

    /**
     * Half of the 95 % confidence interval of this mean minus another: Welch's, or, if the other is a single figure, that
     * of one more seed. NaN for a single seed here.
     */
    double halfWidthOfDifference(SeedStatistics other) {
        if (seeds < 2) {
            return Double.NaN;
        }
        if (other.seeds < 2) {
            return halfWidth(standardDeviation * Math.sqrt(1 + 1.0 / seeds), seeds - 1.0);
        }
        double here = standardDeviation * standardDeviation / seeds;
        double there = other.standardDeviation * other.standardDeviation / other.seeds;
        double degreesOfFreedom =
                (here + there) * (here + there) / (here * here / (seeds - 1) + there * there / (other.seeds - 1));
        return halfWidth(Math.sqrt(here + there), degreesOfFreedom);
    }

    /** The lower end of the confidence interval. */
    public double low() {
        return mean - halfWidth;
    }

    /** The upper end of the confidence interval. */
    public double high() {
        return mean + halfWidth;
    }

    /** For example {@code 97.35 ± 0.09}: the mean and half of the confidence interval in percent. */
    public String percent() {
        String percent = String.format(Locale.ROOT, "%.2f", 100 * mean);
        return seeds < 2 ? percent : percent + String.format(Locale.ROOT, " ± %.2f", 100 * halfWidth);
    }
}
