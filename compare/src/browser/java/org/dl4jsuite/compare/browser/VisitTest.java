package org.dl4jsuite.compare.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page with a fault of each kind is found out. */
@Tag("browser")
class VisitTest {
    private static Browser browser;

    @TempDir
    static Path directory;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void soundPagePasses() throws IOException {
        try (Visit visit = browser.open(page("<p>As it should be.</p>"))) {
            visit.mustBeUsableByAll("visit-sound");
        }
    }

    @Test
    void whatIsWrittenToTheConsoleIsFound() throws IOException {
        Visit visit = browser.open(page("<script>console.info('a remark')</script>"));
        assertThatThrownBy(visit::close).hasMessageContaining("console: a remark");
    }

    @Test
    void scriptThatFailsIsFound() throws IOException {
        Visit visit = browser.open(page("<script>setTimeout(() => missing(), 0)</script>"));
        visit.page().waitForTimeout(100);
        assertThatThrownBy(visit::close).hasMessageContaining("missing is not defined");
    }

    @Test
    void requestOutsideThePageIsFound() throws IOException {
        Visit visit = browser.open(page("<img alt='' src='http://127.0.0.1:9/picture.png'>"));
        assertThatThrownBy(visit::close).hasMessageContaining("request: http://127.0.0.1:9/picture.png");
    }

    @Test
    void fileOutsideTheFolderIsFound() throws IOException {
        Visit visit = browser.open(page("<img alt='' src='file:///picture.png'>"));
        assertThatThrownBy(visit::close).hasMessageContaining("request: file:///picture.png");
    }

    @Test
    void faintTextIsFoundInEitherScheme() throws IOException {
        String faint =
                "<style>@media (prefers-color-scheme: %s) { p { color: #777; background: #888 } }</style><p>Faint.</p>";
        for (String scheme : new String[] {"light", "dark"}) {
            try (Visit visit = browser.open(page(faint.formatted(scheme)))) {
                assertThatThrownBy(() -> visit.mustBeUsableByAll("visit-faint"))
                        .hasMessageContaining("color-contrast")
                        .hasMessageContaining(scheme);
            }
        }
    }

    @Test
    void pageWiderThanAPhoneIsFound() throws IOException {
        try (Visit visit = browser.open(page("<p style='width: 500px'>Wide.</p>"))) {
            assertThatThrownBy(() -> visit.mustBeUsableByAll("visit-wide"))
                    .hasMessageContaining("width of visit-wide, light-360");
        }
    }

    @Test
    void missingBrowserFailsTheTests() {
        String executable = System.setProperty("browser.executable", "/no/such/browser");
        try {
            assertThatThrownBy(Browser::start).hasMessageContaining("No browser at '/no/such/browser'");
        } finally {
            System.setProperty("browser.executable", executable);
        }
        assertThatCode(() -> Browser.start().close()).doesNotThrowAnyException();
    }

    private static Path page(String body) throws IOException {
        return Files.writeString(
                directory.resolve("page.html"),
                "<!doctype html><html lang=en><title>A page</title><meta name=color-scheme content='light dark'>"
                        + "<main><h1>A page</h1>" + body + "</main></html>");
    }
}
