package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SweepFile;
import org.junit.jupiter.api.Test;

class SweepsTest {
    private static final Sweeps SWEEPS = ExampleSweeps.ofBook();

    @Test
    void everyFigureOfTheBookIsInThePageAndInTheText() {
        String page = HtmlReport.render(ExampleReports.agreeing(), ExampleReports.split());
        String text = MarkdownReport.render(ExampleReports.agreeing());
        assertThat(SWEEPS.book().stream().map(BookRow::figure).distinct()).containsExactlyElementsOf(BookFigure.all());
        for (BookRow row : SWEEPS.book()) {
            String printed = Sweeps.printed(row);
            String mean = Sweeps.percent(row.accuracy());
            assertThat(page.contains("<td>" + printed + "</td>")).as(printed).isTrue();
            assertThat(page.contains("<b>" + mean + "</b>")).as(mean).isTrue();
            assertThat(page.contains("<td>" + row.verdict() + "</td>")).isTrue();
            assertThat(text).contains("| " + row.figure().name() + " | " + printed + " |", "| " + mean + " |");
        }
    }

    @Test
    void aMeanBelowThePrintedFigureSaysByHowMuch() {
        BookRow row = SWEEPS.book().stream()
                .filter(each -> each.figure().name().startsWith("rotated copies, 5"))
                .findFirst()
                .orElseThrow();
        // 0.9552 against 0.9745
        assertThat(row.verdict()).isEqualTo("1.93 ± 0.05 below; 0 of 3 seeds reach it"); // 0.0248 sqrt(3 + 1)
        assertThat(new BookRow(row.figure(), row.setting(), row.epochs(), row.accuracy(), -0.00004, 0.001, 1).verdict())
                .isEqualTo("the same ± 0.10; 1 of 3 seeds reaches it");
        // seeds 0.9551, 0.9552, 0.9553: t of 2 degrees of freedom is 4.3027, and 4.3027 * 0.0001 / sqrt(3) = 0.000248
        assertThat(Sweeps.percent(row.accuracy())).isEqualTo("95.52\u00a0±\u00a00.02");
    }

    @Test
    void thePlaceOfTheResultsAndTheAnswerAboutDl4jAreThere() {
        String text = MarkdownReport.render(ExampleReports.agreeing());
        assertThat(text)
                .contains("they come from the example: 118 trainings on MNIST")
                .contains("**scratch-fast and dl4j, 784-200-10, rate 0.1, TRUE\\_GRADIENT, after 1 epoch**")
                .contains("Kolmogorov-Smirnov: D = ", "scratch-fast minus DL4J is 0.00000 ± 0.00000 over 8 seeds");
    }

    @Test
    void everyPrintedFigureIsAPointOfAChart() {
        List<Chart> charts = SweepCharts.of(SWEEPS);
        assertThat(charts).hasSize(4);
        List<Integer> points = charts.stream()
                .map(chart -> series(chart, "printed in the book").get("data").size())
                .toList();
        // all but "the best number of epochs", which has no place on an axis; 0 degrees are the 200 hidden nodes
        assertThat(points).containsExactly(5, 4, 3 + 7, 1 + 7 + 1 + 4);
        JsonNode rates = charts.get(0).option();
        assertThat(rates.at("/xAxis/data").toString()).isEqualTo("[\"0.01\",\"0.1\",\"0.2\",\"0.3\",\"0.6\"]");
        assertThat(series(charts.get(0), "printed in the book").at("/data/0").toString())
                .isEqualTo("[0,92.41]");
        assertThat(rates.at("/series/0/name").asText()).isEqualTo("scratch-fast, BOOK_RULE, INCOMING_LINKS");
        // lowest is the printed 90.47, highest a whisker at 95.12 + 0.0248
        assertThat(rates.at("/yAxis/min").asDouble()).isEqualTo(90);
        assertThat(rates.at("/yAxis/max").asDouble()).isEqualTo(96);
        assertThat(rates.at("/series/0/markLine/data/0/1/coord/1").asDouble())
                .isGreaterThan(rates.at("/series/0/data/0").asDouble());
    }

    @Test
    void likelierInitialWeightsAreNamedOnlyIfTheIntervalAllows() {
        // the example's accuracies do not depend on the initial weights
        assertThat(SWEEPS.closest()).hasSize(2).first().asString().contains("in percentage points");
        assertThat(SWEEPS.closest().get(1))
                .startsWith("Over 15 figures, what is printed lies 0.00 ± 0.00 standard deviations")
                .endsWith(": it does not tell from which of the two it comes.");
        // the suite's own: one figure decides the mean, and the interval shows it
        assertThat(Sweeps.of("stored", SweepFile.stored()).closest().get(1))
                .contains("scratch-fast from INCOMING_LINKS", "it does not tell");
        assertThat(ExampleSweeps.ofSource("elsewhere").closest()).hasSize(1);
        assertThat(SWEEPS.originLines())
                .containsExactly("1 run, begun 2026-01-02T03:04:05Z, MNIST, 2 cores, MNIST, JDK MNIST, kernels MNIST");
    }

    @Test
    void resultsOfOtherSettingsHaveATableAndNoChart() {
        assertThat(SweepCharts.of(ExampleSweeps.ofSource("elsewhere"))).isEmpty();
        assertThat(MarkdownSweeps.render(ExampleSweeps.ofSource("elsewhere")))
                .contains("| scratch, BOOK\\_RULE, OWN\\_NODES, 784-100-10, rate 0.1 | 1 | 95.11 |");
    }

    private static JsonNode series(Chart chart, String name) {
        return StreamSupport.stream(chart.option().get("series").spliterator(), false)
                .filter(each -> each.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
