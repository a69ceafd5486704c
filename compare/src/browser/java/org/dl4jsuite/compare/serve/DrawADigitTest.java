package org.dl4jsuite.compare.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.browser.Browser;
import org.dl4jsuite.compare.browser.Visit;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.FastTraining;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.NumpyRandomState;
import org.dl4jsuite.scratch.Reduction;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code suite serve} in a browser, with a network that saw a part of MNIST. */
@Tag("browser")
class DrawADigitTest {
    private static final int STROKES = 100;
    private static final double MAX_MILLIS = 50;
    private static final double FRAME_MILLIS = 16;

    private static Browser browser;
    private static SavedModel model;
    private static DigitService service;
    private static DigitServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        Split mnist = Mnist.load().first(20_000, 1_000);
        NetworkSpec spec = NetworkSpec.digits(200, 0.1, Variant.TRUE_GRADIENT)
                .withReduction(Reduction.SUM)
                .withPrecision(Precision.FLOAT);
        double[] initial = InitialWeights.INCOMING_LINKS.draw(ScratchModel.network(spec), new NumpyRandomState(1));
        double[] trained = new FastTraining(mnist, new TrainingPlan(3, 1, OptionalLong.empty()), spec)
                .run(initial, epoch -> {}, Progress.silent(), InputChecksum.none());
        model = SavedModel.of(Side.SCRATCH_FAST, spec, Provenance.withoutDl4j(Map.of(), Map.of()), trained);
        service = new DigitService(model, "A network that saw 20,000 digits.", mnist.test());
        service.warmUp();
        server = DigitServer.start("127.0.0.1", 0, service);
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
        service.close();
    }

    @Test
    void aDigitDrawnByStrokesIsReadAndShown() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            zero(page);
            assertThat(page.locator("#answer")).hasText("It is read as 0.");
            assertThat(page.locator("#outputs tr")).hasCount(10);
            assertThat(page.locator("#outputs tr.best th")).hasText("0");
            assertThat(page.locator("#stages li").last()).containsText("centred");
            assertThat(page.locator("#hidden span")).hasCount(200);
            assertThat(page.locator("#firing li")).hasCount(12);
            assertThat(page.locator("#back-query img")).hasCount(2);
            visit.mustBeUsableByAll("draw-a-digit");
            page.locator("#clear").click();
            assertThat(page.locator("#answer")).hasText("Nothing drawn yet.");
            stroke(page, new double[][] {{0.5, 0.15}, {0.5, 0.85}});
            assertThat(page.locator("#answer")).hasText("It is read as 1.");
        }
    }

    @Test
    void aDigitIsDrawnByKeysAlone() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            page.locator("#paper").focus();
            page.keyboard().press("Space");
            for (int i = 0; i < 15; i++) {
                page.keyboard().press("ArrowDown");
            }
            page.keyboard().press("Space");
            assertThat(page.locator("#answer")).hasText("It is read as 1.");
            page.keyboard().press("Delete");
            assertThat(page.locator("#answer")).hasText("Nothing drawn yet.");
        }
    }

    @Test
    void aTestImageAnOwnPictureAndAMistakeAreLoadedAndExplained() throws IOException {
        try (Visit visit = visit()) {
            Page page = visit.page();
            page.locator("#test-image").fill("7");
            page.locator("#load").click();
            assertThat(page.locator("#shown-text")).hasText("Test image 7, a 9");
            assertThat(page.locator("#doubt")).containsText("Read as it is, 28 × 28 pixels.");

            page.locator("#file")
                    .setInputFiles(Files.write(folder.resolve("8.png"), TinyService.sample("8-colours.png")));
            assertThat(page.locator("#answer")).hasText("It is read as 8.");
        }
        try (Visit visit = visit()) {
            Page page = visit.page();
            Locator worst = page.locator("#worst button").first();
            String label = worst.innerText().strip().substring(0, 1);
            worst.click();
            assertThat(page.locator("#shown-text")).containsText("a " + label);
            assertThat(page.locator("#label")).hasValue(label);
            page.locator("#explain").click();
            assertThat(page.locator("#finding")).containsText("The " + label + " was misread as ");
            assertThat(page.locator("#steps tr")).hasCount(6);
            assertThat(page.locator("#pushes img")).hasCount(2);
            visit.mustBeUsableByAll("draw-a-digit-why");
        }
    }

    @Test
    void theBarsAreThoseOfRecogniseToTheLastBit() throws IOException {
        List<Response> responses = new ArrayList<>();
        try (Visit visit = visit();
                BothNetworks networks = new BothNetworks(model)) {
            Page page = visit.page();
            page.onResponse(responses::add);
            stroke(page, new double[][] {{0.5, 0.15}, {0.5, 0.5}, {0.5, 0.85}});
            assertThat(page.locator("#answer")).hasText("It is read as 1.");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            int compared = 0;
            for (Response response : responses) {
                JsonNode answer = response.url().endsWith("/api/draw")
                        ? Json.MAPPER.readTree(response.body())
                        : Json.MAPPER.createObjectNode();
                if (answer.has("scratch")) {
                    byte[] sent = response.request().postDataBuffer();
                    Handwriting digit = Handwriting.read("sent", new ByteArrayInputStream(sent));
                    Recognition.Opinion expected =
                            networks.recognise(digit).opinions().get(0);
                    assertThat(answer.at("/scratch").toString())
                            .isEqualTo(Json.MAPPER.writeValueAsString(expected.scratch()));
                    assertThat(answer.at("/dl4j").toString())
                            .isEqualTo(Json.MAPPER.writeValueAsString(expected.dl4j()));
                    compared++;
                }
            }
            assertThat(compared).isPositive();
        }
    }

    /** From the pointer's event to the bars in the document, as the page itself measures it. */
    @Test
    void strokesAreAnsweredWithinFiftyMilliseconds() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            for (int warmUp = 0; warmUp < 3; warmUp++) {
                zero(page);
                page.locator("#clear").click();
            }
            page.evaluate("performance.clearMeasures('stroke-to-bars')");
            while (times(page).size() < STROKES) {
                zero(page);
                page.locator("#clear").click();
            }
            double[] millis = times(page).stream()
                    .limit(STROKES)
                    .mapToDouble(Number::doubleValue)
                    .sorted()
                    .toArray();
            double median = (millis[STROKES / 2 - 1] + millis[STROKES / 2]) / 2;
            System.out.printf(
                    "From stroke to bars: median of %d %.1f ms, largest %.1f ms%n",
                    STROKES, median, millis[STROKES - 1]);
            assertThat(median).isLessThan(MAX_MILLIS);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Number> times(Page page) {
        return (List<Number>)
                page.evaluate("performance.getEntriesByName('stroke-to-bars').map(measure => measure.duration)");
    }

    private static Visit visit() {
        Visit visit = browser.open(server.address().toString());
        assertThat(visit.page().locator("#worst li").first()).isVisible(); // all is loaded
        return visit;
    }

    private static void zero(Page page) {
        stroke(
                page,
                Stream.iterate(0, i -> i <= 24, i -> i + 1)
                        .map(i -> Math.PI * i / 12)
                        .map(angle -> new double[] {0.5 + 0.22 * Math.sin(angle), 0.5 - 0.32 * Math.cos(angle)})
                        .toArray(double[][]::new));
    }

    /** Points as shares of the paper's width and height. */
    private static void stroke(Page page, double[][] points) {
        page.locator("#paper").scrollIntoViewIfNeeded();
        BoundingBox box = page.locator("#paper").boundingBox();
        page.mouse().move(box.x + points[0][0] * box.width, box.y + points[0][1] * box.height);
        page.mouse().down();
        for (double[] point : points) {
            page.mouse().move(box.x + point[0] * box.width, box.y + point[1] * box.height);
            page.waitForTimeout(FRAME_MILLIS); // as a hand does, and not as fast as a program can
        }
        page.mouse().up();
    }
}
