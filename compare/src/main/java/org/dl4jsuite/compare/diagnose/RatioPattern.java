package org.dl4jsuite.compare.diagnose;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** The pattern of the differences in one quantity, in words: what a reader looks at when no cause is known. */
final class RatioPattern {
    /** Ratios count as one if they are this near. */
    private static final double SAME = 1e-9;

    private RatioPattern() {}

    static String of(String name, Values yours, Values ours, Rounding rounding) {
        int size = yours.value().length;
        int[] different = IntStream.range(0, size)
                .filter(i ->
                        !Agreement.of(one(yours, i), one(ours, i), rounding).agrees())
                .toArray();
        int notFinite = (int)
                Arrays.stream(yours.value()).filter(v -> !Double.isFinite(v)).count();
        if (notFinite > 0) {
            return name + " has " + notFinite + " of " + size + " values that are not finite";
        }
        String where = different.length == size ? "all " + size : different.length + " of " + size;
        String values = name + ": " + where + " values differ";
        double[] ratios = Arrays.stream(different)
                .mapToDouble(i -> yours.value()[i] / ours.value()[i])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (ratios.length == 0) {
            return values;
        }
        double smallest = ratios[0];
        double largest = ratios[ratios.length - 1];
        if (largest - smallest <= SAME * Math.abs(largest)) {
            return String.format(Locale.ROOT, "%s, yours is %.12g times ours", values, ratios[ratios.length / 2]);
        }
        return String.format(
                Locale.ROOT,
                "%s, yours is %.3g to %.3g times ours (median %.3g)%s",
                values,
                smallest,
                largest,
                ratios[ratios.length / 2],
                rowsOnly(different, yours));
    }

    private static Values one(Values values, int i) {
        return new Values(1, 1, new double[] {values.value()[i]}, new double[] {values.error()[i]});
    }

    /** Whether all differences lie in one row or column. */
    private static String rowsOnly(int[] different, Values values) {
        int columns = values.columns();
        int[] rows = Arrays.stream(different).map(i -> i / columns).distinct().toArray();
        int[] others = Arrays.stream(different).map(i -> i % columns).distinct().toArray();
        if (rows.length == 1 && values.rows() > 1) {
            return ", all in row " + rows[0];
        }
        return others.length == 1 && columns > 1 ? ", all in column " + others[0] : "";
    }
}
