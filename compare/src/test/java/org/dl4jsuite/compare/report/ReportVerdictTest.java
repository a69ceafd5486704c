package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.report.Report.Agreement;
import org.dl4jsuite.compare.report.Report.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One verdict over everything that was compared: a single difference anywhere makes it "no". */
class ReportVerdictTest {
    private static final Report SAME = ExampleReports.agreeing();

    @Test
    void whereNothingDiffersTheAnswerIsYes() {
        assertThat(SAME.agrees()).isTrue();
        assertThat(Summary.of(SAME).headline()).isEqualTo("Same network: yes");
    }

    @ParameterizedTest
    @MethodSource("differences")
    void oneDifferenceMakesItNo(String component, Object value, String named) throws ReflectiveOperationException {
        Report report = with(component, value);
        assertThat(report.agrees()).isFalse();
        assertThat(Summary.of(report).headline()).isEqualTo("Same network: no");
        assertThat(Summary.of(report).problems()).anyMatch(problem -> problem.contains(named));
    }

    static Stream<Object[]> differences() {
        Report.Data data = SAME.data();
        Report.Data otherToDl4j = new Report.Data(
                data.source(),
                data.trainingImages(),
                data.testImages(),
                data.checksums(),
                data.seenByScratch(),
                "0",
                data.seenAsFloats());
        Report.Data otherToFast = new Report.Data(
                data.source(),
                data.trainingImages(),
                data.testImages(),
                data.checksums(),
                data.seenByScratch(),
                data.seenByDl4j(),
                List.of(new Seen("dl4j", Precision.DOUBLE, "0"), new Seen("scratch-fast", Precision.FLOAT, "1")));
        Report failing = ExampleReports.failing();
        return Stream.of(
                new Object[] {"data", otherToDl4j, "not given the same numbers"},
                new Object[] {"data", otherToFast, "not given the same numbers"},
                new Object[] {"backQuery", List.of(image(1e-3)), "Run backwards from label 3"},
                new Object[] {"backQuery", List.of(image(Double.POSITIVE_INFINITY)), "Run backwards from label 3"},
                new Object[] {"backQuery", List.of(image(Double.NaN)), "Run backwards from label 3"},
                new Object[] {"handwriting", List.of(digit(0.5)), "handwritten 7.png"},
                new Object[] {"handwriting", List.of(digit(Double.NaN)), "handwritten 7.png"},
                new Object[] {"agreement", new Agreement(9_999, 10_000), "answer differently for 1 test image"},
                new Object[] {"lessons", ExampleLessons.unsound(), "esson"},
                new Object[] {"trajectory", failing.trajectory(), "weight"},
                new Object[] {"divergence", failing.divergence(), "part"},
                new Object[] {"parity", failing.parity(), "disagree"},
                new Object[] {"parityAgrees", false, "outside"});
    }

    private static BackQueryImage image(double maxDifference) {
        return new BackQueryImage(3, new double[784], new double[784], maxDifference, 3, 3);
    }

    private static Recognition digit(double dl4j) {
        Recognition.Opinion opinion = new Recognition.Opinion("centred", List.of(0.1), List.of(dl4j));
        return new Recognition("7.png", 7, 28, 28, List.of(opinion));
    }

    private static Report with(String component, Object value) throws ReflectiveOperationException {
        RecordComponent[] components = Report.class.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean changed = components[i].getName().equals(component);
            values[i] = changed ? value : components[i].getAccessor().invoke(SAME);
        }
        return Report.class.getDeclaredConstructor(types).newInstance(values);
    }
}
