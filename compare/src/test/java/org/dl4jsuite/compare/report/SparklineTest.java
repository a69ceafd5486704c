package org.dl4jsuite.compare.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void moreThanTwoDecadesAreLogarithmic() {
        Sparkline curves = of(ExampleLessons.log(1, 0.1, 0.0001));
        assertThat(curves.isLogarithmic()).isTrue();
        // a quarter of the way down after one of four decades
        assertThat(curves.scratch()).isEqualTo("M2.5 2.5L60.0 12.3L117.5 41.5");
    }

    @Test
    void twoDecadesAreLinear() {
        Sparkline curves = of(ExampleLessons.log(1, 0.01));
        assertThat(curves.zero()).isEqualTo("41.5");
        assertThat(curves.scratch()).isEqualTo("M2.5 2.5L117.5 41.1");
    }

    @Test
    void signedErrorsAreLinearAroundZero() {
        assertThat(of(ExampleLessons.log(-1000, 1000)).zero()).isEqualTo("22.0");
    }

    @Test
    void bothSidesShareTheAxis() {
        Sparkline curves = requireNonNull(Sparkline.of(ExampleLessons.log(1, 0.5), ExampleLessons.log(2, 1)));
        assertThat(curves.scratch()).isEqualTo("M2.5 22.0L117.5 31.8");
        assertThat(curves.dl4j()).isEqualTo("M2.5 2.5L117.5 22.0");
    }

    @Test
    void whatIsNoNumberIsAGap() {
        assertThat(of(ExampleLessons.log(4, 4, Double.NaN, 2, 0)).scratch())
                .isEqualTo("M2.5 2.5L31.3 2.5M88.8 22.0L117.5 41.5");
    }

    @Test
    void noErrorAtAllIsALineAtTheBottom() {
        assertThat(of(ExampleLessons.log(0, 0)).dl4j()).isEqualTo("M2.5 41.5L117.5 41.5");
    }

    @Test
    void onePointIsNoCurve() {
        List<LogEntry> once = ExampleLessons.log(0.5);
        assertThat(Sparkline.of(once, once)).isNull();
        List<LogEntry> unknown = ExampleLessons.log(Double.NaN, Double.NaN);
        assertThat(Sparkline.of(unknown, unknown)).isNull();
    }

    private static Sparkline of(List<LogEntry> log) {
        Sparkline curves = requireNonNull(Sparkline.of(log, log));
        assertThat(curves.dl4j()).isEqualTo(curves.scratch());
        return curves;
    }
}
