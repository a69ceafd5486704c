package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonOptions;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--seed", paramLabel = "S", description = "Of the random first weights, as numpy.random.seed(S).")
    private @Nullable Long seed;

    @Option(names = "--rate", paramLabel = "R", description = "Learning rate.")
    private @Nullable Double rate;

    @Option(names = "--hidden", paramLabel = "N", description = "Hidden nodes, where the lesson has any.")
    private @Nullable Integer hidden;

    @Option(names = "--iterations", paramLabel = "N", description = "Steps to take.")
    private @Nullable Integer iterations;

    @Option(names = "--log-every", paramLabel = "N", description = "Note the error every N iterations.")
    private @Nullable Integer logEvery;

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
            result = LessonRun.run(entry, options, progress);
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
        int steps = Objects.requireNonNullElse(iterations, defaults.iterations());
        LessonOptions options = new LessonOptions(
                Objects.requireNonNullElse(seed, defaults.seed()),
                Objects.requireNonNullElse(rate, defaults.rate()),
                Objects.requireNonNullElse(hidden, defaults.hidden()),
                steps,
                Objects.requireNonNullElse(logEvery, Math.min(defaults.logEvery(), Math.max(1, steps))));
        NetworkOptions.requireSeed(options.seed());
        NetworkOptions.require(
                seed == null || isRandom(entry),
                "--seed " + seed + ": nothing is random in " + id + "; leave the option out.");
        NetworkOptions.require(
                options.rate() > 0 && Double.isFinite(options.rate()),
                "--rate " + rate + ": use a number greater than 0, for example " + defaults.rate() + ".");
        if (hidden != null) {
            NetworkOptions.require(defaults.hidden() > 0, "--hidden " + hidden + ": " + id + " has no hidden nodes.");
            NetworkOptions.requireHidden(hidden);
        }
        NetworkOptions.require(
                steps >= 0 && steps <= MAX_ITERATIONS,
                "--iterations " + iterations + ": use 0 to " + MAX_ITERATIONS + " steps.");
        NetworkOptions.require(options.logEvery() >= 1, "--log-every " + logEvery + ": use at least 1.");
        return options;
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

    private static NetworkSpec network(LessonEntry entry, LessonOptions options) {
        Integer[] layers =
                Stream.of(entry.layers().split("-")).map(Integer::valueOf).toArray(Integer[]::new);
        if (options.hidden() > 0) {
            layers[1] = options.hidden();
        }
        return NetworkSpec.of(layers);
    }

    /** Weights, and biases if there are more parameters than weights; or the parameters, if they are neither. */
    static List<Tensor> tensors(LessonEntry entry, LessonOptions options, int parameters) {
        NetworkSpec weights = network(entry, options);
        NetworkSpec network = weights.withBias(weights.parameterCount() < parameters);
        return network.parameterCount() == parameters
                ? network.tensors()
                : List.of(new Tensor("parameters", List.of(parameters), 0));
    }

    private void print(LessonEntry entry, LessonResult result) {
        PrintWriter out = spec.commandLine().getOut();
        double[] parameters = result.scratch().parameters();
        out.println(entry.id() + ", " + network(entry, result.options()).shape() + ": " + entry.teaches());
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
            for (Tensor tensor : tensors(entry, result.options(), parameters.length)) {
                String shape = String.join(
                        " x ", tensor.shape().stream().map(String::valueOf).toList());
                sideBySide(
                        out,
                        tensor.name() + " (" + shape + ")",
                        rows(tensor, parameters),
                        rows(tensor, result.dl4j().parameters()));
            }
        }
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

    /** A matrix row by row, biases as one row. */
    private static double[][] rows(Tensor tensor, double[] parameters) {
        int columns = tensor.shape().get(tensor.shape().size() - 1);
        double[][] rows = new double[tensor.size() / columns][];
        for (int row = 0; row < rows.length; row++) {
            int from = tensor.from() + row * columns;
            rows[row] = Arrays.copyOfRange(parameters, from, from + columns);
        }
        return rows;
    }

    private static void sideBySide(PrintWriter out, String title, double[][] scratch, double[][] dl4j) {
        out.println(title + ": scratch | DL4J");
        for (int row = 0; row < scratch.length && row < MAX_PARAMETERS_TO_PRINT; row++) {
            out.println("  " + Arrays.toString(scratch[row]) + " | " + Arrays.toString(dl4j[row]));
        }
        out.println();
    }
}
