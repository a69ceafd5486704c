package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonArguments;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonOptions;
import org.dl4jsuite.compare.lessons.LessonOptions.Example;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;
import org.dl4jsuite.compare.lessons.LessonTensors;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.lessons.TracedQuantity;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suite lesson ID}: one lesson, side by side. */
@Command(
        name = "lesson",
        description = {
            "Runs one lesson on both sides from the same weights and prints them side by side.",
            "Exit code 1 if the two disagree or a published figure is not met. Options default to the source's.",
            "Most take a second or two; those of 60,000 iterations keep DL4J busy for some twenty."
        })
final class LessonCommand implements Callable<Integer> {
    private static final int MAX_ITERATIONS = 100_000_000;
    private static final int MAX_PARAMETERS_TO_PRINT = 100;
    private static final int MAX_LINES_TO_PRINT = 50;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "One of those that suite lessons lists.")
    private String id;

    @Mixin
    private LessonArguments arguments = new LessonArguments();

    @Option(
            names = "--trace",
            description = "Note every quantity of chosen steps on both sides: z, activations, deltas, gradients, weights. Prints"
                    + " the first step; --json writes them all.")
    private boolean trace;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        LessonEntry entry = Lessons.find(id).orElseThrow(() -> new UserError(unknown(id)));
        LessonOptions options = options(entry);
        OutputFile.check("--json", json);
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("lesson", id);
        configuration.put("options", options);
        Provenance origin = Provenance.of(configuration, Map.of());
        LessonResult result;
        try (Progress progress = Progress.start(id, options.iterations())) {
            result = trace
                    ? LessonRun.trace(entry, options, progress)
                    : LessonRun.run(entry, options, progress);
        }
        if (json != null) {
            Json.write(json, Json.document(LessonResult.FORMAT, origin, result));
        }
        print(entry, result);
        return result.complaints().isEmpty() ? 0 : 1;
    }

    private static String unknown(String id) {
        List<String> ids = Lessons.all().stream().map(LessonEntry::id).toList();
        String typed = id.toLowerCase(Locale.ROOT);
        List<String> similar = ids.stream()
                .filter(each -> each.startsWith(typed) || changes(typed, each) <= Math.max(2, typed.length() / 3))
                .toList();
        return "There is no lesson \"" + id + "\"; "
                + (similar.isEmpty()
                        ? "the lessons are " + String.join(", ", ids) + "."
                        : "did you mean " + String.join(" or ", similar) + "?");
    }

    /** The letters to insert, remove or change to turn one word into another: Levenshtein's distance. */
    private static int changes(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int k = 1; k <= to.length(); k++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(k - 1) ? 0 : 1);
                diagonal = row[k];
                row[k] = Math.min(changed, 1 + Math.min(row[k - 1], row[k]));
            }
        }
        return row[to.length()];
    }

    private LessonOptions options(LessonEntry entry) {
        LessonOptions defaults = entry.defaults();
        LessonOptions options = arguments.over(defaults);
        int steps = options.iterations();
        NetworkOptions.requireSeed(options.seed());
        NetworkOptions.require(
                arguments.seed() == null || isRandom(entry),
                "--seed " + arguments.seed() + ": nothing is random in " + id + "; leave the option out.");
        NetworkOptions.require(
                options.rate() > 0 && Double.isFinite(options.rate()),
                "--rate " + options.rate() + ": use a number greater than 0, for example " + defaults.rate() + ".");
        if (arguments.hidden() != null) {
            NetworkOptions.require(
                    defaults.hidden() > 0, "--hidden " + arguments.hidden() + ": " + id + " has no hidden nodes.");
            NetworkOptions.requireHidden(arguments.hidden());
        }
        NetworkOptions.require(
                steps >= 0 && steps <= MAX_ITERATIONS,
                "--iterations " + steps + ": use 0 to " + MAX_ITERATIONS + " steps.");
        requireFitting(entry, options);
        NetworkOptions.require(options.logEvery() >= 1, "--log-every " + options.logEvery() + ": use at least 1.");
        return options;
    }

    /** Refuses weights and examples of another size than the lesson's, and examples where they cannot be replaced. */
    private void requireFitting(LessonEntry entry, LessonOptions options) {
        List<Double> weights = options.weights();
        if (weights != null) {
            int parameters = entry.scratch().apply(options).parameters().length;
            NetworkOptions.require(
                    weights.size() == parameters && weights.stream().allMatch(Double::isFinite),
                    "--weights " + weights + ": " + id + " takes " + parameters + " finite numbers.");
        }
        List<Example> examples = options.examples();
        if (examples != null) {
            NetworkSpec network = LessonTensors.network(entry, options);
            for (Example example : examples) {
                NetworkOptions.require(
                        example.inputs().size() == network.inputs()
                                && example.targets().size() == network.outputs()
                                && Stream.of(example.inputs(), example.targets())
                                        .flatMap(List::stream)
                                        .allMatch(Double::isFinite),
                        "--examples " + example.inputs() + "=" + example.targets() + ": " + id + " takes "
                                + network.inputs() + " finite inputs and " + network.outputs() + " targets.");
            }
            try {
                options.scratch(entry);
            } catch (UnsupportedOperationException e) {
                throw new UserError("--examples: the examples of " + id + " cannot be replaced; leave the option out.");
            }
        }
    }

    /** Whether another seed gives other first weights. */
    private static boolean isRandom(LessonEntry entry) {
        LessonOptions one = entry.defaults();
        LessonOptions other =
                new LessonOptions(one.seed() + 1, one.rate(), one.hidden(), one.iterations(), one.logEvery());
        return !Arrays.equals(
                entry.scratch().apply(one).parameters(),
                entry.scratch().apply(other).parameters());
    }

    private void print(LessonEntry entry, LessonResult result) {
        PrintWriter out = spec.commandLine().getOut();
        double[] parameters = result.scratch().parameters();
        out.println(entry.id() + ", " + LessonTensors.network(entry, result.options()).shape() + ": " + entry.teaches());
        out.println("Source: " + result.source());
        out.println();
        out.printf("%10s %24s %24s%n", "iteration", "error, scratch", "error, DL4J");
        List<LessonResult.LogEntry> log = result.scratch().log();
        for (int i = 0; i < Math.min(log.size(), MAX_LINES_TO_PRINT); i++) {
            out.printf(
                    Locale.ROOT,
                    "%10d %24s %24s%n",
                    log.get(i).iteration(),
                    log.get(i).error(),
                    result.dl4j().log().get(i).error());
        }
        if (log.size() > MAX_LINES_TO_PRINT) {
            out.println("... (" + (log.size() - MAX_LINES_TO_PRINT) + " more; --json writes them all)");
        }
        out.println();
        sideBySide(out, "outputs", result.scratch().outputs(), result.dl4j().outputs());
        if (parameters.length <= MAX_PARAMETERS_TO_PRINT) {
            for (Tensor tensor : LessonTensors.of(entry, result.options(), parameters.length)) {
                String shape = String.join(
                        " x ", tensor.shape().stream().map(String::valueOf).toList());
                sideBySide(
                        out,
                        tensor.name() + " (" + shape + ")",
                        LessonTensors.rows(tensor, parameters),
                        LessonTensors.rows(tensor, result.dl4j().parameters()));
            }
        }
        printTrace(out, result);
        for (FigureCheck figure : result.figures()) {
            out.println(figure.describe());
            if (figure.erratum() != null) {
                out.println("  erratum: " + figure.erratum());
            }
        }
        result.complaints().forEach(out::println);
        out.println("Largest difference of the two sides: " + result.maxDifference() + " (" + result.verdict() + ")");
        out.flush();
    }

    /** The first step; a large quantity by its shape. */
    private static void printTrace(PrintWriter out, LessonResult result) {
        result.trace().stream().limit(1).forEach(step -> step.quantities().forEach((name, quantity) -> {
            String title = "step " + step.iteration() + ", " + name + " (" + Format.shape(quantity.shape()) + "), largest difference "
                    + Format.ulps(quantity.ulps()) + " ulp";
            if (isSmall(quantity)) {
                sideBySide(out, title, quantity.scratch(), quantity.dl4j());
            } else {
                out.println(title);
                out.println();
            }
        }));
    }

    private static boolean isSmall(TracedQuantity quantity) {
        return quantity.shape().get(0) * quantity.shape().get(1) <= MAX_PARAMETERS_TO_PRINT;
    }

    private static void sideBySide(PrintWriter out, String title, double[][] scratch, double[][] dl4j) {
        out.println(title + ": scratch | DL4J");
        for (int row = 0; row < scratch.length && row < MAX_PARAMETERS_TO_PRINT; row++) {
            out.println("  " + Arrays.toString(scratch[row]) + " | " + Arrays.toString(dl4j[row]));
        }
        out.println();
    }
}
