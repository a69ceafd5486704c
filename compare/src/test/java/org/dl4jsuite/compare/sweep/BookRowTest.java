package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

class BookRowTest {
    /** The book prints 0.9523 after one epoch, and 0.9689 for the best number of epochs. */
    private static final SweepConfiguration HUNDRED_NODES = SweepExamples.byTheBook(100);

    private static List<BookRow> rows(List<SweepResult> results) {
        return BookRow.of(SweepResults.of(SweepExamples.DATA, results));
    }

    @Test
    void theMeanOfThreeSeedsBesideAPrintedFigure() {
        BookRow row = onlyRow(SweepExamples.seeds(HUNDRED_NODES, 0.9521, 0.9523, 0.9531));
        assertThat(row.figure().name()).isEqualTo("learning rate 0.1");
        assertThat(row.setting()).isEqualTo(HUNDRED_NODES);
        assertThat(row.epochs()).isEqualTo(1);
        assertThat(row.accuracy().mean()).isEqualTo(0.9525, within(1e-12));
        assertThat(row.above()).isEqualTo(0.0002, within(1e-12));
        // distances from the mean are 4, 2 and 6 times 1e-4: variance 28e-8; t of 2 degrees of freedom is 4.302653
        assertThat(row.margin()).isEqualTo(4.302653 * Math.sqrt(28e-8 * 4 / 3), within(1e-9));
        assertThat(row.reached()).isEqualTo(2); // what is printed counts as reached
        assertThat(row.verdict()).isEqualTo("0.02 ± 0.26 above; 2 of 3 seeds reach it");
    }

    @Test
    void theVerdictSaysBelowAboveAndTheSame() {
        assertThat(onlyRow(SweepExamples.seeds(HUNDRED_NODES, 0.9500)).verdict())
                .isEqualTo("0.23 below; 0 of 1 seeds reach it"); // no interval of a single seed
        assertThat(onlyRow(SweepExamples.seeds(HUNDRED_NODES, 0.9524)).verdict())
                .isEqualTo("0.01 above; 1 of 1 seeds reaches it");
        // four decimals are printed: 0.95234 would be printed as 0.9523 and 0.95236 as 0.9524
        assertThat(onlyRow(SweepExamples.seeds(HUNDRED_NODES, 0.95234)).verdict())
                .isEqualTo("the same; 1 of 1 seeds reaches it");
        assertThat(onlyRow(SweepExamples.seeds(HUNDRED_NODES, 0.95226)).verdict())
                .isEqualTo("the same; 0 of 1 seeds reach it");
    }

    @Test
    void halfOfTheLastPrintedDigitIsADifference() {
        BookRow row = onlyRow(SweepExamples.seeds(HUNDRED_NODES, 0.9524));
        assertThat(new BookRow(row.figure(), row.setting(), 1, row.accuracy(), 0.5e-4, Double.NaN, 1).verdict())
                .startsWith("0.01 above;"); // 0.005 percentage points, rounded up
        assertThat(new BookRow(row.figure(), row.setting(), 1, row.accuracy(), 0.49e-4, Double.NaN, 1).verdict())
                .startsWith("the same;");
    }

    private static BookRow onlyRow(List<SweepResult> results) {
        List<BookRow> rows = rows(results);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void onlyTheBooksSettingsByItsRuleHaveARow() {
        assertThat(rows(SweepExamples.seeds(SweepExamples.byTheBook(101), 0.95)))
                .isEmpty();
        assertThat(rows(SweepExamples.seeds(changed(Variant.TRUE_GRADIENT, 0, 0.1), 0.95)))
                .isEmpty();
        assertThat(rows(SweepExamples.seeds(changed(Variant.BOOK_RULE, 10, 0.1), 0.95)))
                .isEmpty();
        assertThat(rows(SweepExamples.seeds(changed(Variant.BOOK_RULE, 0, 0.15), 0.95)))
                .isEmpty();
        assertThat(rows(SweepExamples.seeds(changed(Variant.BOOK_RULE, 0, 0.2), 0.95)))
                .extracting(row -> row.figure().name())
                .containsExactly("learning rate 0.2");
        // either side, each in a row of its own
        List<SweepResult> both = new ArrayList<>(SweepExamples.seeds(HUNDRED_NODES, 0.95));
        both.addAll(SweepExamples.seeds(HUNDRED_NODES.on(Side.DL4J), 0.96));
        assertThat(rows(both)).extracting(row -> row.accuracy().mean()).containsExactlyInAnyOrder(0.95, 0.96);
    }

    private static SweepConfiguration changed(Variant variant, double rotation, double rate) {
        return new SweepConfiguration(
                HUNDRED_NODES.side(), variant, HUNDRED_NODES.initialWeights(), rotation, 100, rate, 0, 0);
    }

    @Test
    void theBestNumberOfEpochsIsThatOfTheHighestMean() {
        Double[] rising = {0.90, 0.91, 0.92, 0.93, 0.94, 0.95, 0.969, 0.955, 0.95, 0.94};
        Double[] early = {0.90, 0.91, 0.92, 0.93, 0.99, 0.95, 0.967, 0.955, 0.95, 0.94};
        // seed 2 alone is best after 5 epochs, the mean after 7: 0.968, and 0.965 after 5
        List<BookRow> rows = rows(
                List.of(SweepExamples.result(HUNDRED_NODES, 1, rising), SweepExamples.result(HUNDRED_NODES, 2, early)));
        assertThat(rows)
                .extracting(row -> row.figure().name(), BookRow::epochs)
                .containsExactly(tuple("learning rate 0.1", 1), tuple("best number of epochs, rate 0.1", 7));
        BookRow best = rows.get(1);
        assertThat(best.accuracy().mean()).isEqualTo(0.968, within(1e-12));
        assertThat(best.above()).isEqualTo(0.968 - 0.9689, within(1e-12));
        assertThat(best.reached()).isEqualTo(1); // 0.969 of seed 1
    }

    @Test
    void nineEpochsHaveNoBestNumber() {
        Double[] nine = {0.90, 0.91, 0.92, 0.93, 0.94, 0.95, 0.969, 0.955, 0.95};
        assertThat(rows(List.of(SweepExamples.result(HUNDRED_NODES, 1, nine))))
                .extracting(row -> row.figure().name())
                .containsExactly("learning rate 0.1");
    }

    @Test
    void severalPrintedRunsHaveAMeanAndARange() {
        BookFigure seven = named("200 hidden nodes");
        // 51 + 42 + 34 + 12 + 47 + 33 + 11 are 230
        assertThat(seven.printedMean()).isEqualTo(0.97 + 0.0230 / 7, within(1e-12));
        assertThat(seven.printedRange()).isEqualTo("97.11 to 97.51");
        assertThat(named("learning rate 0.01").printedRange()).isEqualTo("92.41");
        assertThat(BookFigure.source()).startsWith("Tariq Rashid, Make Your Own Neural Network");
    }

    private static BookFigure named(String name) {
        return BookFigure.all().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
