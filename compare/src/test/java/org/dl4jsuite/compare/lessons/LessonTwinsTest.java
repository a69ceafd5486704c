package org.dl4jsuite.compare.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.scratch.lessons.Lesson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lesson shows beside its gradient is the same on both sides, on the source's examples and on others. */
class LessonTwinsTest {
    /** Three steps of at most 800 links, each a rounding of 2^-53 of the size of the numbers. */
    private static final double ROUNDING = 3 * 800 * 0x1p-53;

    static List<LessonEntry> lessons() {
        return Lessons.all();
    }

    private static LessonOptions threeSteps(LessonEntry lesson, @Nullable List<LessonOptions.Example> examples) {
        LessonOptions defaults = lesson.defaults();
        int hidden = Math.min(4, defaults.hidden());
        return new LessonOptions(defaults.seed(), defaults.rate(), hidden, 3, 1, null, examples);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void errorsAndQuantitiesAreThoseOfTheTwin(LessonEntry lesson) {
        LessonOptions options = threeSteps(lesson, null);
        if (!lesson.id().equals("mnist")) { // a program, which keeps no weighted sums
            assertThat(options.scratch(lesson).quantities().keySet())
                    .containsExactlyElementsOf(options.dl4j(lesson).quantities().keySet());
        }
        LessonResult result = LessonRun.trace(lesson, options, Progress.silent());
        assertSameErrors(result);
        for (TraceStep step : result.trace()) {
            step.quantities().forEach((name, quantity) -> {
                double[] scratch = Tensor.flat(quantity.scratch());
                assertThat(Tensor.flat(quantity.dl4j())).as(name).containsExactly(scratch, within(rounding(scratch)));
            });
        }
    }

    @Test
    void thePetShopBeginsWithWeightsThatAreDrawn() {
        LessonEntry lesson = Lessons.find("pet-shop-survey").orElseThrow();
        assertThat(Arrays.stream(lesson.scratch().apply(lesson.defaults()).parameters()))
                .allMatch(weight -> weight != 0);
    }

    private static void assertSameErrors(LessonResult result) {
        double[] errors = errors(result.scratch());
        assertThat(errors(result.dl4j())).as("errors").containsExactly(errors, within(rounding(errors)));
    }

    private static double[] errors(LessonResult.Run run) {
        return run.log().stream().mapToDouble(LessonResult.LogEntry::error).toArray();
    }

    private static double rounding(double[] values) {
        return ROUNDING * (1 + Arrays.stream(values).map(Math::abs).max().orElse(0));
    }

    /** Either both sides learn from other examples, and find the same gradient, or the lesson says that it cannot. */
    @ParameterizedTest
    @MethodSource("lessons")
    void otherExamplesAreLearnedOrRefused(LessonEntry lesson) {
        Lesson own = lesson.scratch().apply(threeSteps(lesson, null));
        double[] inputs = quantity(own, "x");
        double[] targets = quantity(own, "t");
        List<LessonOptions.Example> others = new ArrayList<>();
        for (double share : new double[] {0.9, 0.5, 0.3}) {
            others.add(new LessonOptions.Example(scaled(inputs, share), scaled(targets, share)));
        }
        LessonOptions options = threeSteps(lesson, others);
        Lesson scratch;
        try {
            scratch = options.scratch(lesson);
        } catch (UnsupportedOperationException e) {
            assertThat(e).hasMessageContaining("this lesson");
            return;
        }
        assertThat(quantity(scratch, "x")).startsWith(scaledArray(inputs, 0.9));
        assertThat(quantity(scratch, "t")).containsExactly(scaledArray(targets, 0.9));
        assertThat(scratch.outputs()).hasNumberOfRows(3);
        LessonResult result = LessonRun.run(lesson, options, Progress.silent());
        assertThat(result.complaints()).isEmpty();
        assertSameErrors(result);
    }

    /** Returns the first example's. */
    private static double[] quantity(Lesson lesson, String name) {
        return Objects.requireNonNull(lesson.quantities().get(name))[0];
    }

    /** Between the old value and 0.05, so that nothing is 0. */
    private static double[] scaledArray(double[] values, double share) {
        return DoubleStream.of(values).map(value -> share * value + 0.05).toArray();
    }

    private static List<Double> scaled(double[] values, double share) {
        return Arrays.stream(scaledArray(values, share)).boxed().toList();
    }
}
