package org.dl4jsuite.compare.lessons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A published figure beside what the two sides give.
 *
 * @param name see {@link PublishedFigure#name()}
 * @param printed by the source; empty if it only claims a band
 * @param scratch from scratch
 * @param dl4j DL4J
 * @param rule how closely it is to be met: {@code exact}, {@code 12 decimals}, {@code band}, {@code erratum}
 * @param erratum why the source's own figure is wrong, or null
 * @param met whether both sides do; of an erratum, whether neither does
 */
public record FigureCheck(
        String name,
        List<Double> printed,
        double[] scratch,
        double[] dl4j,
        String rule,
        @Nullable String erratum,
        boolean met) {
    /** DL4J adds up in an order of its own, so a sum of a few terms may end in other bits. */
    private static final int ULPS_OF_DL4J = 2;

    static FigureCheck of(PublishedFigure figure, double[] scratch, double[] dl4j) {
        List<Double> printed = Objects.requireNonNullElse(figure.printed(), List.of());
        if (figure.low() != null && figure.high() != null) {
            boolean met = isWithin(scratch, figure.low(), figure.high()) && isWithin(dl4j, figure.low(), figure.high());
            return new FigureCheck(figure.name(), printed, scratch, dl4j, "band", null, met);
        }
        boolean scratchMeets = meets(scratch, printed, figure.decimals(), 0);
        boolean dl4jMeets = meets(dl4j, printed, figure.decimals(), ULPS_OF_DL4J);
        if (figure.erratum() != null) {
            boolean neither = !scratchMeets && !dl4jMeets;
            return new FigureCheck(figure.name(), printed, scratch, dl4j, "erratum", figure.erratum(), neither);
        }
        String rule = figure.decimals() == null ? "exact, DL4J to 2 ulp" : figure.decimals() + " decimals";
        return new FigureCheck(figure.name(), printed, scratch, dl4j, rule, null, scratchMeets && dl4jMeets);
    }

    private static boolean meets(double[] actual, List<Double> printed, @Nullable Integer decimals, int ulps) {
        return actual.length == printed.size()
                && IntStream.range(0, actual.length)
                        .allMatch(i -> decimals == null
                                ? Math.abs(actual[i] - printed.get(i)) <= ulps * Math.ulp(printed.get(i))
                                : Double.isFinite(actual[i])
                                        && rounded(actual[i], decimals).compareTo(rounded(printed.get(i), decimals))
                                                == 0);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static boolean isWithin(double[] actual, List<Double> low, List<Double> high) {
        return actual.length == low.size()
                && IntStream.range(0, actual.length).allMatch(i -> actual[i] >= low.get(i) && actual[i] <= high.get(i));
    }

    /** Returns one line with all values. */
    public String describe() {
        return name + " (" + rule + "): printed " + printed + ", scratch " + Arrays.toString(scratch) + ", DL4J "
                + Arrays.toString(dl4j) + (met ? ", met" : ", not met");
    }
}
