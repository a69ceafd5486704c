package org.dl4jsuite.compare.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dl4jsuite.compare.model.Batch;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Trace;
import org.dl4jsuite.scratch.Activation;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

class ToleranceTest {
    private static final NetworkSpec LINE = NetworkSpec.of(2, 1).withOutput(Activation.IDENTITY);

    @Test
    void aSumCountsByItsTermsAndNotByWhatIsLeftOfThem() {
        double[] cancelling = outputs(1000, -1000);
        double[] small = outputs(1, -1);
        assertThat(cancelling[0]).isEqualTo(1000 * small[0], within(1e-13));
        // three roundings more than there are terms, of 2 |w a| each, and the inputs'
        assertThat(small[0]).isBetween(4 * 0x1p-53 * 2, 4 * 0x1p-53 * 10);
    }

    @Test
    void eachStepCountsAsLargeAsItIs() {
        Batch still = batch(0, 0, 0);
        Batch large = batch(50, 80, 3000);
        assertThat(afterTwoSteps(still, large)).isGreaterThan(100 * afterTwoSteps(still, still));
        assertThat(afterTwoSteps(still, large)).isEqualTo(afterTwoSteps(large, still), within(1e-20));
    }

    @Test
    void theRoundingOfTheBooksRuleIsThatOfTheLossThatIsDifferentiated() {
        // outputs saturated on the wrong side: the cross-entropy is some 12 where the squared error is 1/2
        NetworkSpec spec = NetworkSpec.of(1, 1, 1);
        double[] parameters = {1, 20};
        double[] bookRule =
                new Tolerance(spec.withVariant(Variant.BOOK_RULE), parameters, wrong()).centralDifferences();
        double[] trueGradient = new Tolerance(spec, parameters, wrong()).centralDifferences();
        assertThat(bookRule[1]).isEqualTo(trueGradient[1]);
        assertThat(bookRule[0]).isGreaterThan(5 * trueGradient[0]);
    }

    /** Where the hidden nodes stand in another order, so do their tolerances: each is that of its own weights. */
    @Test
    void tolerancesFollowTheirNodes() {
        NetworkSpec spec = NetworkSpec.of(2, 3, 2).withBias(true).withRate(0.5);
        ParityCase drawn = ParityCases.random(spec, 2, new NumpyRandomState(1));
        // W1 (3, 2), b1 (3), W2 (2, 3), b2 (2); node j of the other network is node (j + 1) % 3 of this one
        int[] order = {2, 3, 4, 5, 0, 1, 7, 8, 6, 10, 11, 9, 13, 14, 12, 15, 16};
        double[] apart = new Random(2).doubles(order.length, 0, 1e-14).toArray();
        Batch batch = new Batch(drawn.inputs(), drawn.targets());
        Tolerance tolerance = new Tolerance(spec, drawn.parameters(), apart, batch);
        Tolerance turned = new Tolerance(spec, in(order, drawn.parameters()), in(order, apart), batch);
        assertClose(turned.gradient(), in(order, tolerance.gradient()));
        assertClose(turned.outputs(), tolerance.outputs());
        assertClose(
                turned.trace().deltas().get(0),
                in(new int[] {1, 2, 0, 4, 5, 3}, tolerance.trace().deltas().get(0)));
        assertClose(
                turned.trace().weightedSums().get(0),
                in(
                        new int[] {1, 2, 0, 4, 5, 3},
                        tolerance.trace().weightedSums().get(0)));
    }

    private static double[] in(int[] order, double[] values) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("[%d]", i).isEqualTo(expected[i], within(1e-12 * expected[i]));
        }
    }

    /** In every case of the parity proof: parameters that lie farther apart, a lower precision, more steps. */
    @Test
    void moreReasonsToDifferAllowNoSmallerDifference() {
        for (ParityCase parityCase : ParityCases.tiny(1)) {
            NetworkSpec spec = parityCase.spec().withPrecision(Precision.DOUBLE);
            double[] parameters = parityCase.parameters();
            Batch batch = new Batch(parityCase.inputs(), parityCase.targets());
            double[] apart = new Random(1).doubles(parameters.length, 0, 1e-9).toArray();
            double[] twice = Arrays.stream(apart).map(e -> 2 * e).toArray();
            Tolerance same = new Tolerance(spec, parameters, batch);
            Tolerance near = new Tolerance(spec, parameters, apart, batch);
            assertNotAbove(all(same), all(near));
            assertNotAbove(all(near), all(new Tolerance(spec, parameters, twice, batch)));
            assertNotAbove(all(same), all(new Tolerance(spec.withPrecision(Precision.FLOAT), parameters, batch)));
            assertNotAbove(List.of(same.gradient()), List.of(same.centralDifferences()));

            double[] after = near.ofParametersAfter(1, apart);
            assertNotAbove(List.of(apart), List.of(after));
            assertNotAbove(List.of(after), List.of(near.ofParametersAfter(2, apart)));
            assertNotAbove(List.of(after), List.of(near.ofParametersAfter(1, twice)));
            double[] spread = Tolerance.overTensors(spec, after);
            assertNotAbove(List.of(after), List.of(spread));
            assertThat(Tolerance.overTensors(spec, spread)).isEqualTo(spread);
            for (int i = 0; i < parameters.length; i++) {
                assertThat(Tolerance.ofParameters(spec, parameters)[i])
                        .isEqualTo(4 * 0x1p-53 * Math.abs(parameters[i]));
            }
        }
    }

    /** Every tolerance of a step. */
    private static List<double[]> all(Tolerance tolerance) {
        Trace trace = tolerance.trace();
        List<double[]> all = new ArrayList<>(trace.weightedSums());
        all.addAll(trace.activations());
        all.addAll(trace.deltas());
        all.addAll(List.of(tolerance.outputs(), tolerance.gradient(), tolerance.centralDifferences()));
        all.add(new double[] {tolerance.loss()});
        return all;
    }

    private static void assertNotAbove(List<double[]> smaller, List<double[]> larger) {
        for (int k = 0; k < smaller.size(); k++) {
            for (int i = 0; i < smaller.get(k).length; i++) {
                assertThat(smaller.get(k)[i]).isNotNegative().isLessThanOrEqualTo(larger.get(k)[i]);
            }
        }
    }

    private static Batch wrong() {
        return new Batch(new double[][] {{0.5}}, new double[][] {{0.01}});
    }

    private static double[] outputs(double first, double second) {
        return new Tolerance(LINE, new double[] {first, second}, batch(1, 1, 0)).outputs();
    }

    private static double afterTwoSteps(Batch first, Batch second) {
        double[] parameters = {1, 1};
        double[] tolerances = Tolerance.ofParameters(LINE, parameters);
        tolerances = new Tolerance(LINE, parameters, first).ofParametersAfter(1, tolerances);
        return new Tolerance(LINE, parameters, second).ofParametersAfter(1, tolerances)[0];
    }

    private static Batch batch(double x1, double x2, double t) {
        return new Batch(new double[][] {{x1, x2}}, new double[][] {{t}});
    }
}
