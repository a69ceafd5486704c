package org.dl4jsuite.compare.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dl4jsuite.compare.browser.Browser;
import org.dl4jsuite.compare.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The story's pages and the worksheets, on screen and on paper. */
@Tag("browser")
class StoryInBrowserTest {
    /** A4 at 96 pixels an inch, less margins of 15 mm. */
    private static final int PAPER_WIDTH = 680;

    @TempDir
    static Path folder;

    private static List<StudyPage> pages;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        pages = ExampleStory.pages();
        Study.writeAlone(folder, pages);
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    static Stream<String> files() {
        return Stream.of(
                StudyPage.INDEX,
                BookRulePage.FILE,
                ScalingPage.FILE,
                DerivativePage.FILE,
                AnatomyPage.FILE,
                "worksheets.html",
                "worksheet-1-answers.html");
    }

    @ParameterizedTest
    @MethodSource("files")
    void usableByAll(String file) {
        try (Visit visit = browser.open(folder.resolve(file))) {
            visit.mustBeUsableByAll("story-" + file.replace(".html", ""));
        }
    }

    @Test
    void aQuestionLeadsToItsAnswer() {
        try (Visit visit = browser.open(folder.resolve(StudyPage.INDEX))) {
            visit.page()
                    .getByText("Which check would catch a forgotten derivative?")
                    .click();
            Locator answer = visit.page().locator("h2#gradients");
            assertThat(answer.innerText()).isEqualTo("Which check would catch a forgotten derivative");
            assertThat((boolean) answer.evaluate("it => it.getBoundingClientRect().top < innerHeight"))
                    .isTrue();
        }
    }

    @Test
    void formulasAreDrawnByTheBrowser() {
        try (Visit visit = browser.open(folder.resolve(BookRulePage.FILE))) {
            Locator fraction = visit.page().locator("math mfrac").first();
            assertThat(fraction.boundingBox().height).isGreaterThan(20);
        }
    }

    @Test
    void worksheetFitsOnPaper() throws IOException {
        try (Visit visit = browser.open(folder.resolve("worksheet-1.html"))) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(PAPER_WIDTH, 960);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PAPER_WIDTH);
            assertThat(page.locator(".sheet td:last-child").first().innerText()).isEmpty();
            assertThat(page.locator(".sheet td:last-child").first().boundingBox().height)
                    .as("a line to write on")
                    .isGreaterThan(18);
            byte[] pdf = page.pdf(new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPath(Path.of("target", "screenshots", "worksheet-1.pdf")));
            String text = new String(pdf, StandardCharsets.ISO_8859_1);
            assertThat(text).contains("/MediaBox [0 0 594.95996 841.91998]");
            assertThat(Pattern.compile("/Type /Page\\b").matcher(text).results().count())
                    .isLessThanOrEqualTo(3);
        }
    }
}
