package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.RunIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input: one clear sentence that names the value, exit code 2, nothing written. */
class BadInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate 0 | --rate 0.0",
                "--rate -1 | --rate -1.0",
                "--rate nan | 'nan'",
                "--rate NaN | --rate NaN",
                "--rate Infinity | --rate Infinity",
                "--hidden 0 | --hidden 0",
                "--hidden 10001 | --hidden 10001",
                "--batch 60001 | --batch 60001",
                "--hidden many | 'many'",
                "--batch 0 | --batch 0",
                "--epochs 0 | --epochs 0",
                "--seed -1 | --seed -1",
                "--seed 4294967296 | --seed 4294967296",
                "--train 70000 | suite: --train 70000: the data set MNIST has 60000 training images; ask for 1 to 60000.",
                "--train 0 | --train 0",
                "--test 10001 | suite: --test 10001:",
                "--variant MINE | 'MINE'",
                "--data no-such-folder | no-such-folder",
                "--unknown | --unknown"
            })
    void optionsOfReportThatCannotBe(String options, String named) throws IOException {
        Path out = folder.resolve("report");
        List<String> arguments = Stream.concat(
                        Stream.of("report", "--out", out.toString()), Stream.of(options.split(" ")))
                .toList();
        assertRefused(named, arguments.toArray(String[]::new));
        assertThat(out).doesNotExist();
    }

    @Test
    void ofTwoReportsIntoOneFolderTheSecondIsRefused() throws IOException {
        KeptParts first = KeptParts.open(folder, new RunIdentity(Map.of()), false, said -> {});
        try (first) {
            assertRefused(
                    "suite: " + folder + ": another process is writing there",
                    "report",
                    "--train",
                    "10",
                    "--test",
                    "10",
                    "--out",
                    folder.toString());
            assertThat(folder.resolve("index.html")).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--layers 4,5,3 --rows 2000000000 | --rows 2000000000: use 1 to 1000 examples.",
                "--layers 4,5,3 --rows 0 | --rows 0",
                "--layers 4 | --layers 4: give 2 to 10 numbers from 1 to 10000",
                "--layers 4,0,3 | --layers 4,0,3",
                "--layers 784,5409280,10 | --layers 784,5409280,10",
                "--layers 1000,1000,1000 --rows 100 | the central differences take 9.2e+12 operations, more than 1e+11",
                "--layers 10000,10000,10000 --rows 1 | operations"
            })
    void networksOfParityThatCannotBe(String options, String named) {
        assertRefused(named, concat(new String[] {"parity"}, options.split(" ")));
    }

    private static String[] concat(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aModelWhoseSizeOverflows() throws IOException {
        Path model = folder.resolve("model.json");
        PrintWriter ignored = new PrintWriter(new StringWriter());
        String[] train = {"train", "--side", "scratch", "--train", "5", "--test", "5", "--hidden", "4"};
        assertThat(Main.execute(ignored, ignored, concat(train, "--save", model.toString())))
                .isZero();
        String json = Files.readString(model).replaceFirst("784,( ?)4,( ?)10", "784,5409280,10");
        assertThat(json).contains("5409280");
        Files.writeString(model, json);
        assertRefused("has 4294968320 parameters", "evaluate", "--model", model.toString());
    }

    @Test
    void anOutputFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        assertRefused("taken", "report", "--out", file.toString());
        assertThat(file).hasContent("mine");
    }

    @Test
    void aModelFileThatIsNone() throws IOException {
        assertRefused(
                "no such file", "evaluate", "--model", folder.resolve("missing").toString());
        assertRefused("not a saved model", "evaluate", "--model", write("{}").toString());
        assertRefused("not a saved model", "evaluate", "--model", write("").toString());
        assertRefused(
                "not a saved model",
                "evaluate",
                "--model",
                write("\u0000\u0001 binary").toString());
        assertRefused(
                "not a saved model",
                "evaluate",
                "--model",
                write("{\"format\": \"dl4jsuite-model-1\", \"parameters\": [1]}")
                        .toString());
    }

    @Test
    void whatCannotBeConverted() throws IOException {
        String json = folder.resolve("a.json").toString();
        String zip = folder.resolve("a.zip").toString();
        assertRefused(
                "a.onnx: the ending of the name is none of .json",
                "convert",
                json,
                folder.resolve("a.onnx").toString());
        assertRefused("a.zip: no such file; give the name of a network's zip", "convert", zip, json);
        assertRefused(
                "a.npz: no such file; give the name of a .npz",
                "convert",
                folder.resolve("a.npz").toString(),
                json);
        Files.writeString(Path.of(zip), "none");
        assertRefused("a.zip: is not a network's zip; write one with DL4J's ModelSerializer", "convert", zip, json);
        assertRefused("a.zip: is not a network's zip", "evaluate", "--model", zip);
    }

    @Test
    void aModelFileWithTooFewParameters() throws IOException {
        Path model = folder.resolve("model.json");
        StringWriter out = new StringWriter();
        assertThat(Main.execute(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "train",
                        "--side",
                        "scratch",
                        "--hidden",
                        "3",
                        "--train",
                        "10",
                        "--test",
                        "10",
                        "--save",
                        model.toString()))
                .isZero();
        String json = Files.readString(model);
        Files.writeString(model, json.replaceFirst("\"parameters\":\\[[^,]*,", "\"parameters\":["));
        assertRefused("has 2382 parameters, the file has 2381", "evaluate", "--model", model.toString());
    }

    @Test
    void parityOfNetworksThatCannotBe() {
        assertRefused("--layers 4", "parity", "--layers", "4");
        assertRefused("--layers 4,0", "parity", "--layers", "4,0");
        assertRefused("--rows 0", "parity", "--layers", "4,2", "--rows", "0");
        assertRefused("BOOK_RULE", "parity", "--layers", "4,2", "--variant", "BOOK_RULE");
    }

    @Test
    void lessonsThatCannotBe() {
        assertRefused("three-layer-toy", "lesson", "no-such-lesson");
        assertRefused("--hidden 3: toes has no hidden nodes", "lesson", "toes", "--hidden", "3");
        assertRefused("--hidden 81: the program from scratch", "lesson", "mnist", "--hidden", "81");
        assertRefused("--hidden 0", "lesson", "three-layer-toy", "--hidden", "0");
        assertRefused("--rate -1.0", "lesson", "three-layer-toy", "--rate", "-1");
        assertRefused("--iterations -1", "lesson", "three-layer-toy", "--iterations", "-1");
        assertRefused("--log-every 0", "lesson", "three-layer-toy", "--log-every", "0");
        assertRefused("--seed 4294967296", "lesson", "three-layer-toy", "--seed", "4294967296");
    }

    @Test
    void speedOfWhatCannotBe() {
        assertRefused("--batches 0", "speed", "--batches", "1,0");
        assertRefused("--batches 10001", "speed", "--batches", "10001");
        assertRefused("'many'", "speed", "--batches", "many");
        assertRefused("--hidden 0", "speed", "--hidden", "50,0");
        assertRefused("--hidden 10001", "speed", "--hidden", "10001");
        assertRefused("--networks pytorch", "speed", "--networks", "scratch,pytorch");
        assertRefused("--json", "speed", "--json", folder.toString());
    }

    @Test
    void theFromScratchSideHasNoFloat() {
        assertRefused("--precision FLOAT", "train", "--side", "scratch", "--precision", "FLOAT");
    }

    /** Noticed before the training, which has no images to begin with. */
    @Test
    void aModelThatCannotBeSaved() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        for (Path save : List.of(folder, file.resolve("model.json"), folder.resolve("long".repeat(100)))) {
            assertRefused("--save " + save, "train", "--side", "scratch", "--data", "none", "--save", save.toString());
        }
        assertThat(file).hasContent("mine");
    }

    @Test
    void noCommandAtAll() {
        assertRefused("suite report");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("model.json"), content);
    }

    private static void assertRefused(String named, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        assertThat(err.toString().strip())
                .startsWith("suite: ")
                .contains(named)
                .doesNotContain("\tat ", "Exception")
                .hasLineCount(1);
        assertThat(exitCode).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }
}
