package org.dl4jsuite.compare.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.speed.SpeedRow.Spread;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    @Test
    void quartilesLieBetweenNeighbours() {
        Spread spread = Stopwatch.spread(new double[] {5, 1, 4, 2, 3});
        assertThat(spread.median()).isEqualTo(3);
        // definition 8: the place of the quarter is (n + 1/3) / 4 + 1/3 = 5/3, from 1
        assertThat(spread.p25()).isCloseTo(5.0 / 3, within(1e-12));
        assertThat(spread.p75()).isCloseTo(13.0 / 3, within(1e-12));
        assertThat(spread.repeats()).isEqualTo(5);
    }

    @Test
    void timeIsOfASample() {
        Spread spread = new Stopwatch(1, 3, 5).microsPerSample(call -> spin(2_000_000), 4);
        assertThat(spread.p25()).isBetween(500.0, 500_000.0); // 2 ms for 4 samples, and whatever the machine adds
        assertThat(spread.median()).isBetween(spread.p25(), spread.p75());
    }

    @Test
    void callsAreNumberedWithoutGaps() {
        List<Integer> calls = new ArrayList<>();
        new Stopwatch(1, 2, 1)
                .microsPerSample(
                        call -> {
                            calls.add(call);
                            spin(100_000);
                        },
                        1);
        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i)).isEqualTo(i);
        }
        assertThat(calls).hasSizeGreaterThanOrEqualTo(4); // warm-up, estimate, two repeats
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
