package org.dl4jsuite.compare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.study.Worksheet.Line;
import org.dl4jsuite.compare.study.Worksheet.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorksheetTest {
    /** A double keeps 16 digits, and a sheet's values come from a few dozen operations on numbers below 10. */
    private static final double ROUNDING = 1e-14;

    static Stream<Worksheet> worksheets() {
        return Stream.concat(
                HandLessons.worksheets().stream(),
                LongStream.of(0, 1, 7, 42, 4_294_967_295L).mapToObj(Worksheet::ofSeed));
    }

    @Test
    void exponentialIsRight() {
        assertThat(BigExpression.exp(BigDecimal.ONE))
                .isEqualByComparingTo("2.7182818284590452353602874713526624977572470937000");
        assertThat(BigExpression.exp(new BigDecimal("-2.5")).doubleValue()).isEqualTo(Math.exp(-2.5));
    }

    /** By the expressions that stand on the sheet, from the values that are given there, in 50 decimal digits. */
    @ParameterizedTest
    @MethodSource("worksheets")
    void answersAreWhatTheSheetAsksFor(Worksheet worksheet) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (Line line : worksheet.given()) {
            values.put(line.symbol(), BigDecimal.valueOf(line.value()));
        }
        for (Step step : worksheet.steps()) {
            for (Line line : step.lines()) {
                BigDecimal value = BigExpression.of(line.how(), values);
                assertThat(line.value())
                        .as("%s, %s", worksheet.id(), line.symbol())
                        .isCloseTo(value.doubleValue(), within(ROUNDING));
                values.put(line.symbol(), value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worksheets")
    void pageOfAnswersHasThemRoundedToFourDecimals(Worksheet worksheet) {
        Map<String, BigDecimal> values = new HashMap<>();
        worksheet.given().forEach(line -> values.put(line.symbol(), BigDecimal.valueOf(line.value())));
        List<Table.Row> rows = rows(worksheet, true);
        int row = 0;
        for (Step step : worksheet.steps()) {
            for (Line line : step.lines()) {
                BigDecimal value = BigExpression.of(line.how(), values);
                values.put(line.symbol(), value);
                assertThat(last(rows.get(row++)))
                        .as("%s, %s", worksheet.id(), line.symbol())
                        .isIn(
                                value.setScale(4, RoundingMode.HALF_UP).toPlainString(),
                                "-" + value.setScale(4, RoundingMode.HALF_UP).toPlainString()); // -0.0000
            }
        }
        assertThat(rows).hasSize(row);
    }

    @ParameterizedTest
    @MethodSource("worksheets")
    void sheetHasBlanksAndNoAnswers(Worksheet worksheet) {
        assertThat(rows(worksheet, false))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(last(row)).isEmpty());
    }

    @Test
    void sheetOfASeedIsAlwaysTheSame() {
        assertThat(Worksheet.ofSeed(7)).isEqualTo(Worksheet.ofSeed(7)).isNotEqualTo(Worksheet.ofSeed(8));
        assertThat(Worksheet.ofSeed(7).given())
                .hasSize(2 + 4 + 4 + 2 + 1)
                .allSatisfy(
                        line -> assertThat(100 * line.value()).isCloseTo(Math.rint(100 * line.value()), within(1e-12)));
    }

    @Test
    void pagesAreWritten() {
        List<StudyPage> pages = WorksheetPages.ofSeed(7);
        assertThat(pages).extracting(StudyPage::file).containsExactly("worksheet-7.html", "worksheet-7-answers.html");
        String answers = HtmlRenderer.render(pages.get(1).document());
        Step last = Worksheet.ofSeed(7).steps().get(8);
        assertThat(answers)
                .contains(String.format(Locale.ROOT, "%.4f", last.lines().get(0).value()));
    }

    private static List<Table.Row> rows(Worksheet worksheet, boolean answers) {
        return WorksheetPages.blocks(worksheet, answers).stream()
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).rows().stream())
                .toList();
    }

    private static String last(Table.Row row) {
        List<Span> lines = row.cells().get(row.cells().size() - 1).lines();
        return lines.isEmpty() ? "" : lines.get(0).text();
    }
}
