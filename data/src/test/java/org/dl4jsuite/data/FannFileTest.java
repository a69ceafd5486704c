package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FannFileTest {
    @Test
    void theAndGate() {
        FannFile and = FannFile.and();
        assertThat(and.inputs()).isDeepEqualTo(new double[][] {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}});
        assertThat(and.targets()).isDeepEqualTo(new double[][] {{-1}, {-1}, {-1}, {1}});
    }

    @ParameterizedTest
    @CsvSource({
        "'', examples",
        "0 2 1, examples",
        "-4 2 1, -4",
        "4 x 1, x",
        "9999999 2 1, 9999999",
        "1000000 2 1 1 1 1, 3000000 values",
        "1 2 1 0.5 0.5, example 1",
        "1 2 1 0.5 half 1, half",
        "1 2 1 0.5 0.5 1 7, 7"
    })
    void badFilesAreRefusedWithTheValue(String text, String named) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> FannFile.parse("bad.data", text))
                .withMessageStartingWith("bad.data: ")
                .withMessageContaining(named);
    }
}
