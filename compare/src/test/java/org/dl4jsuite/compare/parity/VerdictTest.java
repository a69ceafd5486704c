package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void theOddOneOutIsTheOneWithWhomNobodyAgrees() {
        assertThat(Verdict.of(true, true, true)).isEqualTo(Verdict.AGREE);
        assertThat(Verdict.of(false, false, true)).isEqualTo(Verdict.SCRATCH);
        assertThat(Verdict.of(false, true, false)).isEqualTo(Verdict.DL4J);
        assertThat(Verdict.of(true, false, false)).isEqualTo(Verdict.NUMERIC);
        assertThat(Verdict.of(true, true, false)).isEqualTo(Verdict.NUMERIC);
        assertThat(Verdict.of(false, true, true)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Verdict.of(false, false, false)).isEqualTo(Verdict.UNDECIDED);
    }
}
