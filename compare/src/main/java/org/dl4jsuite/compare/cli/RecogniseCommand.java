package org.dl4jsuite.compare.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.ConsoleRenderer;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.model.Dl4jModel;
import org.dl4jsuite.compare.model.Model;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.ScratchModel;
import org.dl4jsuite.compare.report.HandwritingSection;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.DataException;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suite recognise}: one's own handwriting. */
@Command(
        name = "recognise",
        aliases = "recognize",
        description = {
            "Reads handwritten digits from pictures, one digit a picture, and says what both networks take them for.",
            "Files that cannot be read are listed at the end; exit code 2 if there are any.",
            "Without --model, the fast from-scratch network is trained at once, and both sides run its weights; the"
                    + " options of the network and of the data are for this training."
        })
final class RecogniseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PICTURE",
            arity = "1..*",
            description = "PNG, JPEG, GIF or BMP, of any size and colours. 28 x 28 pixels are used as they are, and"
                    + " centred for a second opinion.")
    private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the handwriting doctor there: index.html with each stage of each picture.")
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all outputs, as JSON.")
    private @Nullable Path json;

    @Mixin
    private ModelOptions model;

    /** What {@code --json} writes. */
    @JsonPropertyOrder("format")
    private record Result(Provenance origin, List<Recognition> recognitions) {
        @JsonProperty
        String format() {
            return "dl4jsuite-recognition-1";
        }
    }

    @Override
    public Integer call() throws IOException {
        model.validate(false);
        OutputFile.check("--json", json);
        if (out != null) {
            OutputFile.checkFolder("--out", out);
        }
        List<Handwriting> digits = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        for (Path file : files) {
            try {
                digits.add(Handwriting.read(file));
            } catch (DataException e) {
                complaints.add(e.getMessage());
            }
        }
        if (!digits.isEmpty()) {
            answer(digits);
        }
        PrintWriter err = spec.commandLine().getErr();
        complaints.forEach(complaint -> err.println("suite: " + complaint));
        err.flush();
        return complaints.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
    }

    private void answer(List<Handwriting> digits) throws IOException {
        ModelOptions.Trained saved = model.saved();
        ModelOptions.Trained trained = saved == null ? model.train(model.loadData()) : saved;
        List<Recognition> recognitions = recognise(digits, trained.model());
        PrintWriter console = spec.commandLine().getOut();
        console.println(trained.description());
        recognitions.forEach(recognition -> print(recognition, console));
        if (json != null) {
            Json.write(json, new Result(trained.model().origin(), recognitions));
        }
        if (out != null) {
            writePage(out, trained.description(), recognitions, digits);
        }
        console.flush();
    }

    private static List<Recognition> recognise(List<Handwriting> digits, SavedModel saved) {
        NetworkSpec exact = saved.network().withPrecision(Precision.DOUBLE);
        try (Model scratch = new ScratchModel(exact);
                Model dl4j = Dl4jModel.of(exact)) {
            scratch.setParameters(saved.parameters());
            dl4j.setParameters(saved.parameters());
            return digits.stream()
                    .map(digit -> Recognition.of(digit, null, scratch, dl4j))
                    .toList();
        }
    }

    private static void print(Recognition recognition, PrintWriter console) {
        int answer = recognition.opinions().get(0).scratchAnswer();
        console.println();
        console.println(recognition.file() + ": " + answer);
        console.println(ConsoleRenderer.render(HandwritingSection.outputs(recognition)));
        if (!recognition.doubt().isEmpty()) {
            console.println(recognition.doubt());
        }
    }

    private static void writePage(Path folder, String network, List<Recognition> recognitions, List<Handwriting> digits)
            throws IOException {
        Document document = HandwritingSection.page(network, recognitions, digits);
        byte[] page = HtmlRenderer.render(document).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve("index.html"), stream -> stream.write(page));
    }
}
