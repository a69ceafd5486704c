package org.dl4jsuite.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.report.Report;
import org.dl4jsuite.compare.report.ReportRun;
import org.dl4jsuite.compare.report.ReportSetting;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite's second promise: after a full online epoch on MNIST the two sides are still the same network. */
@Tag("long")
class FullEpochTest {
    private static final double PROMISED_WEIGHT_DIFFERENCE = 1e-13;

    @ParameterizedTest
    @CsvSource({"TRUE_GRADIENT, 60000, 0.92", "BOOK_RULE, 10000, 0.8"})
    void afterManyStepsTheSidesAreTheSame(Variant variant, int steps, double accuracy) throws Exception {
        Report report = report(Mnist.load().first(steps, 10_000), variant);
        assertThat(report.parityAgrees()).isTrue();
        TrajectoryPoint last = report.trajectory().get(report.trajectory().size() - 1);
        assertThat(last.step()).isEqualTo(steps);
        assertThat(last.maxAbsWeightDifference()).isLessThanOrEqualTo(PROMISED_WEIGHT_DIFFERENCE);
        assertThat(report.agreement()).isEqualTo(new Report.Agreement(10_000, 10_000));
        assertThat(report.data().seenByDl4j()).isEqualTo(report.data().seenByScratch());
        assertThat(report.accuracy())
                .allSatisfy(epoch -> assertThat(epoch.testAccuracy()).isGreaterThan(accuracy));
    }

    @Test
    void aSeedGivesTheSameReportTwice() throws Exception {
        Split some = Mnist.load().first(2000, 500);
        assertThat(results(report(some, Variant.TRUE_GRADIENT)))
                .isEqualTo(results(report(some, Variant.TRUE_GRADIENT)));
    }

    private static String results(Report report) throws IOException {
        JsonNode tree = Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(report));
        return ((ObjectNode) tree).without(List.of("origin", "speed")).toString();
    }

    private static Report report(Split split, Variant variant) throws IOException, InterruptedException {
        NetworkSpec spec = NetworkSpec.digits(200, 0.1, variant).withReduction(Reduction.SUM);
        TrainingPlan plan = new TrainingPlan(1, 1, OptionalLong.empty());
        double[] weights = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        return new ReportRun(new ReportSetting(split, spec, plan, weights, 1), null, false, false, null)
                .run(Provenance.of(Map.of(), Map.of()), KeptParts.none(), provisional -> {});
    }
}
