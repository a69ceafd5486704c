package org.dl4jsuite.compare.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small networks, milliseconds each: that every contestant is measured and named, not how fast it is. */
class SpeedMeasurementTest {
    private static final MeasurementBudget SHORT = new MeasurementBudget(1, 1, 3, 1, List.of(1000, 2000, 3000), 1, 1);

    @ParameterizedTest
    @EnumSource(
            value = Contestant.class,
            names = {"SCRATCH_FAST_VECTOR", "SCRATCH"})
    void everyContestantAnswers(Contestant contestant) {
        SpeedMeasurement measurement = measurement(contestant, new Grid(3, List.of(7), List.of()));
        List<SpeedMeasurement.Answer> answers = new ArrayList<>();
        measurement.measure(answers::add);
        assertThat(answers).hasSize(3).hasSize(measurement.answers());
        List<SpeedRow> rows =
                answers.stream().limit(2).map(SpeedMeasurement.Answer::row).toList();
        assertThat(rows).extracting(SpeedRow::operation).containsExactly(Operation.values());
        for (SpeedRow row : rows) {
            assertThat(row.network()).isEqualTo(contestant.network());
            assertThat(row.batch()).isEqualTo(7);
            assertThat(row.hidden()).isEqualTo(3);
            assertThat(row.threads()).isEqualTo(1); // the tests run DL4J on one
            assertThat(row.kernels()).isNotBlank();
            assertThat(row.microsPerSample().median()).isPositive();
            assertThat(row.flops())
                    .isLessThanOrEqualTo(4 * 786 * 3 + 6 * 3 * 10)
                    .isPositive();
        }
        LinearFit fit = Objects.requireNonNull(answers.get(2).fit());
        assertThat(fit.points()).extracting(LinearFit.Point::x).containsExactly(1000.0, 2000.0, 3000.0);
        assertThat(fit.slope()).isFinite();
    }

    @Test
    @Tag("long")
    void dl4jAnswersToo() {
        everyContestantAnswers(Contestant.DL4J_TUNED);
    }

    @Test
    void aRowHasTheNamesThatOthersRead() throws IOException, InterruptedException {
        List<SpeedMeasurement.Answer> answers = new ArrayList<>();
        SpeedMeasurement measurement = measurement(Contestant.SCRATCH_FAST_PLAIN, new Grid(3, List.of(1), List.of()));
        // in a JVM of its own, which the parent asks and hears as in a real run
        new ChildJvm("Measuring", measurement.contestant().flags(), SpeedMeasurement.class.getName(), List.of())
                .ask(measurement, SpeedMeasurement.Answer.class, answers::add);
        JsonNode row = Json.MAPPER.valueToTree(answers.get(0).row());
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly(
                        "network",
                        "operation",
                        "batch",
                        "hidden",
                        "precision",
                        "kernels",
                        "threads",
                        "microsPerSample",
                        "flops",
                        "bytes",
                        "gflops",
                        "gigabytesPerSecond",
                        "shareOfMultiplyAdd",
                        "shareOfBandwidth");
        assertThat(row.get("microsPerSample").fieldNames())
                .toIterable()
                .containsExactly("median", "p25", "p75", "repeats");
        assertThat(row.get("operation").asText()).isEqualTo("train");
        assertThat(row.get("network").asText()).isEqualTo("scratch-fast");
        assertThat(row.get("kernels").asText()).isEqualTo("plain");
        assertThat(row.get("precision").asText()).isEqualTo("FLOAT");
    }

    @Test
    void aProcessThatFailsIsNamed() {
        ChildJvm process = new ChildJvm("Measuring nothing", List.of(), "no.such.Main", List.of());
        assertThatThrownBy(process::run)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("Measuring nothing", "no.such.Main");
    }

    /** All have the flags of the suite's JVM, in the end those of their own: what is as DL4J starts has its limits again. */
    @Test
    void aProcessHasThisProcesssFlagsAndItsOwn() throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>();
        new ChildJvm("Asking", List.of("-Dits.own=1"), Flags.class.getName(), List.of())
                .ask("", String.class, flags::add);
        assertThat(flags)
                .contains("-Dits.own=1")
                .containsAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        assertThat(Contestant.DL4J_STOCK.flags()).containsExactly("-Dorg.bytedeco.javacpp.maxPhysicalBytes=");
    }

    /** The main class of a JVM that prints its flags, as JSON. */
    static final class Flags {
        public static void main(String[] args) throws IOException {
            for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
                System.out.println(Json.MAPPER.writeValueAsString(flag));
            }
        }
    }

    private static SpeedMeasurement measurement(Contestant contestant, Grid grid) {
        return new SpeedMeasurement(
                new SpeedRun(grid, SHORT, Variant.TRUE_GRADIENT, 0.1, null),
                contestant,
                contestant.precisions().get(0),
                new Ceilings("plain", 100, 50, 80, 627_200));
    }
}
