package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.data.handwriting.SampleDigits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample digits, read by networks that saw a part of MNIST. */
class RecogniseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void mostSamplesAreRecognisedAndBothSidesGiveTheSameOutputs() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("recognise"));
        for (String name : SampleDigits.names()) {
            arguments.add(copy(name).toString());
        }
        Path json = folder.resolve("answers.json");
        arguments.addAll(List.of("--out", folder.resolve("page").toString(), "--json", json.toString()));
        arguments.addAll(List.of("--hidden", "60", "--train", "12000", "--test", "100", "--epochs", "3"));
        StringWriter out = new StringWriter();
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new)))
                .isZero();

        JsonNode result = Json.MAPPER.readTree(json.toFile());
        assertThat(result.at("/origin/configuration/side").asText()).isEqualTo("scratch-fast");
        assertThat(result.at("/origin/configuration/precision").asText()).isEqualTo("FLOAT");
        JsonNode digits = result.at("/recognitions");
        assertThat(digits).hasSameSizeAs(SampleDigits.names());
        int right = 0;
        for (int i = 0; i < digits.size(); i++) {
            JsonNode opinions = digits.get(i).at("/opinions");
            JsonNode centred = opinions.get(opinions.size() - 1);
            assertThat(centred.at("/form").asText()).isEqualTo("centred");
            right += centred.at("/scratchAnswer").asInt()
                            == SampleDigits.label(SampleDigits.names().get(i))
                    ? 1
                    : 0;
            for (JsonNode opinion : opinions) {
                for (int k = 0; k < 10; k++) {
                    // 784 products, then 60, each rounded: far below 1e-12; a wrong input or weight is far above
                    assertThat(Math.abs(opinion.at("/scratch/" + k).asDouble()
                                    - opinion.at("/dl4j/" + k).asDouble()))
                            .isLessThan(1e-12);
                }
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(13);
        assertThat(out.toString()).contains("trained now by scratch-fast", "0-clean.png: 0", "as it is", "centred");
        assertThat(Files.readString(folder.resolve("page/index.html")))
                .contains("8-colours.png", "20 × 20", "data:image/png;base64,")
                .doesNotContain("http:", "https:", "<script");
    }

    @Test
    void aSavedModelIsRunByBothSides() throws IOException {
        Path model = folder.resolve("model.json");
        execute(
                0,
                "train",
                "--side",
                "dl4j",
                "--hidden",
                "3",
                "--train",
                "10",
                "--test",
                "10",
                "--save",
                model.toString());
        assertThat(execute(0, "recognise", copy("0-clean.png").toString(), "--model", model.toString()))
                .contains("784-3-10, trained by dl4j; both sides run its weights in DOUBLE", "as it is     DL4J");
    }

    @Test
    void theGoodAreReadAndTheBadAreListed() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.png"), "Dear reader");
        Path none = folder.resolve("none.png");
        Path json = folder.resolve("answers.json");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = {
            "recognize",
            text.toString(),
            copy("0-clean.png").toString(),
            none.toString(),
            copy("8-colours.png").toString(),
            "--hidden",
            "3",
            "--train",
            "100",
            "--test",
            "10",
            "--json",
            json.toString()
        };
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(err), arguments))
                .isEqualTo(2);
        assertThat(out.toString()).contains("0-clean.png: ", "8-colours.png: ").doesNotContain("letter", "none");
        assertThat(err.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("suite: " + text + ": is no picture"))
                .anyMatch(line -> line.startsWith("suite: " + none + ": there is no such file"));
        assertThat(Json.MAPPER.readTree(json.toFile()).at("/recognitions")).hasSize(2);
    }

    @Test
    void badFilesAloneTrainNothing() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.png"), "Dear reader");
        assertThat(execute(2, "recognise", text.toString()))
                .startsWith("suite: " + text + ": is no picture")
                .hasLineCount(1);
        assertThat(execute(2, "recognise")).contains("PICTURE");
    }

    private Path copy(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream stream = SampleDigits.class.getResourceAsStream(name)) {
            Files.write(file, Objects.requireNonNull(stream).readAllBytes());
        }
        return file;
    }

    private static String execute(int expectedExitCode, String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(out), arguments))
                .isEqualTo(expectedExitCode);
        return out.toString().strip();
    }
}
