package org.dl4jsuite.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams of numpy 1.24, recorded in {@code numpy-random-state.json}. */
class NumpyRandomStateTest {
    private static final JsonNode NUMPY = read();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 12345, 4294967295L})
    void randomSampleIsNumpysToTheBit(long seed) {
        JsonNode expected = NUMPY.at("/seeds/" + seed);
        double[] actual = new NumpyRandomState(seed).randomSample(2000);
        for (int i = 0; i < 10; i++) {
            assertThat(actual[i])
                    .isEqualTo(expected.at("/random_sample_first10/" + i).doubleValue());
        }
        assertThat(actual[999]).isEqualTo(expected.at("/random_sample_1000th").doubleValue());
        assertThat(actual[1999]).isEqualTo(expected.at("/random_sample_2000th").doubleValue());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 12345, 4294967295L})
    void normalIsNumpysToOneUlp(long seed) {
        JsonNode expected = NUMPY.at("/seeds/" + seed);
        NumpyRandomState random = new NumpyRandomState(seed);
        double[] actual = new double[2001];
        for (int i = 0; i < actual.length; i++) {
            actual[i] = random.normal(0, 1);
        }
        for (int i = 0; i < 10; i++) {
            assertWithinOneUlp(actual[i], expected.at("/normal_first10/" + i).doubleValue());
        }
        assertWithinOneUlp(actual[999], expected.at("/normal_1000th").doubleValue());
        assertWithinOneUlp(actual[2000], expected.at("/normal_2001st").doubleValue());
    }

    @Test
    void theSecondValueOfANormalPairIsKeptAcrossOtherDraws() {
        NumpyRandomState random = new NumpyRandomState(7);
        List<Double> actual = List.of(
                random.randomSample(),
                random.normal(0, 1),
                random.randomSample(),
                random.normal(0, 1),
                random.normal(2, 0.5),
                random.randomSample());
        JsonNode expected =
                NUMPY.at("/seed7_alternating_random_sample_normal_random_sample_normal_normal(2,0.5)_random_sample");
        assertThat(expected).hasSize(actual.size());
        for (int i = 0; i < actual.size(); i++) {
            assertWithinOneUlp(actual.get(i), expected.get(i).doubleValue());
        }
    }

    /**
     * Where a C library may round the logarithm to either of two doubles and the two results are two units in the last place
     * apart, the one between them is at most one unit from numpy's, whichever that is.
     */
    @Test
    void betweenTwoResultsThatNumpyMayHaveLiesTheOneDrawn() {
        NumpyRandomState samples = new NumpyRandomState(1);
        NumpyRandomState normals = new NumpyRandomState(1);
        int between = 0;
        for (int pair = 0; pair < 20_000; pair++) {
            double x;
            double y;
            double squared;
            do {
                x = 2 * samples.randomSample() - 1;
                y = 2 * samples.randomSample() - 1;
                squared = x * x + y * y;
            } while (squared >= 1);
            PreciseLogarithm logarithm = PreciseLogarithm.of(squared);
            double one = Math.sqrt(-2 * logarithm.high() / squared);
            double other = Math.sqrt(-2 * logarithm.alternative() / squared);
            for (double share : new double[] {y, x}) {
                double high = one * share;
                double low = other * share;
                boolean twoApart =
                        Math.nextAfter(Math.nextAfter(low, high), high) == high && Math.nextAfter(low, high) != high;
                double drawn = normals.normal(0, 1);
                assertThat(drawn).isEqualTo(twoApart ? Math.nextAfter(low, high) : high);
                between += twoApart ? 1 : 0;
            }
        }
        assertThat(between).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L})
    void aSeedOutsideNumpysRangeIsRefused(long seed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumpyRandomState(seed))
                .withMessageContaining(Long.toString(seed));
    }

    private static void assertWithinOneUlp(double actual, double expected) {
        assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(Math.ulp(expected));
    }

    private static JsonNode read() {
        try (InputStream stream = NumpyRandomStateTest.class.getResourceAsStream("numpy-random-state.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
