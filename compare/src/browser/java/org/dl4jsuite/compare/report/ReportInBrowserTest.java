package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dl4jsuite.compare.browser.Browser;
import org.dl4jsuite.compare.browser.Visit;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class ReportInBrowserTest {
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
    void agreeingReportIsUsableByAll() throws IOException {
        try (Visit visit = browser.open(page("agreeing", ExampleReports.agreeing()))) {
            assertThat(visit.page().locator("h1").innerText()).isEqualTo("Same network: yes");
            assertThat(visit.page().locator("figure svg").count()).isPositive();
            visit.mustBeUsableByAll("report-agreeing");
        }
    }

    @Test
    void failingReportIsUsableByAll() throws IOException {
        try (Visit visit = browser.open(page("failing", ExampleReports.failing()))) {
            assertThat(visit.page().locator("h1").innerText()).isEqualTo("Same network: no");
            visit.mustBeUsableByAll("report-failing");
        }
    }

    @Test
    void lookIntoTheNetworksIsUsableByAll() throws IOException {
        try (Visit visit = browser.open(page("inside", ExampleReports.lookedInto()))) {
            visit.mustBeUsableByAll("report-inside");
        }
    }

    @Test
    void provisionalReportSaysSoAndIsUsableByAll() throws IOException {
        Document provisional = ReportDocument.provisional(ExampleReports.agreeing(), ExampleReports.split());
        try (Visit visit = browser.open(page("provisional", provisional))) {
            assertThat(visit.page().locator("h1").innerText()).isEqualTo("Same network: yes, so far");
            assertThat(visit.page().locator("header .alarm").innerText()).startsWith("Provisional:");
            visit.mustBeUsableByAll("report-provisional");
        }
    }

    private static Path page(String name, Report report) throws IOException {
        return page(name, ReportDocument.of(report, ExampleReports.split()));
    }

    private static Path page(String name, Document document) throws IOException {
        return Files.writeString(directory.resolve(name + ".html"), HtmlRenderer.render(document));
    }
}
