package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.report.HandwritingSection;
import org.dl4jsuite.data.DataException;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suite recognise}: one's own handwriting. */
@Command(
        name = "recognise",
        aliases = "recognize",
        description = {
            "Reads handwritten digits from pictures, one digit a picture, and says what both networks take them for.",
            "Files that cannot be read are listed at the end; exit code 2 if there are any.",
            "Both sides run the weights of --model, of the network that comes with the suite, or, with options of the"
                    + " network or of the data, of one that the fast from-scratch network learns at once."
        })
final class RecogniseCommand extends SuiteCommand {
    @Parameters(
            paramLabel = "PICTURE",
            arity = "1..*",
            description = "PNG, JPEG, GIF or BMP, of any size and colours. 28 x 28 pixels are used as they are, and"
                    + " centred for a second opinion.")
    private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write index.html there, with each stage of each picture.")
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all outputs, as JSON.")
    private @Nullable Path json;

    @Mixin
    private ModelOptions model;

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
        complaints.forEach(complaint -> err().println("suite: " + complaint));
        return complaints.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
    }

    private void answer(List<Handwriting> digits) throws IOException {
        ModelOptions.Trained saved = model.saved();
        ModelOptions.Trained trained = saved == null ? model.train(model.loadData()) : saved;
        List<Recognition> recognitions = trained.onBothSides((scratch, dl4j) -> digits.stream()
                .map(digit -> Recognition.of(digit, null, scratch, dl4j))
                .toList());
        out().println(trained.description());
        recognitions.forEach(this::print);
        if (json != null) {
            Map<String, Object> results = Map.of("recognitions", recognitions);
            Json.write(
                    json,
                    Json.document("dl4jsuite-recognition-1", trained.model().origin(), results));
        }
        if (out != null) {
            Document page = HandwritingSection.page(trained.description(), recognitions, digits);
            OutputFile.write(out, "index.html", HtmlRenderer.render(page));
        }
    }

    private void print(Recognition recognition) {
        int answer = recognition.opinions().get(0).scratchAnswer();
        out().println();
        out().println(recognition.file() + ": " + answer);
        print(List.of(HandwritingSection.outputs(recognition), Block.note(recognition.doubt())));
    }
}
