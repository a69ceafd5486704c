package org.dl4jsuite.compare.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.scratch.lessons.Lesson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorGrowthTest {
    private static final double UNIT = new LessonRounding(1).unit();
    private static final LessonRounding ROUNDING = new LessonRounding(100);
    /** Far beyond it the digits' outputs become exactly 1, where DL4J's cross-entropy, made for the book's rule, divides 0 by 0. */
    private static final double MAX_RATE_OF_DIGITS = 10;

    /** One parameter, which each step replaces by a function of it. */
    private record Iteration(DoubleUnaryOperator function, double[] parameters) implements Lesson {
        Iteration(DoubleUnaryOperator function) {
            this(function, new double[] {1});
        }

        @Override
        public double[] parameters() {
            return parameters.clone();
        }

        @Override
        public void setParameters(double[] values) {
            parameters[0] = values[0];
        }

        @Override
        public void step() {
            parameters[0] = function.applyAsDouble(parameters[0]);
        }

        @Override
        public double[][] outputs() {
            return new double[][] {parameters()};
        }

        @Override
        public double loss() {
            return 0;
        }

        @Override
        public double[] gradient() {
            return new double[1];
        }

        @Override
        public Map<String, double[][]> quantities() {
            return Map.of();
        }

        @Override
        public double error() {
            return 0;
        }
    }

    private static ErrorGrowth after(int steps, double terms, DoubleUnaryOperator function) {
        Iteration run = new Iteration(function);
        ErrorGrowth errors = new ErrorGrowth(() -> new Iteration(function), run.parameters(), ROUNDING);
        for (int i = 0; i < steps; i++) {
            run.step();
            errors.step(terms, run.parameters());
        }
        return errors;
    }

    @Test
    void errorsThatDoNotGrowAddUpLikeARandomWalk() {
        ErrorGrowth errors = after(400, 0, p -> p);
        assertThat(errors.growth()).isBetween(1.0, 2.0);
        assertThat(errors.tolerance()).isBetween(20 * UNIT, 40 * UNIT);
    }

    @Test
    void errorsThatShrinkCountAsIfTheyDidNot() {
        ErrorGrowth errors = after(400, 0, p -> 1 + (p - 1) / 1000);
        assertThat(errors.growth()).isEqualTo(1);
        assertThat(errors.tolerance()).isCloseTo(20 * UNIT, within(1e-6 * UNIT));
    }

    @Test
    void anErrorOfTheFirstStepGrowsWithThoseThatFollow() {
        // the first step's error is 1,000 units by now, those of the others 100, 10 and 1, each up or down
        ErrorGrowth errors = after(4, 0, p -> 1 + 10 * (p - 1));
        assertThat(errors.tolerance()).isBetween(890 * UNIT, 1112 * UNIT);
    }

    @Test
    void aGrowthExcusesNoMoreThanItsCap() {
        ErrorGrowth errors = after(10, 0, p -> 1 + 10 * (p - 1));
        assertThat(errors.growth()).isGreaterThan(ErrorGrowth.MAX_GROWTH);
        assertThat(errors.tolerance()).isCloseTo(ErrorGrowth.MAX_GROWTH * Math.sqrt(10) * UNIT, within(UNIT));
        assertThat(after(3, 0, p -> p == 1 ? 1 : Double.NaN).growth()).isInfinite();
    }

    @Test
    void aSumIsRoundedAsOftenAsItHasTermsHoweverLittleItMoves() {
        // 100 roundings: 10 units of what is added up
        assertThat(after(1, 5, p -> p).tolerance()).isCloseTo(Math.hypot(1, 50) * UNIT, within(1e-2 * UNIT));
        assertThat(after(1, 0, p -> p).tolerance()).isCloseTo(UNIT, within(1e-2 * UNIT));
    }

    @Test
    void aLessonThatNamesNoTermsIsRoundedByItsLongestMove() {
        assertThat(after(1, 0, p -> p + 3).tolerance()).isCloseTo(Math.hypot(4, 30) * UNIT, within(1e-2 * UNIT));
    }

    @Test
    void termsThatCancelAreStillTerms() {
        double[][] x = {{1, -3}, {2, 0}};
        double[][] delta1 = {{0.5}, {-1}};
        assertThat(GradientTerms.size(Map.of("x", x, "delta1", delta1))).isEqualTo(1.5 + 2);
        double[][] a1 = {{10}, {-10}};
        double[][] delta2 = {{1, 2}, {3, 0}};
        assertThat(GradientTerms.size(Map.of("x", x, "delta1", delta1, "a1", a1, "delta2", delta2)))
                .isEqualTo(20 + 30);
        assertThat(GradientTerms.size(Map.of("x", x))).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10})
    void aTwinWhoseRateIsATrillionthTooLargeIsAccused(double rate) {
        LessonEntry right = Lessons.find("three-layer-toy").orElseThrow();
        LessonEntry wrong = OtherTwin.of(
                right,
                o -> right.dl4j().apply(new LessonOptions(o.seed(), o.rate() * (1 + 1e-12), o.hidden(), 20, 10)));
        LessonOptions options = new LessonOptions(1, rate, 4, 20, 10);
        assertThat(LessonRun.run(right, options, Progress.silent()).verdict()).isEqualTo("agree");
        assertThat(LessonRun.run(wrong, options, Progress.silent()).verdict()).isEqualTo("DISAGREE");
    }

    /** Rates and seeds other than the sources' own: whatever becomes of the training, both sides do the same. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1.7, 3, 10, 100})
    void atNoRateAreTheTwoSidesAccusedOfTheirRounding(double factor) {
        List<LessonRun.Request> requests = new ArrayList<>();
        for (LessonEntry lesson : Lessons.all()) {
            LessonOptions own = lesson.defaults();
            boolean digits = lesson.layers().startsWith("784");
            if (digits && factor * own.rate() >= MAX_RATE_OF_DIGITS) {
                continue;
            }
            for (int seed = 1; seed <= (digits ? 1 : 6); seed++) {
                LessonOptions options =
                        new LessonOptions(seed, factor * own.rate(), own.hidden(), Math.min(200, own.iterations()), 10);
                requests.add(new LessonRun.Request(lesson, options, false));
            }
        }
        List<String> accused = LessonRun.allOf(requests).stream()
                .filter(result -> result.verdict().equals("DISAGREE"))
                .map(result -> result.options() + ": " + result.complaints())
                .toList();
        assertThat(accused).isEmpty();
    }
}
