package org.dl4jsuite.compare.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.junit.jupiter.api.Test;

class SplitChecksumTest {
    @Test
    void bothSidesGetTheSameNumbersAndAnyOtherOrderIsSeen() {
        Split split = Mnist.load().first(1234, 321);
        String ofArrays = SplitChecksum.ofArrays(split);
        assertThat(SplitChecksum.ofIterators(split)).isEqualTo(ofArrays);
        assertThat(SplitChecksum.ofArrays(split.shuffledTraining(1))).isNotEqualTo(ofArrays);
        assertThat(SplitChecksum.ofArrays(split.first(1233, 321))).isNotEqualTo(ofArrays);
    }
}
