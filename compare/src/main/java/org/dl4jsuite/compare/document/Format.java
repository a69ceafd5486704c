package org.dl4jsuite.compare.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes numbers for pages and tables: the same everywhere, in every locale. */
public final class Format {
    /** Keeps a number and its unit on one line. */
    private static final String NO_BREAK_SPACE = "\u00a0";

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final double MAX_PLAIN_SHARE = 10;

    private Format() {}

    /** Returns a whole number with its thousands apart: 60,000. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns two digits and the power of ten: 8.0e-15; an exact 0 stays 0. */
    public static String difference(double number) {
        if (number == 0) {
            return "0";
        }
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        // Java writes at least two digits of the exponent: 1.0e-07
        return String.format(Locale.ROOT, "%.1e", number).replaceFirst("e([+-])0", "e$1");
    }

    /** Returns units in the last place: whole ones as far as they can be read. */
    public static String ulps(double number) {
        return number < 10_000 ? fixed(number, 0) : difference(number);
    }

    /** Returns a share of 1 with two decimals: 96.34 %. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "NaN" : fixed(100 * share, 2) + NO_BREAK_SPACE + "%";
    }

    /** Returns how much of a tolerance is used: 12 %, or 3.1e+9 times if it is far too much. */
    public static String shareOfTolerance(double share) {
        if (!Double.isFinite(share)) {
            return "beyond any";
        }
        return share < MAX_PLAIN_SHARE
                ? significant(100 * share) + NO_BREAK_SPACE + "%"
                : difference(share) + NO_BREAK_SPACE + "times";
    }

    /** Returns three significant digits: 9.02, 73.4, 1,150. */
    public static String significant(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(THREE_DIGITS);
        // a number that is exact with fewer digits, 5 or 0.5, gets its zeros
        int decimals = Math.max(0, rounded.scale() + THREE_DIGITS.getPrecision() - rounded.precision());
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    /** Returns at most four significant digits, 0.4964 or 61, or a power of ten if that is shorter. */
    public static String brief(double number) {
        double size = Math.abs(number);
        return size >= 0.001 && size < 100_000
                ? new BigDecimal(number).round(FOUR_DIGITS).stripTrailingZeros().toPlainString()
                : difference(number);
    }

    /** Returns all digits that tell a number from its neighbours, 0.30250000000000005; a whole number has no point. */
    public static String exact(double number) {
        String digits = Double.toString(number).replace('E', 'e');
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }

    /** Returns a number with so many decimals. */
    public static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** Returns a factor: 12.9×. */
    public static String ratio(double factor) {
        return significant(factor) + "×";
    }

    /** Returns a loss with four decimals, or as a power of ten if these would hide it. */
    public static String loss(double loss) {
        return Math.abs(loss) >= 0.001 ? fixed(loss, 4) : difference(loss);
    }

    /** Returns a tensor's shape: 200 × 784. */
    public static String shape(List<Integer> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(NO_BREAK_SPACE + "×" + NO_BREAK_SPACE));
    }

    /** Returns a noun after its number: 1 tensor, 2 tensors. */
    public static String counted(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
