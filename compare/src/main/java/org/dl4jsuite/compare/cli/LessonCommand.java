package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonOptions;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.lessons.LessonRun;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.report.LessonsSection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suite lesson ID}: one lesson, side by side. */
@Command(
        name = "lesson",
        description = {
            "Runs one lesson on both sides from the same weights and prints them side by side.",
            "Exit code 1 if the two disagree or a published figure is not met. Options default to the source's.",
            "Most take a second or two; those of 60,000 iterations keep DL4J busy for some twenty."
        })
final class LessonCommand extends SuiteCommand {
    private static final int MAX_ITERATIONS = 100_000_000;
    private static final int MAX_PARAMETERS_TO_PRINT = 100;
    private static final int MAX_LINES_TO_PRINT = 50;

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
        LevenshteinDistance atMost = new LevenshteinDistance(Math.max(2, typed.length() / 3)); // -1 if farther
        List<String> similar = ids.stream()
                .filter(each -> each.startsWith(typed) || atMost.apply(typed, each) >= 0)
                .toList();
        return "There is no lesson \"" + id + "\"; "
                + (similar.isEmpty()
                        ? "the lessons are " + String.join(", ", ids) + "."
                        : "did you mean " + String.join(" or ", similar) + "?");
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

    /** Returns whether another seed gives other initial weights. */
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

    /** Returns weights, and biases if there are more parameters than weights; the parameters in one if they are neither. */
    static List<Tensor> tensors(LessonEntry entry, LessonOptions options, int parameters) {
        NetworkSpec weights = network(entry, options);
        NetworkSpec network = weights.withBias(weights.parameterCount() < parameters);
        return network.parameterCount() == parameters
                ? network.tensors()
                : List.of(new Tensor("parameters", List.of(parameters), 0));
    }

    private void print(LessonEntry entry, LessonResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Block.text(entry.id() + ", " + network(entry, result.options()).shape() + ": " + entry.teaches()));
        blocks.add(Block.text("Source: " + result.source()));
        blocks.addAll(errors(result.scratch().log(), result.dl4j().log()));
        blocks.add(
                sideBySide("outputs", result.scratch().outputs(), result.dl4j().outputs()));
        double[] scratch = result.scratch().parameters();
        if (scratch.length <= MAX_PARAMETERS_TO_PRINT) {
            for (Tensor tensor : tensors(entry, result.options(), scratch.length)) {
                String title = tensor.name() + " (" + Format.shape(tensor.shape()) + ")";
                blocks.add(sideBySide(
                        title, rows(tensor, scratch), rows(tensor, result.dl4j().parameters())));
            }
        }
        blocks.addAll(LessonsSection.figures(result.figures()));
        blocks.add(Block.Items.of(Tone.BAD, result.complaints()));
        blocks.add(Block.text(
                "Largest difference of the two sides: " + result.maxDifference() + " (" + result.verdict() + ")"));
        print(blocks);
    }

    private static List<Block> errors(List<LogEntry> scratch, List<LogEntry> dl4j) {
        int shown = Math.min(scratch.size(), MAX_LINES_TO_PRINT);
        Table table = Table.ofNumbers(IntStream.range(0, shown).boxed().toList())
                .column("iteration", i -> scratch.get(i).iteration())
                .column("error, scratch", i -> scratch.get(i).error())
                .column("error, DL4J", i -> dl4j.get(i).error())
                .build();
        return shown == scratch.size()
                ? List.of(table)
                : List.of(table, Block.note("... (" + (scratch.size() - shown) + " more; --json writes them all)"));
    }

    /** Returns a matrix row by row, biases as one row. */
    private static double[][] rows(Tensor tensor, double[] parameters) {
        int columns = tensor.shape().get(tensor.shape().size() - 1);
        return IntStream.iterate(tensor.from(), from -> from < tensor.to(), from -> from + columns)
                .mapToObj(from -> Arrays.copyOfRange(parameters, from, from + columns))
                .toArray(double[][]::new);
    }

    private static Table sideBySide(String title, double[][] scratch, double[][] dl4j) {
        int shown = Math.min(scratch.length, MAX_PARAMETERS_TO_PRINT);
        return Table.of(Table.Look.TEXT, IntStream.range(0, shown).boxed().toList())
                .caption(Span.of(title))
                .column("scratch", row -> Arrays.toString(scratch[row]))
                .column("DL4J", row -> Arrays.toString(dl4j[row]))
                .build();
    }
}
