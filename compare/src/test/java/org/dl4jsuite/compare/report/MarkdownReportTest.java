package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void verdictInOneSentence() {
        assertThat(MarkdownReport.render(ExampleReports.agreeing()))
                .startsWith("# Same network: yes\n")
                .contains("Same network: yes — 6 tensors agree, largest weight difference after 60,000 steps 8.0e-15,"
                        + " 10,000 of 10,000 predictions equal, accuracy 96.34\u00a0%, 3 lessons agree.");
    }

    @Test
    void everySectionIsThere() {
        String text = MarkdownReport.render(ExampleReports.agreeing());
        for (Section section : Section.values()) {
            assertThat(text).contains("## " + section.title() + "\n");
        }
        assertThat(text)
                .contains("| 60,000 | 8.0e-15 | W2\\[3\\]\\[7\\] | 4.5e-13 | agree |")
                .contains("| \\#8 | 8 | 8 | 3 |")
                .contains("| decades | 3-4-1 | what it is | A text, part 1 | 0.5 → 5.0e-4 (iterations 0 to 2,000) |"
                        + " agree, equal to the last bit | 1 of 1 met, 1 erratum confirmed |")
                .contains(
                        "- erratum, outputs: The source prints 0.26, 4; its own code gives 0.25, 4. A slip of the pen.")
                .contains("| dl4j-tuned DOUBLE | train | 1 | 200 | 1 | 388 | 417 | 463 | 21 | 1.50 |")
                .contains(
                        "Both networks get 1 of 2 right.",
                        "| 8-colours.png | 260 x 340 | centred | 8 | 3 | 0.44 | 3 | 0.44 |")
                .contains("in every cell equal to scratch DOUBLE");
    }

    @Test
    void failureIsNamedAndSpeedRefused() {
        String text = MarkdownReport.render(ExampleReports.failing());
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
        assertThat(MarkdownReport.render(ExampleReports.unsoundLessons()))
                .startsWith("# Same network: no\n")
                .contains(
                        "> Lesson parted: the two sides disagree; gradient at the end:",
                        "> Lesson missed meets 0 of 1",
                        "> Lesson misprint:")
                .contains("| scratch 0.5 → 0.1, DL4J 0.5 → 0.4 (iterations 0 to 1,000)"
                        + " | disagree, gradient at the end: largest difference 3.2E-4 (");
    }

    @Test
    void emptyGalleryIsGoodNews() {
        assertThat(MarkdownReport.render(ExampleReports.flawless()))
                .contains("Both networks get every test digit right.");
    }

    @Test
    void noSectionIsEmpty() {
        String text = MarkdownReport.render(ExampleReports.empty());
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
        assertThat(MarkdownReport.render(ExampleReports.ofSource("<b>x|y")))
                .doesNotContain("<b>")
                .contains("\\<b\\>x\\|y");
    }

    @Test
    void rowsOfATableHaveAsManyCells() {
        List<String> rows = MarkdownReport.render(ExampleReports.agreeing())
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
        assertThat(rows).allSatisfy(row -> assertThat(row).endsWith("|"));
        String title = MarkdownReport.render(ExampleReports.agreeing())
                .lines()
                .filter(line -> line.startsWith("| Epoch"))
                .findFirst()
                .orElseThrow();
        assertThat(title.split("\\|")).hasSize(1 + 1 + 2 * 3);
    }
}
