package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script>.*?</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)(?:\\s[^>]*)?>");
    private static final Pattern COLLAPSED_CASE = Pattern.compile("<details class=\"(?:good|bad)\"[^>]*>");
    private static final Set<String> VOID = Set.of("meta", "img", "br", "link");

    static Stream<Report> reports() {
        return Stream.of(
                ExampleReports.agreeing(),
                ExampleReports.flawless(),
                ExampleReports.failing(),
                ExampleReports.unsoundLessons(),
                ExampleReports.lookedInto(),
                ExampleReports.empty());
    }

    @Test
    void verdictComesFirst() {
        String page = render(ExampleReports.agreeing());
        assertThat(page)
                .contains("<h1>Same network: yes</h1>")
                .contains("tensors agree, in 3 cases")
                .contains("<strong>8.0e-15</strong>")
                .contains("largest difference after 60,000 steps")
                .contains("of 10,000 test images get the same answer from both")
                .contains("<strong>96.34\u00a0%</strong>")
                .contains("lessons agree; 2 of 2 published figures met");
        assertThat(page.indexOf("<h1>")).isLessThan(page.indexOf("<h2"));
    }

    @Test
    void originIsShownWhole() {
        assertThat(render(ExampleReports.agreeing()))
                .contains("2026-01-02T03:04:05Z")
                .contains("Debian 17.0.15+6")
                .contains("Linux 6.1 amd64")
                .contains("AMD EPYC 7B13")
                .contains("CPU, BLAS OPENBLAS")
                .contains("1.0.0-SNAPSHOT")
                .contains("<th scope=\"row\">seed</th>", "<td>42</td>")
                .contains("ab".repeat(32))
                .contains("cd".repeat(32))
                .contains("ef".repeat(32));
    }

    @Test
    void casesThatAgreeAreClosedAndOthersOpen() {
        assertThat(COLLAPSED_CASE.matcher(render(ExampleReports.agreeing())).results())
                .hasSize(3 + 2)
                .allSatisfy(match -> assertThat(match.group()).contains("good").doesNotContain("open"));
        assertThat(COLLAPSED_CASE.matcher(render(ExampleReports.failing())).results())
                .filteredOn(match -> match.group().contains("open"))
                .singleElement()
                .satisfies(match -> assertThat(match.group()).contains("bad"));
    }

    @Test
    void caseShowsItsWorstElement() {
        assertThat(render(ExampleReports.agreeing()))
                .contains("every element equal to the last bit")
                .contains("W2[0][1] differs by 3.1e-17, 6.74\u00a0% of the tolerance");
    }

    @Test
    void failureIsNamed() {
        assertThat(render(ExampleReports.failing()))
                .contains("<h1>Same network: no</h1>")
                .contains("1 of 6 tensors disagree, in 1 case.")
                .contains("odd one out: scratch")
                .contains("<p class=\"alarm\">The runs part in step 7, layer 2, at the delta [0][3]")
                .contains("W2[3][7] differs by 2.5e-2; rounding can explain 4.5e-13.");
    }

    @Test
    void noSpeedWhenRefused() {
        String page = render(ExampleReports.failing());
        assertThat(page).contains(ExampleReports.REFUSAL).doesNotContain("µs", "p25", "Training time");
        assertThat(ExampleReports.SPEED_FIGURES).noneMatch(figure -> page.contains(">" + figure + "<"));
        assertThat(page).doesNotContain("Microseconds", "microseconds");
    }

    @Test
    void speedHasQuartilesAndRatios() {
        String page = render(ExampleReports.agreeing());
        assertThat(ExampleReports.SPEED_FIGURES).allMatch(figure -> page.contains("<strong>" + figure + "</strong>"));
        assertThat(page).contains("<td>1.00×</td>", "<td>5.32×</td>", "<td>14.6×</td>", "<td>3.85×</td>");
    }

    @Test
    void speedHasCeilingsLinesAndStartUp() {
        String page = render(ExampleReports.agreeing());
        assertThat(page)
                .contains("One core of this machine does 117 GFLOP/s in float")
                .contains("Under the machine&#39;s ceilings", "<td>0.387 per hidden node</td>", "<td>0.99871</td>")
                .contains("1.83 s with scratch-fast, vector kernels")
                .contains("DL4J at its best", "nopointergc");
    }

    @Test
    void galleryHasPictures() {
        String page = render(ExampleReports.agreeing());
        assertThat(page).contains("src=\"data:image/png;base64,", "alt=\"test image 8, a 8\"");
        assertThat(Pattern.compile("alt=\"test image ").matcher(page).results()).hasSize(3);
    }

    @Test
    void lessonsHaveTheirCurvesAndFigures() {
        String page = render(ExampleReports.agreeing());
        assertThat(Pattern.compile("data-chart=\"\\{&#34;kind&#34;:&#34;SPARKLINE&#34;")
                        .matcher(page)
                        .results())
                .hasSize(2);
        assertThat(page)
                .contains("aria-label=\"error, 0.5 → 5.0e-4, iterations 0 to 2,000, log scale\"")
                .contains("noted once", "largest difference 3.6e-15", "none printed", "1 erratum confirmed")
                .contains("<strong>Erratum, outputs.</strong> The source prints 0.26, 4; its own code gives 0.25, 4.")
                .contains("A slip of the pen.");
    }

    @Test
    void lessonThatIsNotAsItShouldBeIsAProblem() {
        String page = render(ExampleReports.unsoundLessons());
        assertThat(page)
                .contains("<h1>Same network: no</h1>", "<strong>2 of 3</strong>")
                .contains("lessons agree; 2 of 3 published figures met")
                .contains(
                        "<p class=\"alarm\">Lesson parted: the two sides disagree; gradient at the end: largest"
                                + " difference 3.2E-4 (",
                        "<span class=\"muted\">gradient at the end: largest difference 3.2E-4 (")
                .contains("<p class=\"alarm\">Lesson missed meets 0 of 1 published figure; not: weight delta 1.</p>")
                .contains("Lesson misprint: a figure held to be an erratum comes out as printed: outputs.</p>");
        assertThat(page).contains("bad\">0 of 1 met</span>", "0 of 1 erratum confirmed</span>");
        assertThat(COLLAPSED_CASE.matcher(page).results())
                .filteredOn(match -> match.group().contains("open"))
                .hasSize(3);
    }

    @Test
    void emptyGalleryIsGoodNews() {
        assertThat(render(ExampleReports.flawless()))
                .contains("<h1>Same network: yes</h1>", "Both networks get every test digit right.")
                .doesNotContain("alt=\"test image ");
    }

    @Test
    void noSectionIsEmpty() {
        assertThat(render(ExampleReports.empty()))
                .contains("Same network: not tested")
                .doesNotContain("Both networks get every test digit right.")
                .contains("No case was compared.")
                .contains("No steps were compared.")
                .contains("Nothing was trained.")
                .contains("No network was tested.")
                .contains("No predictions were compared.")
                .contains("The lessons were left out of this run (--no-lessons).")
                .contains("This run measured no speed.")
                .contains("No handwriting was read.")
                .contains("No network was run backwards.")
                .contains("No network was looked into.");
    }

    @Test
    void handwritingShowsItsStagesOutputsAndDoubts() {
        assertThat(render(ExampleReports.agreeing()))
                .contains("<strong>1 of 2</strong> right")
                .contains("alt=\"light evened out\"", "alt=\"20 × 20\"")
                .contains("<span class=\"good\">2</span>", "<span class=\"bad\">3</span>")
                .contains("<td class=\"strong\" style=\"--share: 0.44\">0.44</td>", "--share: 0.97")
                .contains("The second opinion differs: 3.", "Unsure: the largest output is below 0.5.");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everySectionHasItsAnchor(Report report) {
        String page = render(report);
        for (Block.Section section :
                ReportDocument.of(report, ExampleReports.split()).sections()) {
            assertThat(page).contains("<h2 id=\"" + section.id() + "\">", "href=\"#" + section.id() + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void loadsNothing(Report report) {
        String page = render(report);
        assertThat(page).doesNotContain("http:", "https:", "//cdn", "@import", "url(", "<link");
        assertThat(Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page).results())
                .allSatisfy(match -> assertThat(match.group(1))
                        .matches("#\\w+|\\.\\./study/index\\.html|data:image/png;base64,[\\w+/=]+"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void tagsAreClosedInOrder(Report report) {
        String page = render(report);
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(STYLE.matcher(page).replaceAll(""));
        while (tags.find()) {
            String name = tags.group(2);
            if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).as("closed at %s", tags.start()).isEqualTo(name);
            } else if (!VOID.contains(name)) {
                open.push(name);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void namesCannotBecomeMarkup() {
        String name = "<b>x</b>\"' onload=y </script><script>alert(1)</script>";
        String page = render(ExampleReports.ofSource(name));
        assertThat(page).doesNotContain("<b>x", "<script>alert").contains("&lt;b&gt;x");
    }

    @Test
    void chartsComeWithTheirLibrary() {
        String page = whole(ExampleReports.agreeing());
        assertThat(page.contains("<figcaption>Largest weight difference by step</figcaption>"))
                .isTrue();
        assertThat(page.contains("Apache Software Foundation")).isTrue();
        assertThat(page.contains("renderer: 'svg'")).isTrue();
        long opened = Pattern.compile("<script").matcher(page).results().count();
        long closed = Pattern.compile("</script>").matcher(page).results().count();
        assertThat(opened).isEqualTo(closed);
    }

    @Test
    void theSameReportGivesTheSamePage() {
        assertThat(whole(ExampleReports.agreeing()).equals(whole(ExampleReports.agreeing())))
                .isTrue();
    }

    /** The page without its two scripts, which would make a failure's message a megabyte long. */
    private static String render(Report report) {
        return SCRIPT.matcher(whole(report)).replaceAll("");
    }

    private static String whole(Report report) {
        return HtmlRenderer.render(ReportDocument.of(report, ExampleReports.split()));
    }
}
