package org.dl4jsuite.compare.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of single steps: those of the run, on both sides, and consistent with one another. */
class LessonTraceTest {
    static Stream<LessonEntry> lessons() {
        return Lessons.all().stream();
    }

    @Test
    void shortRunsAreTracedWholeAndLongOnesFromEndToEnd() {
        assertThat(LessonTrace.choose(0, 9)).containsExactly(0);
        assertThat(LessonTrace.choose(3, 9)).containsExactly(0, 1, 2);
        Set<Integer> chosen = LessonTrace.choose(60_000, 16);
        assertThat(chosen).contains(0, 1, 2, 9, 59_999).hasSizeLessThanOrEqualTo(33);
        assertThat(LessonTrace.choose(60_000, 100_000)).contains(0, 59_999).hasSizeLessThan(22);
    }

    /** The two sides have the same quantities, and their sizes of a difference do not exceed what rounding can do. */
    @ParameterizedTest
    @MethodSource("lessons")
    void bothSidesComputeTheSameQuantities(LessonEntry lesson) {
        LessonOptions defaults = lesson.defaults();
        LessonOptions three = new LessonOptions(1, defaults.rate(), defaults.hidden(), 3, 1);
        LessonResult result = LessonRun.trace(lesson, three, Progress.silent());
        assertThat(result.trace()).hasSize(3);
        for (TraceStep step : result.trace()) {
            assertThat(step.quantities()).containsKeys("x", "t", "E");
            assertThat(step.quantities().keySet()).anyMatch(name -> name.endsWith(" after"));
            step.quantities()
                    .forEach((name, quantity) -> assertThat(quantity.dl4j())
                            .as(name)
                            .hasDimensions(quantity.scratch().length, quantity.scratch()[0].length));
        }
        // no step changes the parameters between its end and the next one's beginning
        TracedQuantity end = parameters(result.trace().get(0), " after");
        assertThat(parameters(result.trace().get(1), "").scratch()).isDeepEqualTo(end.scratch());
        assertThat(parameters(result.trace().get(1), "").dl4j()).isDeepEqualTo(end.dl4j());
        assertThat(result.trace().get(0).quantity("E").ulps()).isLessThan(1000);
    }

    private static TracedQuantity parameters(TraceStep step, String suffix) {
        boolean hasWeights = step.quantities().containsKey("W1" + suffix)
                && step.quantities().containsKey("dW1");
        return step.quantity((hasWeights ? "W1" : "parameters") + suffix);
    }

    /** The step is the gradient times the rate, which the trace shows as well. */
    @Test
    void theWeightsAfterAStepFollowTheGradient() {
        LessonEntry toy = Lessons.find("three-layer-toy").orElseThrow();
        LessonResult result = LessonRun.trace(toy, new LessonOptions(1, 2, 4, 1, 1), Progress.silent());
        TraceStep step = result.trace().get(0);
        for (String name : Set.of("W1", "W2")) {
            double[][] before = step.quantity(name).dl4j();
            double[][] gradient = step.quantity("d" + name).dl4j();
            double[][] after = step.quantity(name + " after").dl4j();
            for (int j = 0; j < before.length; j++) {
                for (int i = 0; i < before[j].length; i++) {
                    assertThat(after[j][i]).isCloseTo(before[j][i] - 2 * gradient[j][i], within(1e-15));
                }
            }
        }
    }

    @Test
    void tracingChangesNothing() {
        LessonEntry andGate = Lessons.find("and-gate").orElseThrow();
        LessonOptions options = new LessonOptions(1, 0.7, 4, 50, 10);
        LessonResult traced = LessonRun.trace(andGate, options, Progress.silent());
        LessonResult plain = LessonRun.run(andGate, options, Progress.silent());
        assertThat(traced.dl4j().parameters()).containsExactly(plain.dl4j().parameters());
        assertThat(traced.scratch().parameters())
                .containsExactly(plain.scratch().parameters());
        assertThat(plain.trace()).isEmpty();
    }

    @Test
    void aLargeMatrixIsCutButComparedWhole() {
        double[][] scratch = new double[40][50];
        double[][] dl4j = new double[40][50];
        scratch[39][49] = 1;
        dl4j[39][49] = Math.nextUp(Math.nextUp(1.0));
        TracedQuantity cut = TracedQuantity.of("W1", scratch, dl4j);
        assertThat(cut.shape()).containsExactly(40, 50);
        assertThat(cut.rows()).containsExactly(3, 10, 16, 23, 30, 36);
        assertThat(cut.columns()).hasSize(6);
        assertThat(cut.scratch()).hasDimensions(6, 6);
        assertThat(cut.ulps()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "0, -0.0, 0",
        "NaN, NaN, 0",
        "4.9E-324, -4.9E-324, 2",
        "1, Infinity, Infinity",
        "1, NaN, Infinity"
    })
    void ulps(double a, double b, double expected) {
        assertThat(TracedQuantity.ulps(a, b)).isEqualTo(expected);
        assertThat(TracedQuantity.ulps(b, a)).isEqualTo(expected);
    }
}
