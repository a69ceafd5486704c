package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.MarkdownRenderer;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void verdictComesFirst() {
        assertThat(render(ExampleReports.agreeing()))
                .startsWith("# Same network: yes\n")
                .contains(
                        "- Weights: **8.0e-15** largest difference after 60,000 steps",
                        "- Lessons: **3** lessons agree")
                .contains(
                        "- Training time: **78.4\u00a0µs** per sample with scratch DOUBLE; 356\u00a0µs with dl4j-tuned FLOAT")
                .contains("Measured 2026-01-02T03:04:05Z on AMD EPYC 7B13, 2 cores");
    }

    @Test
    void everySectionIsThere() {
        String text = render(ExampleReports.agreeing());
        Report report = ExampleReports.agreeing();
        for (Block.Section section :
                ReportDocument.of(report, ExampleReports.split()).sections()) {
            assertThat(text).contains("## " + section.title() + "\n");
        }
        assertThat(text)
                .contains("| 60,000 | 8.0e-15 | W2\\[3\\]\\[7\\] | 2.0e-16 | 4.5e-13 | agree |")
                .contains("| \\#8 | 8 | 8 | 3 |")
                .contains(
                        "| decades<br>3-4-1 | what it is<br>A text, part 1 | 0.5 → 5.0e-4<br>iterations 0 to 2,000, log scale |"
                                + " agree<br>equal to the last bit | 1 of 1 met<br>1 erratum confirmed |")
                .contains(
                        "- **Erratum, outputs.** The source prints 0.26, 4; its own code gives 0.25, 4. A slip of the pen.")
                .contains("| dl4j-tuned DOUBLE | train | 1 | 200 | 1 | 388 | 417 | 463 | 21 | 1.50 |")
                .contains(
                        "Both networks get **1 of 2** right.",
                        "### 8-colours.png 260 × 340, label 8",
                        "| centred | DL4J | 3 | 0.01 | 0.02 | 0.20 | 0.44 |")
                .contains("in every cell equal to scratch DOUBLE");
    }

    @Test
    void failureIsNamedAndSpeedRefused() {
        String text = render(ExampleReports.failing());
        assertThat(text)
                .startsWith("# Same network: no\n")
                .contains("> The runs part in step 7, layer 2")
                .contains("odd one out: scratch")
                .contains("> " + ExampleReports.REFUSAL)
                .doesNotContain("µs", "Microseconds");
        assertThat(ExampleReports.SPEED_FIGURES).noneMatch(figure -> text.contains("| " + figure + " |"));
    }

    @Test
    void lessonThatIsNotAsItShouldBeIsNamed() {
        assertThat(render(ExampleReports.unsoundLessons()))
                .startsWith("# Same network: no\n")
                .contains(
                        "> Lesson parted: the two sides disagree; gradient at the end:",
                        "> Lesson missed meets 0 of 1",
                        "> Lesson misprint:")
                .contains("| scratch 0.5 → 0.1<br>DL4J 0.5 → 0.4<br>iterations 0 to 1,000"
                        + " | disagree<br>gradient at the end: largest difference 3.2E-4 (");
    }

    @Test
    void emptyGalleryIsGoodNews() {
        assertThat(render(ExampleReports.flawless())).contains("Both networks get every test digit right.");
    }

    @Test
    void noSectionIsEmpty() {
        String text = render(ExampleReports.empty());
        assertThat(text)
                .contains(
                        "No predictions were compared.",
                        "The lessons were left out",
                        "This run measured no speed.",
                        "No handwriting was read.");
        assertThat(text.split("\n## "))
                .allSatisfy(section -> assertThat(section.strip().lines()).hasSizeGreaterThan(2));
    }

    @Test
    void namesCannotBecomeMarkup() {
        assertThat(render(ExampleReports.ofSource("<b>x|y")))
                .doesNotContain("<b>")
                .contains("\\<b\\>x\\|y");
    }

    @Test
    void rowsOfATableHaveAsManyCells() {
        List<String> rows = render(ExampleReports.agreeing())
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
        assertThat(rows).allSatisfy(row -> assertThat(row).endsWith("|"));
        String title = render(ExampleReports.agreeing())
                .lines()
                .filter(line -> line.startsWith("| Epoch"))
                .findFirst()
                .orElseThrow();
        assertThat(title.split("\\|")).hasSize(1 + 1 + 2 * 3);
    }

    private static String render(Report report) {
        return MarkdownRenderer.render(ReportDocument.of(report, ExampleReports.split()));
    }
}
