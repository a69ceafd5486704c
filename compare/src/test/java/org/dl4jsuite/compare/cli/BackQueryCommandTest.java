package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dl4jsuite.compare.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackQueryCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aSavedNetworkRunsBackwards() throws IOException {
        Path model = savedModel();
        Path out = folder.resolve("images");
        Path json = folder.resolve("images.json");
        String printed = run(
                0,
                "back-query",
                "--model",
                model.toString(),
                "--out",
                out.toString(),
                "--json",
                json.toString(),
                "--train",
                "100");
        assertThat(printed).contains("differ by at most ", "index.html");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(2 * 10 + 1);
        }
        JsonNode tree = Json.MAPPER.readTree(json.toFile());
        assertThat(tree.at("/network").asText()).isEqualTo("784-12-10");
        assertThat(tree.at("/origin/configuration/seed").asInt()).isEqualTo(1);
        assertThat(tree.at("/maxDifference").asDouble()).isLessThan(1e-9);
        assertThat(tree.at("/labels")).hasSize(10);
        JsonNode three = tree.at("/labels/3");
        assertThat(three.at("/label").asInt()).isEqualTo(3);
        assertThat(three.at("/maxDifference").asDouble()).isLessThan(1e-9);
        for (String side : new String[] {"scratch", "dl4j"}) {
            assertThat(three.at("/" + side)).hasSize(784);
            // the picture shows the values: white at 0.01, black at 0.99
            int sample = ImageIO.read(out.resolve(side + "-3.png").toFile())
                    .getRaster()
                    .getSample(10, 12, 0);
            double value = three.at("/" + side + "/" + (12 * 28 + 10)).asDouble();
            assertThat(sample).isEqualTo((int) Math.round(255 * (1 - (value - 0.01) / 0.98)));
        }
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("<h1>784-12-10 run backwards</h1>", "alt=\"DL4J of 9\"")
                .doesNotContain("http:", "https:");
    }

    @Test
    void whatCannotRunBackwardsIsRefused() throws IOException {
        Path model = savedModel();
        String json = Files.readString(model);
        Path other = Files.writeString(folder.resolve("tanh.json"), json.replaceFirst("\"sigmoid\"", "\"tanh\""));
        Path out = folder.resolve("images");
        assertRefused(
                "sigmoids without biases only; this one has [TANH, SIGMOID].",
                "--model",
                other.toString(),
                "--out",
                out.toString());
        assertRefused("no such file", "--model", folder.resolve("none").toString(), "--out", out.toString());
        assertRefused("is a file", "--model", model.toString(), "--out", model.toString());
        assertRefused("is a folder", "--model", model.toString(), "--out", out.toString(), "--json", folder.toString());
        assertThat(out).doesNotExist();
    }

    private Path savedModel() {
        Path model = folder.resolve("model.json");
        run(
                0,
                "train",
                "--side",
                "scratch-fast",
                "--hidden",
                "12",
                "--train",
                "500",
                "--test",
                "100",
                "--save",
                model.toString());
        return model;
    }

    private static void assertRefused(String named, String... options) {
        StringWriter err = new StringWriter();
        String[] arguments =
                Stream.concat(Stream.of("back-query"), Stream.of(options)).toArray(String[]::new);
        assertThat(Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments))
                .isEqualTo(2);
        assertThat(err.toString().strip()).startsWith("suite: ").contains(named).hasLineCount(1);
    }

    private static String run(int expectedExitCode, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isEqualTo(expectedExitCode);
        return out.toString();
    }
}
