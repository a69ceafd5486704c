package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dl4jsuite.compare.JavaProgram;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.Python;
import org.dl4jsuite.compare.diagnose.Diagnosis;
import org.dl4jsuite.compare.diagnose.DumpFile;
import org.dl4jsuite.compare.diagnose.Settings;
import org.dl4jsuite.compare.interchange.NpyArray;
import org.dl4jsuite.compare.interchange.Npz;
import org.dl4jsuite.compare.parity.Divergence;
import org.dl4jsuite.compare.report.ExampleReports;
import org.dl4jsuite.compare.report.ExampleSpeeds;
import org.dl4jsuite.compare.report.Report;
import org.dl4jsuite.compare.serve.DigitServer;
import org.dl4jsuite.compare.serve.DigitService;
import org.dl4jsuite.compare.speed.Anatomy;
import org.dl4jsuite.compare.speed.AnatomyTest;
import org.dl4jsuite.compare.speed.Contestant;
import org.dl4jsuite.compare.speed.Grid;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.handwriting.SampleDigits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/FORMATS.md names every key of every file, and no other; its two programs read a model. */
class FormatsTest {
    /** A row of a table whose first column is a key: key, type, what. */
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (.*?) \\|(.*)\\|");

    private static final Pattern LINK = Pattern.compile("\\[.*]\\(#(.*)\\)");

    private static final String PAGE = read(Path.of("../docs/FORMATS.md"));

    /** By section, key and the rest of its row, in the page's order. */
    private static final Map<String, Map<String, Matcher>> SECTIONS = sections();

    private final Set<String> seen = new TreeSet<>();

    @TempDir
    private Path folder;

    @Test
    @Tag("long") // it writes every kind of file
    void thePageHasTheKeysOfAllFilesAndNoOthers() throws IOException {
        String data = tenImages().toString();
        check("model", model("--side", "scratch-fast", "--hidden", "3", "--data", data));
        check("model", converted());
        check("checkpoint", checkpoint(data));
        check("parity", written("parity", "--layers", "2,2,1", "--bias", "--rows", "2"));
        check("lesson", written("lesson", "weight-update-by-hand"));
        check("lesson", written("lesson", "toes"));
        check(
                "lesson",
                written("lesson", "toes", "--trace", "--weights", "1,0,0,0,1,0,0,0,1", "--examples", "1,2,3=4,5,6"));
        check("lesson", written("lesson", "mnist", "--trace", "--hidden", "80", "--iterations", "0"));
        check(
                "speed",
                Json.document(
                        SpeedResults.FORMAT,
                        SpeedCommand.origin(Grid.quick(200), List.of(Contestant.values())),
                        ExampleSpeeds.all()));
        check("anatomy", Json.document(Anatomy.FORMAT, AnatomyCommand.origin(true), AnatomyTest.example()));
        for (Report report :
                List.of(ExampleReports.agreeing(), ExampleReports.failing(), ExampleReports.lookedInto())) {
            check("report", report);
        }
        checkDiagnosis();
        check("divergence", new Divergence(1, 1, Divergence.Quantity.Z, "[0][0]", 1, 2, 0));
        String model = folder.resolve("model.json").toString();
        check("back-query", written("back-query", "--model", model, "--out", folder.toString(), "--data", data));
        Path picture = folder.resolve("7.png");
        try (InputStream digit = SampleDigits.class.getResourceAsStream("7-chopped.png")) {
            Files.copy(Objects.requireNonNull(digit), picture);
        }
        check("recognition", written("recognise", "--model", model, picture.toString()));
        checkServer(model, picture);
        check("sabotage", written("sabotage", "--data", data));
        checkSweep(data);

        Set<String> onThePage = new TreeSet<>();
        SECTIONS.forEach((section, rows) -> rows.keySet().forEach(key -> onThePage.add(section + ": " + key)));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(onThePage);
    }

