package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Point;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.junit.jupiter.api.Test;

/** The data of the charts, and that the page's script and style sheet know every name in them. */
class ChartsTest {
    private static final List<Chart> ALL = all();
    private static final String PAGE = HtmlRenderer.render(new Document("", "", List.<Block>copyOf(ALL), List.of()));

    private static List<Chart> all() {
        List<EpochAccuracy> training = ExampleReports.agreeing().accuracy();
        List<Chart> charts =
                new ArrayList<>(SpeedSection.bars(ExampleSpeeds.all().rows()));
        charts.addAll(SpeedSection.curves(ExampleSpeeds.grid().rows()));
        charts.add(SpeedSection.roofline(ExampleSpeeds.grid()));
        charts.addAll(SweepCharts.of(ExampleSweeps.ofBook().rows()));
        charts.add(InsideSection.chart("links", ExampleInsides.views(), InsideView::withoutLinks));
        charts.add(TrajectorySection.chart(ExampleReports.failing().trajectory()));
        charts.add(TrainingSection.accuracy(training));
        charts.add(TrainingSection.loss(training));
        return charts;
    }

    @Test
    void everyStyleAndFormatIsInTheScript() {
        for (Chart chart : ALL) {
            for (Chart.Axis axis : List.of(chart.x(), chart.y())) {
                assertThat(axis.format().isEmpty() || PAGE.contains("\n    " + axis.format() + ": ("))
                        .as(axis.format())
                        .isTrue();
            }
            for (Series series : chart.series()) {
                String style = series.style();
                assertThat(style.matches("\\d+")
                                || PAGE.contains("    " + style + ": {")
                                || PAGE.contains("'" + style + "': {"))
                        .as(style)
                        .isTrue();
            }
        }
    }

    @Test
    void everyColourIsInTheStyleSheet() {
        for (String network : List.of("scratch", "scratch-fast", "dl4j", "dl4j-tuned", "dl4j-stock", "unheard-of")) {
            for (Precision precision : Precision.values()) {
                for (String kernels : List.of("plain", "vector (512 bit)")) {
                    String style = NetworkName.of(network, precision, kernels).series();
                    assertThat(Pattern.compile("--" + style + ": #")
                                    .matcher(PAGE)
                                    .results())
                            .as("light and dark %s", style)
                            .hasSize(2);
                }
            }
        }
    }

    @Test
    void trajectoryHasItsNumbersAndMarksFailures() {
        Chart chart = TrajectorySection.chart(List.of(
                new TrajectoryPoint(1, 0, "W1[0][0]", 1e-15, 0, 2e-16),
                new TrajectoryPoint(10, Double.NaN, "W1[0][0]", 1e-15, Double.NaN, 2e-16)));
        assertThat(chart.x().scale()).isEqualTo(Scale.LOG);
        assertThat(chart.y().scale()).isEqualTo(Scale.EXPONENT);
        assertThat(chart.series())
                .extracting(Series::name)
                .containsExactly("tolerance", "drift by rounding", "difference");
        assertThat(chart.series().get(2).points())
                .containsExactly(new Point(1, 0.0, null, null, false), new Point(10, null, null, null, true));
    }

    @Test
    void eachNetworkHasOneStyleEverywhere() {
        Chart lines = TrainingSection.accuracy(ExampleReports.agreeing().accuracy());
        assertThat(lines.series())
                .extracting(Series::name)
                .containsExactly("scratch DOUBLE", "dl4j DOUBLE", "dl4j FLOAT");
        assertThat(lines.series()).extracting(Series::style).containsExactly("scratch", "dl4j", "dl4j-float");
        assertThat(SpeedSection.bars(ExampleSpeeds.all().rows()).get(0).series())
                .extracting(Series::style)
                .containsExactly("scratch", "dl4j", "dl4j-float", "dl4j-stock");
    }

    @Test
    void whiskersRunFromQuartileToQuartile() {
        Chart train = SpeedSection.bars(ExampleSpeeds.all().rows()).get(0);
        assertThat(train.title()).isEqualTo("Time to train, batch 1, 200 hidden nodes");
        assertThat(train.y().categories()).first().isEqualTo("scratch DOUBLE\n1 thread");
        assertThat(train.series().get(1).points()).containsExactly(new Point(1, 417.0, 417 * 0.93, 417 * 1.11, false));
    }

    @Test
    void curvesRunOverTheSizes() {
        List<Chart> curves = SpeedSection.curves(ExampleSpeeds.grid().rows());
        assertThat(curves)
                .extracting(Chart::title)
                .containsExactly("Time to train against samples per step", "Time to train against hidden nodes");
        Chart overHidden = curves.get(1);
        assertThat(overHidden.y().scale()).isEqualTo(Scale.LOG);
        assertThat(overHidden.series())
                .extracting(Series::name)
                .containsExactly("scratch-fast FLOAT", "dl4j-tuned FLOAT");
        assertThat(overHidden.series().get(0).points())
                .extracting(Point::x, Point::y)
                .containsExactly(tuple(50.0, 1.5), tuple(200.0, 3.5), tuple(1000.0, 14.0));
    }

    @Test
    void rooflineHasTheCeilingsAndEveryFloatRow() {
        List<Series> series = SpeedSection.roofline(ExampleSpeeds.grid()).series();
        assertThat(series)
                .extracting(Series::name)
                .containsExactly(
                        "ceiling: reading", "ceiling: reading and writing", "scratch-fast FLOAT", "dl4j-tuned FLOAT");
        // the slope meets the multiply-add rate where the bandwidth feeds just enough
        List<Point> roof = series.get(0).points();
        assertThat(roof.get(1).x()).isEqualTo(116.7 / 98.7);
        assertThat(roof.get(1).y()).isEqualTo(116.7);
        assertThat(roof.get(0).y()).isCloseTo(98.7 * roof.get(0).x(), within(1e-9));
        assertThat(series.get(2).points()).hasSize(4);
        assertThat(series.get(2).points().get(0).x()).isEqualTo(1.0 / 3);
        assertThat(series.get(2).points().get(0).y()).isEqualTo(4.0 * 784 * 200 / 3.5 / 1e3);
    }

    @Test
    void dataAreJsonThatCannotBecomeMarkup() throws Exception {
        Chart chart =
                TrainingSection.loss(List.of(new EpochAccuracy("\"></script>", Precision.DOUBLE, 1, Double.NaN, 0.5)));
        assertThat(Json.MAPPER.readTree(chart.json()).at("/series/0/points/0/y").isNull())
                .isTrue();
        String page = HtmlRenderer.render(new Document("", "", List.of(chart), List.of()));
        assertThat(page.contains("\\&#34;&gt;&lt;/script>") || page.contains("\\&#34;></script>"))
                .isFalse();
        assertThat(page.contains("\\&#34;>&lt;/script>")).isTrue();
    }
}
