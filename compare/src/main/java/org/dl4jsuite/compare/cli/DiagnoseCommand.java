package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.Sha256;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.diagnose.BothSides;
import org.dl4jsuite.compare.diagnose.Diagnosis;
import org.dl4jsuite.compare.diagnose.Dump;
import org.dl4jsuite.compare.diagnose.DumpFile;
import org.dl4jsuite.compare.diagnose.SettingNames;
import org.dl4jsuite.compare.diagnose.Snippet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suite diagnose DUMP}: where and why somebody else's network differs. */
@Command(
        name = "diagnose",
        description = {
            "Finds the first number of your own network's step that differs, and the mistake that explains all of them.",
            "Exit code 0 if everything is the same, 1 if something differs, 2 if the dump cannot be read."
        })
final class DiagnoseCommand extends SuiteCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "DUMP",
            description = {
                "A .npz or .json file with W1, b1, W2, …, x, t and whatever you have of z1, a1, …, output, loss, dW1, db1, …,"
                        + " W1_after, b1_after, …, rate, activations, loss_function, reduction.",
                "Weights are (out, in) or (in, out), the rest has one example per row."
            })
    private @Nullable Path dump;

    @Option(
            names = "--snippet",
            paramLabel = "LIBRARY",
            description = "Print the lines that write a dump, of ${COMPLETION-CANDIDATES}; nothing is diagnosed then.")
    private @Nullable Snippet snippet;

    @Option(
            names = "--activations",
            paramLabel = "LIST",
            description =
                    "One per layer of weights, of sigmoid, tanh, identity, relu, softmax: tanh,sigmoid. Default: the"
                            + " dump's, or all sigmoid.")
    private @Nullable String activations;

    @Option(
            names = "--loss-function",
            paramLabel = "LOSS",
            description =
                    "half-squared-error, squared-error or cross-entropy. Default: the dump's, or half-squared-error;"
                            + " cross-entropy of softmax outputs.")
    private @Nullable String lossFunction;

    @Option(
            names = "--reduction",
            paramLabel = "R",
            description = "mean or sum over the batch. Default: the dump's, or mean.")
    private @Nullable String reduction;

    @Option(names = "--rate", paramLabel = "R", description = "Learning rate. Default: the dump's.")
    private @Nullable String rate;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the diagnosis.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        if (snippet != null) {
            NetworkOptions.require(
                    dump == null,
                    "--snippet " + snippet + ": is for those who have no dump yet; leave " + dump + " out.");
            out().print(snippet.text());
            out().flush();
            return 0;
        }
        if (dump == null) {
            throw new UserError(
                    "diagnose needs a dump, a .npz or .json file; --snippet numpy prints the lines that write one.");
        }
        OutputFile.check("--json", json);
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "activations", activations);
        put(settings, "loss_function", lossFunction);
        put(settings, "reduction", reduction);
        put(settings, "rate", rate);
        Dump read = DumpFile.read(dump, SettingNames.parse(settings));
        Diagnosis diagnosis = Diagnosis.of(read);
        String ours = BothSides.compare(read);
        if (json != null) {
            Map<String, Object> configuration = new LinkedHashMap<>();
            configuration.put("dump", dump.getFileName().toString());
            configuration.put("settings", settings);
            Json.write(
                    json,
                    Json.document(
                            Diagnosis.FORMAT,
                            Provenance.of(configuration, Map.of("dump", Sha256.of(Files.readAllBytes(dump)))),
                            diagnosis));
        }
        PrintWriter out = out();
        diagnosis.sentences().forEach(out::println);
        out.println(ours);
        out.flush();
        return diagnosis.verdict() == Diagnosis.Verdict.SAME ? 0 : 1;
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