    private void checkServer(String model, Path picture) throws IOException {
        LabelledImages none = LabelledImages.of(new byte[0], new byte[0]);
        try (DigitService service = new DigitService(SavedModel.read(Path.of(model)), "", none);
                DigitServer server = DigitServer.start("127.0.0.1", 0, service)) {
            check("recognise", posted(server, "/api/recognise", picture));
            check("why", posted(server, "/api/why?label=7", picture));
            check("why", posted(server, "/api/why?label=1", picture));
        }
    }

    private static JsonNode posted(DigitServer server, String path, Path picture) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) server.address().resolve(path).toURL().openConnection();
        connection.setDoOutput(true);
        connection.getOutputStream().write(Files.readAllBytes(picture));
        try (InputStream answer = connection.getInputStream()) {
            return Json.MAPPER.readTree(answer);
        }
    }

    private void checkDiagnosis() throws IOException {
        Path dump = Files.writeString(
                folder.resolve("dump.json"), "{\"W1\": [[1, 2]], \"x\": [[1, 2]], \"t\": [[1]], \"loss\": 0.5}");
        Path file = folder.resolve("diagnosis.json");
        StringWriter ignored = new StringWriter();
        PrintWriter out = new PrintWriter(ignored);
        assertThat(Main.execute(out, out, "diagnose", dump.toString(), "--json", file.toString()))
                .isOne();
        check("diagnosis", Json.MAPPER.readTree(file.toFile()));
        Diagnosis halfMissing = Diagnosis.of(DumpFile.read(
                Files.writeString(dump, "{\"W1\": [[0]], \"x\": [[1]], \"t\": [[1]], \"loss\": 0.25}"),
                Settings.UNSET));
        check("diagnosis", Json.document(Diagnosis.FORMAT, Provenance.withoutDl4j(Map.of(), Map.of()), halfMissing));
    }

    private void checkSweep(String data) throws IOException {
        Path lines = folder.resolve("sweep.jsonl");
        run("sweep", "--seeds", "1", "--epochs", "1", "--data", data, "--out", lines.toString());
        for (String line : Files.readAllLines(lines)) {
            JsonNode tree = Json.MAPPER.readTree(line);
            check(tree.has("format") ? "sweep-header" : tree.has("is") ? "sweep-origin" : "sweep-result", tree);
        }
    }

    private void check(String section, Object value) {
        check(section, Json.MAPPER.<JsonNode>valueToTree(value), "[object](#" + section + ")");
    }

    /** Whether a value is of a type as the page writes it. */
    private void check(String where, JsonNode value, String type) {
        Matcher link = LINK.matcher(type);
        if (value.isNull()) {
            return;
        } else if (type.matches("lists? of .*")) {
            assertThat(value.isArray()).as(where).isTrue();
            value.forEach(element -> check(where, element, type.replaceFirst("lists? of ", "")));
        } else if (type.startsWith("map of ")) {
            assertThat(value.isObject()).as(where).isTrue();
            value.forEach(element -> check(where, element, type.substring("map of ".length())));
        } else if (link.matches()) {
            checkObject(link.group(1), value);
        } else {
            boolean fits = switch (type) {
                case "text", "texts" -> value.isTextual();
                case "boolean" -> value.isBoolean();
                case "integer", "integers" -> value.isIntegralNumber();
                case "number", "numbers" -> value.isNumber() || value.asText().equals("NaN");
                case "integer or text" -> value.isIntegralNumber() || value.isTextual();
                case "matrix" -> value.isArray() && value.path(0).isArray();
                default -> false;
            };
            assertThat(fits).as("%s is %s, not %s", where, value, type).isTrue();
        }
    }

    private void checkObject(String section, JsonNode object) {
        Map<String, Matcher> rows = Objects.requireNonNull(SECTIONS.get(section), section);
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        List<String> inOrder = rows.keySet().stream().filter(object::has).toList();
        assertThat(keys).as(section).isNotEmpty().containsExactlyElementsOf(inOrder);
        rows.forEach((key, row) -> {
            if (object.has(key)) {
                seen.add(section + ": " + key);
                check(section + ": " + key, object.get(key), row.group(2));
            }
            if (key.equals("format")) {
                assertThat(row.group(3).strip()).isEqualTo("`" + object.get(key).asText() + "`");
            }
        });
    }

    @Test
    void thePythonOnThePageReadsAModel() throws Exception {
        Python python = Python.with("numpy");
        String accuracy = trained();
        assertThat(python.run(folder, program("python"))).isEqualTo(accuracy);
        String otherScaling = program("python").replace(" * scaling[\"factor\"] + scaling[\"offset\"]", "");
        assertThat(python.run(folder, otherScaling)).startsWith("accuracy 0.").isNotEqualTo(accuracy);
    }

    @Test
    void theJavaOnThePageReadsAModel() throws Exception {
        String accuracy = trained();
        assertThat(JavaProgram.run(folder, "LoadModel", program("java"))).isEqualTo(accuracy);
    }

    /** The page's program in a language, its files in the test's folder. */
    private String program(String language) {
        String begin = "```" + language + "\n";
        int from = PAGE.indexOf(begin) + begin.length();
        return PAGE.substring(from, PAGE.indexOf("```", from))
                .replaceAll(
                        "\"([\\w-]+\\.(json|gz))\"", "\"" + folder.toString().replace('\\', '/') + "/$1\"");
    }

    /** A small model in the test's folder, beside MNIST's test images; what the programs are to print of it. */
    private String trained() throws IOException {
        for (String file : List.of("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz")) {
            try (InputStream stream = Mnist.class.getResourceAsStream("mnist/" + file)) {
                Files.copy(Objects.requireNonNull(stream, file), folder.resolve(file));
            }
        }
        String model = folder.resolve("model.json").toString();
        String printed = run("train", "--side", "scratch-fast", "--hidden", "8", "--train", "1000", "--save", model);
        return "accuracy " + Double.parseDouble(printed.strip().replaceFirst(".* test accuracy ", ""));
    }

    /** A data set that is read sooner than MNIST. */
    private Path tenImages() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int label = 0; label < 10; label++) {
            rows.append(label).append((",2" + label).repeat(784)).append('\n');
        }
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("ten_train.csv"), rows);
        Files.writeString(data.resolve("ten_test.csv"), rows);
        return data;
    }

    private JsonNode model(String... options) throws IOException {
        Path file = folder.resolve("model.json");
        List<String> arguments = new ArrayList<>(List.of("train", "--save", file.toString()));
        arguments.addAll(List.of(options));
        run(arguments.toArray(String[]::new));
        return Json.MAPPER.readTree(file.toFile());
    }

    /** The first line of a training's last checkpoint. */
    private JsonNode checkpoint(String data) throws IOException {
        String checkpoints = folder.resolve("checkpoints").toString();
        run("train", "--side", "scratch-fast", "--hidden", "3", "--data", data, "--checkpoint", checkpoints);
        String content =
                Files.readString(Path.of(checkpoints, "10.checkpoint"), StandardCharsets.ISO_8859_1); // of bytes
        return Json.MAPPER.readTree(content.lines().findFirst().orElseThrow());
    }

    /** A model made of a file that does not say where it comes from. */
    private JsonNode converted() throws IOException {
        Path npz = folder.resolve("foreign.npz");
        Npz.write(npz, Map.of("W1", NpyArray.of(new double[6], List.of(3, 2))));
        Path file = folder.resolve("converted.json");
        run("convert", npz.toString(), file.toString());
        return Json.MAPPER.readTree(file.toFile());
    }

    /** What a command writes. */
    private JsonNode written(String... command) throws IOException {
        Path file = folder.resolve("written.json");
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--json", file.toString()));
        run(arguments.toArray(String[]::new));
        return Json.MAPPER.readTree(file.toFile());
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(err), arguments))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    private static Map<String, Map<String, Matcher>> sections() {
        Map<String, Map<String, Matcher>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : PAGE.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("##")) {
                section = line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-');
            } else if (row.matches()) {
                sections.computeIfAbsent(section, name -> new LinkedHashMap<>()).put(row.group(1), row);
            }
        }
        return sections;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
