package org.dl4jsuite.compare.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.browser.Browser;
import org.dl4jsuite.compare.browser.Visit;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.Lessons;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The twin pages as {@code suite study} writes them: their numbers, their steps and who can use them. */
@Tag("browser")
class StudyInBrowserTest {
    /** Goes through all steps of a run and returns every number that stands on the page: quantity by quantity, side by side. */
    private static final String NUMBERS = """
            (run) => {
              const choose = (name, value) => {
                const select = document.querySelector(`[data-control="${name}"]`);
                select.value = value;
                select.dispatchEvent(new Event('change'));
              };
              choose('run', run);
              const numbers = (place, side) =>
                [...place.querySelectorAll(`[data-side="${side}"] [data-value]`)].map((cell) => cell.dataset.value);
              const steps = document.querySelectorAll('[data-control="iteration"] option').length;
              return JSON.stringify([...Array(steps).keys()].map((step) => {
                choose('iteration', step);
                return [...document.querySelectorAll('[data-quantity]:not([hidden])')].map((place) => ({
                  name: place.dataset.quantity,
                  scratch: numbers(place, 'scratch'),
                  dl4j: numbers(place, 'dl4j'),
                  marked: place.querySelectorAll('[data-value].differs').length,
                }));
              }));
            }
            """;

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() {
        suite("study", "--out", folder.toString());
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    static Stream<String> lessons() {
        return Lessons.all().stream().map(LessonEntry::id);
    }

    private static Visit open(String page) {
        return browser.open(folder.resolve(page + ".html"));
    }

    /** The page says by which command each of its runs is repeated. */
    @ParameterizedTest
    @MethodSource("lessons")
    void everyNumberIsThatOfTheCommand(String lesson) throws IOException {
        try (Visit visit = open(lesson)) {
            for (Locator run : visit.page().locator("script[data-run]").all()) {
                JsonNode onPage =
                        Json.MAPPER.readTree((String) visit.page().evaluate(NUMBERS, run.getAttribute("data-run")));
                JsonNode trace = result(run.getAttribute("data-command")).get("trace");
                assertThat(onPage).as("steps of %s", lesson).hasSameSizeAs(trace);
                for (int step = 0; step < trace.size(); step++) {
                    requireSame(lesson, onPage.get(step), trace.get(step));
                }
            }
        }
    }

    private static void requireSame(String lesson, JsonNode onPage, JsonNode step) {
        assertThat(onPage).as(lesson).isNotEmpty();
        for (JsonNode shown : onPage) {
            String name = shown.get("name").asText();
            JsonNode quantity = step.at("/quantities").get(name);
            List<Double> scratch = flat(quantity.get("scratch"));
            List<Double> dl4j = flat(quantity.get("dl4j"));
            String what = lesson + ", step " + step.get("iteration") + ", " + name;
            assertThat(flat(shown.get("scratch"))).as(what).isEqualTo(scratch);
            assertThat(flat(shown.get("dl4j"))).as(what).isEqualTo(dl4j);
            long different = Stream.iterate(0, i -> i < dl4j.size(), i -> i + 1)
                    .filter(i -> scratch.get(i).doubleValue() != dl4j.get(i).doubleValue())
                    .count();
            assertThat(shown.get("marked").asLong()).as(what + ": marked").isEqualTo(different);
        }
    }

    /** Numbers, row by row; -0 is 0 on a page. */
    private static List<Double> flat(JsonNode numbers) {
        List<Double> flat = new ArrayList<>();
        for (JsonNode number : numbers) {
            if (number instanceof ArrayNode row) {
                flat.addAll(flat(row));
            } else {
                flat.add(Double.parseDouble(number.asText()) + 0.0);
            }
        }
        return flat;
    }

    @Test
    void stepsGoForthAndBackByButtonsAndKeys() {
        try (Visit visit = open("three-layer-toy")) {
            Page page = visit.page();
            page.click("button[data-go=phase][data-by='1']");
            assertThat(page).hasURL(Pattern.compile("#[a-z0-9-]+/0/error/1$"));
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page).hasURL(Pattern.compile("/1/forward/1$"));
            page.keyboard().press("Shift+ArrowRight");
            assertThat(page).hasURL(Pattern.compile("/2/forward/1$"));
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasURL(Pattern.compile("/1/update/1$"));
            page.click("button[data-go=iteration][data-by='-1']");
            assertThat(page).hasURL(Pattern.compile("/0/update/1$"));
            assertThat(page.locator("button[data-go=iteration][data-by='-1']")).isDisabled();
        }
    }

    @Test
    void aLinkLeadsToItsStep() {
        try (Visit visit = browser.open(folder.resolve("three-layer-toy.html").toUri() + "#rate-10/9/back/3")) {
            Page page = visit.page();
            assertThat(page.locator("[data-control=run]")).hasValue("rate-10");
            assertThat(page.locator("[role=status]")).containsText("Iteration 9, back.");
            assertThat(page.locator("button[data-phase=back]")).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("[data-control=example]")).hasValue("2");
            assertThat(page.locator("[data-show=link]")).hasAttribute("href", "#rate-10/9/back/3");
        }
    }

    /** Links of the drawing change with the step, the phase and the run. */
    @Test
    void theNetworkIsDrawnAsTheStepChangesIt() {
        try (Visit visit = open("three-layer-toy")) {
            Page page = visit.page();
            assertThat(page.locator(".drawing circle.node")).hasCount(8);
            assertThat(page.locator(".drawing path.link")).hasCount(16);
            String first = page.locator(".drawing svg").innerHTML();
            page.click("button[data-phase=back]");
            String back = page.locator(".drawing svg").innerHTML();
            page.click("button[data-phase=update]");
            assertThat(page.locator(".drawing path.change")).hasCount(16);
            assertThat(List.of(first, back)).doesNotHaveDuplicates();
            page.selectOption("[data-control=run]", "one-hidden-node");
            assertThat(page.locator(".drawing circle.node")).hasCount(5);
        }
    }

    @Test
    void allDigitsAreShownOnDemand() {
        try (Visit visit = open("three-layer-toy")) {
            Locator cell = visit.page()
                    .locator("[data-quantity=W1] [data-side=scratch] td")
                    .first();
            assertThat(cell).hasText("−0.165956");
            visit.page().check("[data-control=digits]");
            assertThat(cell).hasText("−0.165955990594852");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-layer-toy", "mnist", "hot-and-cold", "step-by-step"})
    void usableByAll(String lesson) {
        try (Visit visit = open(lesson)) {
            visit.mustBeUsableByAll("study-" + lesson);
        }
    }

    /** Lessons, story and worksheets: a visit fails if a page writes to the console or asks for anything. */
    @Test
    void everyPageIsSilentAndLeadsToPagesThatAreThere() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(files).hasSizeGreaterThan(Lessons.all().size() + 5);
        for (Path file : files) {
            try (Visit visit = browser.open(file)) {
                for (Locator link : visit.page().locator("a[href*='.html']").all()) {
                    String target = link.getAttribute("href").replaceFirst("#.*", "");
                    assertThat(folder.resolve(target)).as("a link of %s", file).exists();
                }
            }
        }
    }

    private static JsonNode result(String command) throws IOException {
        Path json = folder.resolve("lesson.json");
        suite(command.replaceFirst("^\\./suite ", "")
                .replaceFirst(" F$", " " + json)
                .split(" "));
        return Json.MAPPER.readTree(json.toFile());
    }

    private static void suite(String... arguments) {
        StringWriter out = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(out), arguments);
        assertThat(code).as(String.join(" ", arguments) + "\n" + out).isZero();
    }
}
