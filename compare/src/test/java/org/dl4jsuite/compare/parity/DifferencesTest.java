package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final int ROUNDS = 2000;
    private static final double[] UNUSUAL = {
        0, -0.0, 1, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY
    };

    @Test
    void allDistancesAreSymmetricAndZeroOnlyBetweenEquals() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] a = any(random);
            double[] b = random.nextBoolean() ? any(random) : a.clone();
            double[] tolerance = {random.nextDouble(), 1, 0.5};
            assertThat(Differences.largest(a, b)).isEqualTo(Differences.largest(b, a));
            assertThat(Differences.largestInUlps(a, b)).isEqualTo(Differences.largestInUlps(b, a));
            assertThat(Differences.worst(a, b)).isEqualTo(Differences.worst(b, a));
            assertThat(Differences.worst(a, b, tolerance)).isEqualTo(Differences.worst(b, a, tolerance));
            assertThat(Differences.largestShare(a, b, tolerance)).isEqualTo(Differences.largestShare(b, a, tolerance));
            boolean same = true;
            for (int i = 0; i < a.length; i++) {
                same &= a[i] == b[i] && Double.isFinite(a[i]);
            }
            assertThat(Differences.largest(a, b) == 0).isEqualTo(same);
            assertThat(Differences.largestInUlps(a, b) == 0).isEqualTo(same);
            assertThat(Differences.largestShare(a, b, tolerance) == 0).isEqualTo(same);
        }
    }

    @Test
    void theNextDoubleIsOneUlpAwayAtEveryScale() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            double[] a = {Math.scalb(1 + random.nextDouble(), random.nextInt(2000) - 1000)};
            double[] next = {Math.nextUp(a[0])};
            assertThat(Differences.largestInUlps(a, next)).isEqualTo(1);
            assertThat(Differences.largestInUlps(new double[] {-a[0]}, new double[] {-next[0]}))
                    .isEqualTo(1);
            double[] farther = {a[0] + 5 * Math.ulp(a[0])};
            assertThat(Differences.largestInUlps(a, farther)).isBetween(2.5, 5.0);
        }
        assertThat(Differences.largestInUlps(new double[] {1, 8}, new double[] {Math.nextUp(1.0), 8}))
                .isEqualTo(1);
    }

    @Test
    void theWorstElementIsTheFirstOfTheLargest() {
        double[] a = {0, 5, 5, 1};
        double[] b = {0, 3, 3, 4};
        assertThat(Differences.worst(a, b)).isEqualTo(3);
        assertThat(Differences.largest(a, b)).isEqualTo(3);
        assertThat(Differences.worst(a, b, new double[] {1, 1, 1, 2})).isEqualTo(1);
        assertThat(Differences.largestShare(a, b, new double[] {1, 0.5, 0.5, 2}))
                .isEqualTo(4);
        assertThat(Differences.worst(new double[] {7, 7}, new double[] {7, 7})).isZero();
        assertThat(Differences.magnitude(a)).isEqualTo(5);
        assertThat(Differences.magnitude(new double[] {1, -6, 2})).isEqualTo(6);
        assertThat(Differences.magnitude(new double[0])).isZero();
    }

    @Test
    void aShareGrowsWithTheDifferenceAndShrinksWithTheTolerance() {
        assertThat(Differences.share(1, 3, 2)).isEqualTo(1);
        assertThat(Differences.share(1, 3, 4)).isEqualTo(0.5);
        assertThat(Differences.share(1, 1, 0)).isZero();
        assertThat(Differences.share(1, 2, 0)).isInfinite();
        assertThat(Differences.share(Double.NaN, Double.NaN, 1)).isInfinite();
        assertThat(Differences.share(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1))
                .isInfinite();
        assertThat(Differences.share(1, 1, Double.NaN)).isInfinite();
        assertThat(Differences.share(1, 2, Double.POSITIVE_INFINITY)).isInfinite();
    }

    @Test
    void vectorsOfDifferentLengthsAreRefused() {
        double[] one = {1};
        double[] two = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Differences.worst(one, two))
                .withMessage("Must be same length: 1 vs 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Differences.worst(two, one, two));
        assertThatIllegalArgumentException().isThrownBy(() -> Differences.largestInUlps(two, one));
    }

    private static double[] any(Random random) {
        double[] values = new double[3];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? UNUSUAL[random.nextInt(UNUSUAL.length)] : random.nextGaussian();
        }
        return values;
    }
}
