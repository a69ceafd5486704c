package org.dl4jsuite.compare.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/**
 * Calculates what a worksheet prints in its column "how", in decimal numbers of 50 digits: + − · / ( ) ½ ² exp, the names of
 * values, and a blank for a product.
 */
final class BigExpression {
    static final MathContext DIGITS = new MathContext(50);
    private static final int HALVINGS = 20;

    private final String text;
    private final Map<String, BigDecimal> values;
    private int at;

    private BigExpression(String text, Map<String, BigDecimal> values) {
        this.text = text;
        this.values = values;
    }

    static BigDecimal of(String text, Map<String, BigDecimal> values) {
        BigExpression expression = new BigExpression(text, values);
        BigDecimal value = expression.sum();
        if (expression.at != text.length()) {
            throw new IllegalArgumentException("Cannot read \"" + text + "\" from " + expression.at);
        }
        return value;
    }

    private BigDecimal sum() {
        BigDecimal sum = product();
        while (true) {
            if (takes(" + ")) {
                sum = sum.add(product(), DIGITS);
            } else if (takes(" − ")) {
                sum = sum.subtract(product(), DIGITS);
            } else {
                return sum;
            }
        }
    }

    private BigDecimal product() {
        BigDecimal product = square();
        while (true) {
            if (takes(" · ")) {
                product = product.multiply(square(), DIGITS);
            } else if (takes(" / ")) {
                product = product.divide(square(), DIGITS);
            } else if (text.startsWith(" (", at)) {
                at++;
                product = product.multiply(square(), DIGITS);
            } else {
                return product;
            }
        }
    }

    private BigDecimal square() {
        BigDecimal base = base();
        return takes("²") ? base.multiply(base, DIGITS) : base;
    }

    private BigDecimal base() {
        if (takes("−")) {
            return base().negate();
        } else if (takes("½")) {
            return new BigDecimal("0.5");
        } else if (takes("exp(")) {
            BigDecimal exp = exp(sum());
            require(")");
            return exp;
        } else if (takes("(")) {
            BigDecimal sum = sum();
            require(")");
            return sum;
        } else if (takes("1")) {
            return BigDecimal.ONE;
        }
        String name = values.keySet().stream()
                .filter(known -> text.startsWith(known, at))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new IllegalArgumentException("Unknown value in \"" + text + "\" at " + at));
        at += name.length();
        return Objects.requireNonNull(values.get(name));
    }

    /** The series of e^y for the small y = x / 2^20, squared 20 times. */
    static BigDecimal exp(BigDecimal x) {
        MathContext more = new MathContext(DIGITS.getPrecision() + 20);
        BigDecimal y = x.divide(BigDecimal.valueOf(1 << HALVINGS), more);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n <= 12; n++) {
            term = term.multiply(y, more).divide(BigDecimal.valueOf(n), more);
            sum = sum.add(term, more);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, more);
        }
        return sum.round(DIGITS);
    }

    private boolean takes(String token) {
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private void require(String token) {
        if (!takes(token)) {
            throw new IllegalArgumentException("\"" + token + "\" is missing in \"" + text + "\" at " + at);
        }
    }
}
