package org.dl4jsuite.compare.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.Precision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CeilingsTest {
    /** Takes a second to make. */
    private static final CeilingLoops BEST = Ceilings.best();

    static Stream<CeilingLoops> loops() {
        return Stream.of(BEST, new PlainCeilingLoops());
    }

    @Test
    void vectorsAreUsedWhereTheModuleIs() {
        assertThat(BEST.name()).startsWith("vector");
    }

    @ParameterizedTest
    @MethodSource("loops")
    void multiplyAddDoesAllThatItSays(CeilingLoops loops) {
        int numbers = loops.flopsPerRound() / 2;
        float[] starts = new float[3 * numbers];
        for (int i = 0; i < numbers; i++) {
            starts[i] = i;
        }
        Arrays.fill(starts, numbers, 3 * numbers, 0.5f);
        loops.multiplyAdd(starts, 3);
        for (int i = 0; i < numbers; i++) {
            // three rounds of x = x / 2 + 1 / 2, exact in float
            assertThat(starts[i]).isEqualTo(1 + (i - 1) / 8f);
        }
    }

    @ParameterizedTest
    @MethodSource("loops")
    void everyNumberIsReadAndWritten(CeilingLoops loops) {
        int length = 2 * loops.floatsPerStep();
        float[] numbers = new float[length + 5];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        loops.add(numbers, 3, length, 0.5f);
        float expected = 0;
        for (int i = 0; i < numbers.length; i++) {
            boolean inside = i >= 3 && i < 3 + length;
            assertThat(numbers[i]).isEqualTo(inside ? i + 0.5f : i);
            expected += inside ? i + 0.5f : 0;
        }
        assertThat(loops.sum(numbers, 3, length)).isEqualTo(expected); // small halves: exact in any order
    }

    @ParameterizedTest
    @MethodSource("loops")
    void aMachineCanDoSomething(CeilingLoops loops) {
        Ceilings ceilings = Ceilings.measure(loops, 1);
        assertThat(ceilings.multiplyAddGflops()).isPositive().isFinite();
        assertThat(ceilings.readGigabytesPerSecond()).isPositive().isFinite();
        assertThat(ceilings.updateGigabytesPerSecond()).isPositive().isFinite();
        assertThat(ceilings.arrayBytes()).isBetween(600_000, 627_200);
    }

    @Test
    @Tag("long")
    void vectorsDoNoLess() {
        Ceilings vector = Ceilings.measure(BEST, 40);
        Ceilings plain = Ceilings.measure(new PlainCeilingLoops(), 40);
        assertThat(vector.multiplyAddGflops()).isGreaterThan(plain.multiplyAddGflops());
        assertThat(vector.readGigabytesPerSecond()).isGreaterThan(plain.readGigabytesPerSecond());
    }

    @Test
    void sharesOfTheCeilings() {
        Ceilings ceilings = new Ceilings("plain", 100, 50, 80, 627_200);
        assertThat(ceilings.gflops(Precision.DOUBLE)).isEqualTo(50);
        // 5,000 bytes at 50 GB/s are 0.1 us, 16,000 bytes at 80 GB/s are 0.2 us
        assertThat(ceilings.microsToMove(new Work(0, 5000, 16_000))).isCloseTo(0.3, within(1e-12));
        SpeedRow row = SpeedRow.of(
                "scratch",
                Operation.TRAIN,
                new Grid.Size(1, 200),
                Precision.FLOAT,
                "plain loops",
                1,
                new SpeedRow.Spread(1.5, 1.4, 1.6, 3),
                new Work(30_000, 5000, 16_000),
                ceilings);
        assertThat(row.gflops()).isCloseTo(20, within(1e-12));
        assertThat(row.gigabytesPerSecond()).isCloseTo(14, within(1e-12));
        assertThat(row.shareOfMultiplyAdd()).isCloseTo(0.2, within(1e-12));
        assertThat(row.shareOfBandwidth()).isCloseTo(0.2, within(1e-12));
    }
}
