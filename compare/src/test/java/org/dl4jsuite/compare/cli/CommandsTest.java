package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.model.Side;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on a little of MNIST. */
class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void dl4jsNetworkIsSavedAndTheOtherSidesRunIt() throws IOException {
        aTrainedNetworkIsSavedAndEvenTheOtherSideRunsIt(Side.DL4J);
    }

    @ParameterizedTest
    @EnumSource(value = Side.class, mode = EnumSource.Mode.EXCLUDE, names = "DL4J")
    void aTrainedNetworkIsSavedAndEvenTheOtherSideRunsIt(Side side) throws IOException {
        Path model = folder.resolve("model.json");
        String trained = run(
                0,
                "train",
                "--side",
                side.label(),
                "--hidden",
                "20",
                "--train",
                "500",
                "--test",
                "200",
                "--epochs",
                "2",
                "--save",
                model.toString());
        assertThat(trained).contains("epoch 1: ", "epoch 2: ");
        String accuracy =
                trained.substring(trained.lastIndexOf("test accuracy")).strip();
        for (Side runner : Side.values()) {
            String evaluated =
                    run(0, "evaluate", "--model", model.toString(), "--side", runner.label(), "--test", "200");
            assertThat(evaluated).startsWith(runner.label() + ": " + accuracy);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(model); // and nothing temporary
        }
    }

    @Test
    void parityWritesWhatCanBeRecomputed() throws IOException {
        Path json = folder.resolve("parity.json");
        String table = run(
                0, "parity", "--json", json.toString(), "--layers", "3,2,2", "--rows", "2", "--bias", "--seed", "5");
        assertThat(table).contains("Tolerance    Drift", "3-2-2, 2 rows, bias, mean", "1 of 1 cases agree");
        JsonNode tree = Json.MAPPER.readTree(json.toFile());
        assertThat(tree.at("/origin/configuration/seed").asInt()).isEqualTo(5);
        JsonNode parityCase = tree.at("/cases/0");
        assertThat(parityCase.at("/case").asText()).isEqualTo("3-2-2, 2 rows, bias, mean");
        assertThat(parityCase.at("/activations/0").asText()).isEqualTo("sigmoid");
        assertThat(parityCase.at("/reduction").asText()).isEqualTo("mean");
        assertThat(parityCase.at("/parameters")).hasSize(14);
        assertThat(parityCase.at("/outputs/dl4j/1")).hasSize(2);
        assertThat(parityCase.at("/loss/scratch").isDouble()).isTrue();
        assertThat(parityCase.at("/tensors")).hasSize(4);
        assertThat(parityCase.at("/tensors/0/tensor").asText()).isEqualTo("W1");
        assertThat(parityCase.at("/tensors/0/numeric")).hasSize(6);
        assertThat(parityCase.at("/tensors/3/verdict").asText()).isEqualTo("agree");
    }

    @Test
    void aLessonRunsWithAnyOptions() throws IOException {
        Path json = folder.resolve("lesson.json");
        String printed = run(
                0,
                "lesson",
                "three-layer-toy",
                "--seed",
                "3",
                "--rate",
                "0.5",
                "--hidden",
                "6",
                "--iterations",
                "40",
                "--log-every",
                "20",
                "--json",
                json.toString());
        assertThat(printed).contains("3-6-1", "error, scratch", "agree");
        JsonNode tree = Json.MAPPER.readTree(json.toFile());
        assertThat(tree.at("/lesson").asText()).isEqualTo("three-layer-toy");
        assertThat(tree.at("/options/hidden").asInt()).isEqualTo(6);
        for (String side : List.of("scratch", "dl4j")) {
            assertThat(tree.at("/" + side + "/log")).hasSize(2);
            assertThat(tree.at("/" + side + "/log/1/iteration").asInt()).isEqualTo(20);
            assertThat(tree.at("/" + side + "/outputs")).hasSize(4);
            assertThat(tree.at("/" + side + "/parameters")).hasSize(24);
        }
        assertThat(tree.at("/maxDifference").asDouble()).isLessThan(1e-12);
        assertThat(tree.at("/figures")).isEmpty(); // the options are not the source's
    }

    @Test
    void aLessonWithItsOwnOptionsMeetsThePublishedFigures() {
        assertThat(run(0, "lesson", "weight-update-by-hand")).contains("2.00265", "Erratum", " met");
    }

    @Test
    void aLessonThatOverflowsOnBothSidesSaysSoAndNeverThatTheyAgree() {
        assertThat(run(1, "lesson", "garden-bugs", "--rate", "1e308"))
                .contains("(both diverged at step 2: use a smaller rate)")
                .doesNotContainIgnoringCase("agree");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "report",
                "parity",
                "lessons",
                "lesson",
                "train",
                "evaluate",
                "speed",
                "sweep",
                "recognise",
                "back-query",
                "diagnose"
            })
    void everyCommandHasHelp(String command) {
        String help = command.isEmpty() ? run(0, "--help") : run(0, command, "--help");
        assertThat(help).contains("Usage: suite", "--help");
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
