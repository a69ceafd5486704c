package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.dl4jsuite.compare.lessons.LessonArguments;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonOptions;
import org.dl4jsuite.compare.lessons.LessonOptions.Example;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.lessons.LessonRun;
import org.dl4jsuite.compare.lessons.LessonTensors;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.report.LessonsSection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private LessonArguments arguments = new LessonArguments();

    @Option(
            names = "--trace",
            description =
                    "Note every quantity of chosen steps on both sides: z, activations, deltas, gradients, weights. Prints"
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
            result = trace ? LessonRun.trace(entry, options, progress) : LessonRun.run(entry, options, progress);
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
        requireFitting(entry, options);
        NetworkOptions.require(
                steps >= 0 && steps <= MAX_ITERATIONS,
                "--iterations " + steps + ": use 0 to " + MAX_ITERATIONS + " steps.");
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

    /** Returns whether another seed gives other initial weights. */
    private static boolean isRandom(LessonEntry entry) {
        LessonOptions one = entry.defaults();
        LessonOptions other =
                new LessonOptions(one.seed() + 1, one.rate(), one.hidden(), one.iterations(), one.logEvery());
        return !Arrays.equals(
                entry.scratch().apply(one).parameters(),
                entry.scratch().apply(other).parameters());
    }

    private void print(LessonEntry entry, LessonResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.text(entry.id() + ", "
                + LessonTensors.network(entry, result.options()).shape() + ": " + entry.teaches()));
        blocks.add(Block.text("Source: " + result.source()));
        blocks.addAll(errors(result.scratch().log(), result.dl4j().log()));
        blocks.add(
                sideBySide("outputs", result.scratch().outputs(), result.dl4j().outputs()));
        double[] scratch = result.scratch().parameters();
        if (scratch.length <= MAX_PARAMETERS_TO_PRINT) {
            for (Tensor tensor : LessonTensors.of(entry, result.options(), scratch.length)) {
                String title = tensor.name() + " (" + Format.shape(tensor.shape()) + ")";
                blocks.add(sideBySide(
                        title,
                        LessonTensors.rows(tensor, scratch),
                        LessonTensors.rows(tensor, result.dl4j().parameters())));
            }
        }
        blocks.addAll(firstStep(result));
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

    /** Returns the first step; a large quantity by its shape. */
    private static List<Block> firstStep(LessonResult result) {
        List<Block> blocks = new ArrayList<>();
        result.trace().stream()
                .limit(1)
                .forEach(step -> step.quantities().forEach((name, quantity) -> {
                    String title = "step " + step.iteration() + ", " + name + " (" + Format.shape(quantity.shape())
                            + "), largest difference " + Format.ulps(quantity.ulps()) + " ulp";
                    blocks.add(
                            quantity.shape().get(0) * quantity.shape().get(1) <= MAX_PARAMETERS_TO_PRINT
                                    ? sideBySide(title, quantity.scratch(), quantity.dl4j())
                                    : Block.text(title));
                }));
        return blocks;
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
