package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.MarkdownRenderer;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepFile;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

class SweepsTest {
    private static final Sweeps SWEEPS = ExampleSweeps.ofBook();

    @Test
    void everyFigureOfTheBookIsInThePageAndInTheText() {
        Document document = ReportDocument.of(ExampleReports.agreeing(), ExampleReports.split());
        String page = HtmlRenderer.render(document);
        String text = MarkdownRenderer.render(document);
        assertThat(SWEEPS.book().stream().map(BookRow::figure).distinct()).containsExactlyElementsOf(BookFigure.all());
        for (BookRow row : SWEEPS.book()) {
            String printed = SweepsSection.printed(row);
            String mean = SweepsSection.percent(row.accuracy());
            assertThat(page.contains("<td>" + printed + "</td>")).as(printed).isTrue();
            assertThat(page.contains("<strong>" + mean + "</strong>")).as(mean).isTrue();
            assertThat(page.contains("<td>" + row.verdict() + "</td>")).isTrue();
            assertThat(text).contains("| " + row.figure().name(), "| " + printed + " |", "| " + mean + " |");
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
        assertThat(SweepsSection.percent(row.accuracy())).isEqualTo("95.52\u00a0±\u00a00.02");
    }

    @Test
    void thePlaceOfTheResultsAndTheAnswerAboutDl4jAreThere() {
        assertThat(MarkdownRenderer.render(ReportDocument.of(ExampleReports.agreeing(), ExampleReports.split())))
                .contains("they come from the example: 118 trainings on MNIST")
                .contains("**scratch-fast and dl4j, 784-200-10, rate 0.1, TRUE\\_GRADIENT, after 1 epoch.**")
                .contains("Kolmogorov-Smirnov: D = ", "scratch-fast minus DL4J is 0.00000 ± 0.00000 over 8 seeds");
    }

    @Test
    void everyPrintedFigureIsAPointOfAChart() {
        List<Chart> charts = SweepCharts.of(SWEEPS.rows());
        assertThat(charts)
                .extracting(Chart::title)
                .containsExactly(
                        "Learning rate (100 hidden nodes, no rotation, scratch-fast, BOOK_RULE)",
                        "Epochs (100 hidden nodes, no rotation, scratch-fast, BOOK_RULE)",
                        "Epochs (200 hidden nodes, no rotation, scratch-fast, BOOK_RULE)",
                        "Epochs (200 hidden nodes, rotated ±10°, scratch-fast, BOOK_RULE)",
                        "Hidden nodes (rate 0.1, no rotation, scratch-fast, BOOK_RULE)",
                        "Degrees of rotation either way, 0 for no rotated copies (200 hidden nodes, scratch-fast,"
                                + " BOOK_RULE)");
        // all but "the best number of epochs", which has no place on an axis, is on one chart at least
        assertThat(charts.stream()
                        .flatMap(chart -> series(chart, "printed in the book").points().stream())
                        .map(Chart.Point::y))
                .containsAll(BookFigure.all().stream()
                        .filter(figure -> figure.epochs() != null)
                        .flatMap(figure -> figure.printed().stream())
                        .map(accuracy -> 100 * accuracy)
                        .toList());
        Chart rates = charts.get(0);
        assertThat(rates.x().categories()).containsExactly("0.01", "0.1", "0.2", "0.3", "0.6");
        assertThat(rates.series())
                .extracting(Chart.Series::name)
                .contains("1 epoch, INCOMING_LINKS", "1 epoch, OWN_NODES", "2 epochs, INCOMING_LINKS");
        Chart.Point first = series(rates, "printed in the book").points().get(0);
        assertThat(first.x()).isZero();
        assertThat(first.y()).isCloseTo(92.41, within(1e-9));
        Chart.Point mean = rates.series().get(0).points().get(0);
        assertThat(mean.y()).isCloseTo(95.12, within(1e-9));
        assertThat(mean.high()).isCloseTo(95.12 + 0.0248, within(1e-4));
    }

    @Test
    void anySweepIsDrawnOverWhatItVaries() {
        List<SweepConfiguration> wanted = new ArrayList<>();
        for (int hidden : List.of(20, 40)) {
            for (double rate : List.of(0.05, 0.1, 0.4)) {
                wanted.add(new SweepConfiguration(
                        Side.DL4J, Variant.TRUE_GRADIENT, InitialWeights.INCOMING_LINKS, 0, hidden, rate, 2, 1));
            }
        }
        List<Chart> charts = SweepCharts.of(ExampleSweeps.of(wanted).rows());
        assertThat(charts)
                .extracting(Chart::title)
                .containsExactly(
                        "Learning rate (2 epochs, 20 hidden nodes, no rotation, dl4j, TRUE_GRADIENT, INCOMING_LINKS)",
                        "Learning rate (2 epochs, 40 hidden nodes, no rotation, dl4j, TRUE_GRADIENT, INCOMING_LINKS)",
                        "Epochs (20 hidden nodes, no rotation, dl4j, TRUE_GRADIENT, INCOMING_LINKS)",
                        "Epochs (40 hidden nodes, no rotation, dl4j, TRUE_GRADIENT, INCOMING_LINKS)",
                        "Hidden nodes (2 epochs, no rotation, dl4j, TRUE_GRADIENT, INCOMING_LINKS)");
        assertThat(charts.get(4).series())
                .extracting(Chart.Series::name)
                .containsExactly("rate 0.05", "rate 0.1", "rate 0.4");
        // of one seed there is no interval, and the book printed nothing about these
        assertThat(charts.get(0).series()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("mean");
            assertThat(line.points()).hasSize(3).allMatch(point -> point.low() == null);
        });
    }

    @Test
    void likelierInitialWeightsAreNamedOnlyIfTheIntervalAllows() {
        // the example's accuracies do not depend on the initial weights
        assertThat(SweepsSection.closest(SWEEPS.book()))
                .hasSize(2)
                .first()
                .asString()
                .contains("in percentage points");
        assertThat(SweepsSection.closest(SWEEPS.book()).get(1))
                .startsWith("Over 15 figures, what is printed lies 0.00 ± 0.00 standard deviations")
                .endsWith(": it does not tell from which of the two it comes.");
        // the suite's own: one figure decides the mean, and the interval shows it
        assertThat(SweepsSection.closest(Sweeps.of("stored", SweepFile.stored()).book())
                        .get(1))
                .contains("scratch-fast from INCOMING_LINKS", "it does not tell");
        assertThat(SweepsSection.closest(ExampleSweeps.ofSource("elsewhere").book()))
                .hasSize(1);
        assertThat(SweepsSection.origins(SWEEPS.origins()))
                .containsExactly("1 run, begun 2026-01-02T03:04:05Z, MNIST, 2 cores, MNIST, JDK MNIST, kernels MNIST");
    }

    @Test
    void aSingleTrainingHasATableAndNoChart() {
        assertThat(SweepCharts.of(ExampleSweeps.ofSource("elsewhere").rows())).isEmpty();
        assertThat(MarkdownRenderer.render(
                        ReportDocument.of(ExampleReports.ofSource("elsewhere"), ExampleReports.split())))
                .contains("| scratch, BOOK\\_RULE, OWN\\_NODES, 784-100-10, rate 0.1 | 1 | 95.11 |");
    }

    private static Chart.Series series(Chart chart, String name) {
        return chart.series().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
