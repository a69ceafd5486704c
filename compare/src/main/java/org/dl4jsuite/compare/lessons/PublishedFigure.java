package org.dl4jsuite.compare.lessons;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a source prints, and how closely it is to be met.
 *
 * @param name {@code errors} (the log, at {@code iterations}), {@code outputs} (at the end),
 *     {@code finalError} (after the last step), or the name of one of the
 *     lesson's own figures
 * @param iterations for {@code errors}: the iterations at which the source prints them
 * @param printed the figures as printed
 * @param decimals decimals to which they are printed and must be met, after rounding; null if they must be met exactly, as
 *     the same IEEE doubles
 * @param low for a claim that holds in bands, or a figure printed with fewer digits than it is to be held to: the smallest
 *     values allowed; {@code printed} may then be empty
 * @param high the largest values allowed
 * @param erratum if the source's own code or data does not give what it prints: why. The figure is then shown, and must
 *     <em>not</em> be met
 */
public record PublishedFigure(
        String name,
        @Nullable List<Integer> iterations,
        @Nullable List<Double> printed,
        @Nullable Integer decimals,
        @Nullable List<Double> low,
        @Nullable List<Double> high,
        @Nullable String erratum) {}
