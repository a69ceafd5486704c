package org.dl4jsuite.scratch.fast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloatExpTest {
    @Test
    void isWithinItsErrorBound() {
        double worst = 0;
        for (int i = -1_000_000; i <= 1_000_000; i++) {
            float x = FloatExp.LIMIT * (i / 1e6f);
            double exact = Math.exp(x);
            worst = Math.max(worst, Math.abs(FloatExp.of(x) - exact) / exact);
        }
        assertThat(worst).isLessThan(FloatExp.RELATIVE_ERROR);
    }

    @Test
    void isExactAtZeroAndStaysAtItsLimits() {
        assertThat(FloatExp.of(0)).isEqualTo(1);
        assertThat(FloatExp.of(1e30f)).isEqualTo(FloatExp.of(FloatExp.LIMIT));
        assertThat(FloatExp.of(Float.NEGATIVE_INFINITY)).isEqualTo(FloatExp.of(-FloatExp.LIMIT));
        assertThat(FloatExp.of(Float.NaN)).isNaN();
    }
}
