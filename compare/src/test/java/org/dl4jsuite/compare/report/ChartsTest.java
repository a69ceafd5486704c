package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void trajectoryIsLogarithmicOnBothAxes() {
        JsonNode option =
                Charts.trajectory(ExampleReports.agreeing().trajectory()).option();
        assertThat(option.at("/xAxis/type").asText()).isEqualTo("log");
        assertThat(option.at("/yAxis/axisLabel/formatter").asText()).isEqualTo("@powerOfTen");
        assertThat(option.at("/series/0/name").asText()).isEqualTo("tolerance");
        assertThat(option.at("/series/0/data/5/0").asLong()).isEqualTo(60_000);
        assertThat(option.at("/series/0/data/5/1").asDouble()).isEqualTo(Math.log10(4.5e-13));
        assertThat(option.at("/series/1/data/5/value/1").asDouble()).isEqualTo(Math.log10(8.0e-15));
    }

    @Test
    void whatALogarithmicAxisCannotShowIsLeftOut() {
        JsonNode option = Charts.trajectory(List.of(
                        new TrajectoryPoint(1, 0, "W1[0][0]", 1e-15, 0 / 1e-15, 2e-16),
                        new TrajectoryPoint(10, Double.NaN, "W1[0][0]", 1e-15, Double.NaN / 1e-15, 2e-16)))
                .option();
        assertThat(option.at("/series/1/data/0/value/1").isNull()).isTrue();
        assertThat(option.at("/series/1/data/1/value/1").isNull()).isTrue();
        assertThat(option.at("/series/1/data/1/itemStyle/color").asText()).isEqualTo("var(--bad)");
    }

    @Test
    void eachNetworkHasOneColourEverywhere() {
        Report report = ExampleReports.agreeing();
        TrainingTable table = TrainingTable.of(report.accuracy());
        assertThat(Charts.accuracy(table).option().at("/series").findValuesAsText("name"))
                .containsExactly("scratch DOUBLE", "dl4j DOUBLE", "dl4j FLOAT");
        List<String> lines = StreamSupport.stream(
                        Charts.accuracy(table).option().at("/series").spliterator(), false)
                .map(series -> series.get("color").asText())
                .toList();
        List<String> bars = new SpeedPage(ExampleSpeeds.all())
                .bars()
                .get(0)
                .option()
                .at("/series/0/data")
                .findValuesAsText("color");
        assertThat(lines).containsExactly("var(--scratch)", "var(--dl4j)", "var(--dl4j-float)");
        assertThat(bars).containsExactly("var(--scratch)", "var(--dl4j)", "var(--dl4j-float)", "var(--dl4j-stock)");
    }

    @Test
    void everyColourIsInTheStyleSheet() {
        for (String network : List.of("scratch", "scratch-fast", "dl4j", "dl4j-tuned", "dl4j-stock", "unheard-of")) {
            for (Precision precision : Precision.values()) {
                String color = NetworkStyle.of(network, precision).color();
                assertThat(PageFiles.css()).contains(color.substring("var(".length(), color.length() - 1) + ": #");
            }
        }
    }

    @Test
    void everyFormatIsInTheScript() {
        Report report = ExampleReports.agreeing();
        TrainingTable table = TrainingTable.of(report.accuracy());
        List<Chart> charts = new ArrayList<>(new SpeedPage(ExampleSpeeds.grid()).curves());
        charts.add(new SpeedPage(ExampleSpeeds.grid()).roofline());
        charts.addAll(List.of(Charts.trajectory(report.trajectory()), Charts.accuracy(table), Charts.loss(table)));
        for (Chart chart : charts) {
            List<String> formats = new ArrayList<>(chart.option().findValuesAsText("valueFormatter"));
            formats.addAll(chart.option().findValuesAsText("formatter"));
            formats.removeIf(format -> !format.startsWith("@"));
            assertThat(formats)
                    .isNotEmpty()
                    .allMatch(format -> PageFiles.chartScript().contains("'" + format + "'"));
        }
    }

    @Test
    void whiskersRunFromQuartileToQuartile() {
        Chart train = new SpeedPage(ExampleSpeeds.all()).bars().get(0);
        assertThat(train.title()).isEqualTo("Time to train, batch 1, 200 hidden nodes");
        JsonNode whisker = train.option().at("/series/0/markLine/data/1");
        assertThat(whisker.at("/0/coord/0").asDouble()).isEqualTo(417 * 0.93);
        assertThat(whisker.at("/1/coord/0").asDouble()).isEqualTo(417 * 1.11);
        assertThat(whisker.at("/0/coord/1").asInt()).isEqualTo(1);
    }

    @Test
    void curvesRunOverTheSizes() {
        List<Chart> curves = new SpeedPage(ExampleSpeeds.grid()).curves();
        assertThat(curves)
                .extracting(Chart::title)
                .containsExactly("Time to train against samples a step", "Time to train against hidden nodes");
        JsonNode overHidden = curves.get(1).option();
        assertThat(overHidden.at("/yAxis/type").asText()).isEqualTo("log");
        assertThat(overHidden.at("/series").findValuesAsText("name"))
                .containsExactly("scratch-fast FLOAT", "dl4j-tuned FLOAT");
        assertThat(overHidden.at("/series/0/data").toString()).isEqualTo("[[50.0,1.5],[200.0,3.5],[1000.0,14.0]]");
        assertThat(curves.get(0).option().at("/series/1/data").toString()).isEqualTo("[[1.0,356.0],[64.0,12.0]]");
    }

    @Test
    void rooflineHasTheCeilingsAndEveryFloatRow() {
        JsonNode series =
                new SpeedPage(ExampleSpeeds.grid()).roofline().option().at("/series");
        assertThat(series.findValuesAsText("name"))
                .containsExactly(
                        "ceiling: reading", "ceiling: reading and writing", "scratch-fast FLOAT", "dl4j-tuned FLOAT");
        // the slope meets the multiply-add rate where the bandwidth feeds just enough
        assertThat(series.at("/0/data/1/0").asDouble()).isEqualTo(116.7 / 98.7);
        assertThat(series.at("/0/data/1/1").asDouble()).isEqualTo(116.7);
        assertThat(series.at("/0/data/0/1").asDouble()
                        / series.at("/0/data/0/0").asDouble())
                .isCloseTo(98.7, within(1e-9));
        assertThat(series.at("/2/data")).hasSize(4);
        assertThat(series.at("/2/data/0/0").asDouble()).isEqualTo(1.0 / 3);
        assertThat(series.at("/2/data/0/1").asDouble()).isEqualTo(4.0 * 784 * 200 / 3.5 / 1e3);
    }

    @Test
    void optionsAreJsonThatCannotEndAScript() throws Exception {
        TrainingTable table =
                TrainingTable.of(List.of(new EpochAccuracy("</script>", Precision.DOUBLE, 1, Double.NaN, 0.5)));
        Chart chart = Charts.loss(table);
        assertThat(chart.json()).doesNotContain("<");
        assertThat(Json.MAPPER.readTree(chart.json())).isEqualTo(chart.option());
        assertThat(chart.option().at("/series/0/data/0").isNull()).isTrue();
    }
}
