package org.dl4jsuite.compare.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.speed.Anatomy.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class AnatomyTest {
    /** Numbers by hand: 10 calls, 3 operations of which 2 are described, 2 arrays, 1 view. */
    private static final FitRecord RECORD = new FitRecord(
            Map.of("execCustomOp2", 2, "execScalar", 1, "allocateDataBuffer", 2, "dbCreateView", 1, "lastErrorCode", 4),
            List.of(
                    new FitRecord.Operation("matmul", List.of("1x2", "2x2"), "1x2", "A.a"),
                    new FitRecord.Operation("matmul", List.of("1x2", "2x2"), "1x2", "A.a"),
                    new FitRecord.Operation("Sigmoid", List.of("1x2"), "1x2", "A.b")),
            5,
            1,
            2,
            3);

    @Test
    void partsAreDisjointAndAddUp() {
        AnatomyTimes times = new AnatomyTimes(
                0.1,
                4,
                0.5,
                1.2,
                1.3,
                List.of(
                        new AnatomyTimes.Size("2-2-2", 25, 25, 8, 2),
                        new AnatomyTimes.Size("784-200-10", 100, 30, 58, 22),
                        new AnatomyTimes.Size("784-50-10", 60, 30, 20, 5)),
                List.of());
        Anatomy anatomy = Anatomy.of(RECORD, times);
        assertThat(micros(anatomy, Kind.CALLS)).isEqualTo(10 * 0.1, within(1e-12));
        assertThat(micros(anatomy, Kind.OPERATIONS)).isEqualTo(2 * (4 - 0.5) + (0.5 - 0.1), within(1e-12));
        assertThat(micros(anatomy, Kind.ARRAYS)).isEqualTo(2 * (1.2 - 0.2) + (1.3 - 0.3), within(1e-12));
        assertThat(micros(anatomy, Kind.PRODUCTS)).isEqualTo(50);
        assertThat(micros(anatomy, Kind.PASSES)).isEqualTo(20);
        assertThat(micros(anatomy, Kind.REST)).isEqualTo(30 - 1 - 7.4 - 3, within(1e-12));
        assertThat(anatomy.sum()).isEqualTo(30 + 50 + 20, within(1e-12));
        assertThat(anatomy.fixedMicros()).isEqualTo(30, within(1e-12));
        assertThat(anatomy.steps().get(0).error()).isZero();
        assertThat(anatomy.steps().get(1).predictedMicros()).isEqualTo(30 + 12 + 3, within(1e-12));
        assertThat(anatomy.steps().get(1).error()).isEqualTo(0.25, within(1e-12));
    }

    /** What the page says of DL4J's eight products, and what {@link LargeOperations} repeats. */
    @Test
    void oneFitIsRecordedCallByCall() throws IOException, InterruptedException {
        FitRecord record = Anatomy.ask(AnatomyMeasurement.RECORD, FitRecord.class);
        assertThat(record.calls()).isGreaterThan(500);
        assertThat(record.operations().stream()
                        .filter(FitRecord.Operation::multiplies)
                        .map(product -> String.join(" ", product.inputs())))
                .containsExactly(
                        "1x784 784x200",
                        "1x200 200x10",
                        "1x200 1x10", // the first one transposed
                        "200x10 10x1",
                        "1x784 784x200",
                        "784x200 200x1",
                        "1x784 1x200", // the first one transposed
                        "1x200 200x10");
        assertThat(record.operations())
                .filteredOn(operation -> operation.output().equals("158800"))
                .extracting(FitRecord.Operation::name)
                .containsExactly("sgd_updater", "subtract");
        assertThat(record.describedOperations() + record.plainOperations())
                .isEqualTo(record.operations().size());
        assertThat(List.of(record.ofOperation(), record.ofCopy(), record.ofArray(), record.ofView()))
                .allMatch(calls -> calls > 0 && calls < 50);
    }

    @Tag("long")
    @Test
    void partsAddUpToTheStepAndPredictOthers() throws IOException, InterruptedException {
        Anatomy anatomy = Anatomy.measure(false);
        for (int again = 0; again < 2 && isDisturbed(anatomy); again++) {
            anatomy = Anatomy.measure(false);
        }
        assertThat(anatomy.parts())
                .allSatisfy(
                        part -> assertThat(part.micros()).as(part.kind().name()).isPositive());
        assertThat(anatomy.steps())
                .extracting(Anatomy.Step::network)
                .containsExactly("784-200-10", "784-50-10", "784-500-10");
        assertThat(anatomy.sum()).isEqualTo(anatomy.steps().get(0).predictedMicros(), within(1e-6));
        assertThat(anatomy.steps().get(0).error()).isLessThan(0.10);
        assertThat(anatomy.steps()).allSatisfy(step -> assertThat(step.error()).isLessThan(0.25));
        assertThat(anatomy.batches().get(2).dl4jMicros())
                .isLessThan(anatomy.batches().get(0).dl4jMicros() / 5);
    }

    /** Whether another program may have taken the processor while one of the parts was timed; then all are timed anew. */
    private static boolean isDisturbed(Anatomy anatomy) {
        return anatomy.steps().get(0).error() >= 0.10
                || anatomy.steps().stream().anyMatch(step -> step.error() >= 0.25);
    }

    private static double micros(Anatomy anatomy, Kind kind) {
        return anatomy.parts().stream()
                .filter(part -> part.kind() == kind)
                .findFirst()
                .orElseThrow()
                .micros();
    }

    /** An anatomy that was not measured, for pages and files. */
    public static Anatomy example() {
        AnatomyTimes.Size tiny = new AnatomyTimes.Size("2-2-2", 200, 200, 40, 8);
        return Anatomy.of(
                RECORD,
                new AnatomyTimes(
                        0.02,
                        5,
                        0.4,
                        1.7,
                        1.3,
                        List.of(
                                tiny,
                                new AnatomyTimes.Size("784-200-10", 560, 210, 330, 60),
                                new AnatomyTimes.Size("784-50-10", 290, 205, 100, 20),
                                new AnatomyTimes.Size("784-500-10", 1100, 215, 720, 150)),
                        List.of(
                                new Anatomy.Batch(1, 560, 4),
                                new Anatomy.Batch(64, 27, 3.9),
                                new Anatomy.Batch(256, 20, 3.4))));
    }
}
