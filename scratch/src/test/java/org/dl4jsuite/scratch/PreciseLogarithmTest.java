package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against logarithms of 60 decimals (Python's {@code decimal}); the first three lie close to the middle of two doubles. */
class PreciseLogarithmTest {
    @ParameterizedTest
    @CsvSource({
        "0x1.60c635bced093p-1, -0x1.7d6fa9847ed6fp-2, -0.4917556498773609",
        "0x1.640d6e79678ddp-1, -0x1.73f6e5b59f3e6p-2, 0.4986408259788526",
        "0x1.db74b23b012a5p-1, -0x1.2f4fb0d4c8156p-4, -0.4982157066518062",
        "0x1.d3df5648f3464p-5, -0x1.6e6d88bbe820cp1, -0.20474938347623556",
        "0x1.fffffffffff00p-1, -0x1.0000000000040p-45, -1.21265960236393e-12",
        "0x1.0000000000001p-40, -0x1.bb9d3beb8c86bp4, 0.05139854083267672"
    })
    void isPreciseToAThousandthOfAUlp(double x, double rounded, double restInUlps) {
        PreciseLogarithm logarithm = PreciseLogarithm.of(x);
        assertThat(logarithm.high()).isEqualTo(rounded);
        assertThat(logarithm.low() / Math.ulp(rounded)).isCloseTo(restInUlps, within(0.001));
        // close to the middle of two doubles, it may be the other one
        double towards = Math.signum(restInUlps) * Math.ulp(rounded);
        assertThat(logarithm.alternative()).isEqualTo(Math.abs(restInUlps) > 0.48 ? rounded + towards : rounded);
    }
}
