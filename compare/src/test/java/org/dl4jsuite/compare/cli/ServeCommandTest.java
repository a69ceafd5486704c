package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.serve.DigitServer;
import org.dl4jsuite.compare.serve.DigitService;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.handwriting.SampleDigits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server answers what {@code suite recognise} writes; bad options are refused in one sentence. */
class ServeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theServerGivesTheNumbersOfRecogniseToTheLastBit() throws Exception {
        String model = model();
        LabelledImages none = LabelledImages.of(new byte[0], new byte[0]);
        try (DigitService service = new DigitService(SavedModel.read(Path.of(model)), "", none);
                DigitServer server = DigitServer.start("127.0.0.1", 0, service)) {
            for (String name : List.of("7-chopped.png", "3-wobbly-large.png", "8-colours.png")) {
                Path picture = copy(name);
                JsonNode opinions = recognised(picture, model);
                JsonNode answer = posted(server, picture);
                for (String side : List.of("scratch", "dl4j")) {
                    assertThat(answer.at("/" + side).toString())
                            .as("%s, %s", name, side)
                            .isEqualTo(opinions.at("/0/" + side).toString());
                }
                assertThat(answer.at("/opinions")).isEqualTo(opinions);
                assertThat(answer.at("/answer")).isEqualTo(opinions.at("/0/scratchAnswer"));
            }
        }
    }

    @Test
    void aPortInUseAndAPortThatIsNoneAreRefused() throws IOException {
        String model = model();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(execute("serve", "--port", port, "--model", model))
                    .contains("suite: --host 127.0.0.1 --port " + port + ": cannot listen there", "--port 0")
                    .doesNotContain("Listening", "\tat ");
        }
        assertThat(execute("serve", "--port", "65536", "--model", model)).contains("--port 65536: use 1 to 65535");
        assertThat(execute("serve", "--port", "0", "--host", "192.0.2.1", "--model", model))
                .contains("--host 192.0.2.1 --port 0: cannot listen there");
        assertThat(execute("serve", "--port", "0", "--model", folder + "/none.json"))
                .contains("no such file");
    }

    private String model() {
        String model = folder.resolve("model.json").toString();
        StringWriter out = new StringWriter();
        String[] train = {
            "train", "--side", "scratch-fast", "--hidden", "5", "--train", "50", "--test", "10", "--save", model
        };
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(out), train))
                .as(out.toString())
                .isZero();
        return model;
    }

    private JsonNode recognised(Path picture, String model) throws IOException {
        Path json = folder.resolve("recognised.json");
        StringWriter out = new StringWriter();
        String[] recognise = {"recognise", picture.toString(), "--model", model, "--json", json.toString()};
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(out), recognise))
                .as(out.toString())
                .isZero();
        return Json.MAPPER.readTree(json.toFile()).at("/recognitions/0/opinions");
    }

    private static JsonNode posted(DigitServer server, Path picture) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/recognise"))
                .POST(HttpRequest.BodyPublishers.ofFile(picture))
                .build();
        return Json.MAPPER.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private Path copy(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream stream = SampleDigits.class.getResourceAsStream(name)) {
            Files.write(file, Objects.requireNonNull(stream).readAllBytes());
        }
        return file;
    }

    private static String execute(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(out), arguments))
                .as(out.toString())
                .isEqualTo(2);
        return out.toString();
    }
}
