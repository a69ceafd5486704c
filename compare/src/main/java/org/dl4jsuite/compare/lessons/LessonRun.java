package org.dl4jsuite.compare.lessons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.lessons.LessonResult.Check;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.lessons.LessonResult.Run;
import org.dl4jsuite.compare.model.NativeArguments;
import org.dl4jsuite.compare.model.Tensor;
import org.dl4jsuite.compare.parity.Differences;
import org.jspecify.annotations.Nullable;

/** Runs both sides of a lesson in lockstep, and compares them at the start, after every step and at the end. */
public final class LessonRun {
    private final LessonEntry entry;
    private final LessonOptions options;
    private final org.dl4jsuite.scratch.lessons.Lesson scratch;
    private final org.dl4jsuite.dl4j.lessons.Lesson dl4j;
    private final LessonRounding rounding;
    private final ErrorGrowth errors;
    private final LessonTrace trace;
    private final List<Check> checks = new ArrayList<>();
    private double maxDifference;
    private double worstRatio = -1;
    private Check worstOfTheWay = new Check("parameters on the way", 0, 0, "none");
    private @Nullable String inconclusive;

    private LessonRun(LessonEntry entry, LessonOptions options, boolean traced) {
        this.entry = entry;
        this.options = options;
        scratch = options.scratch(entry);
        dl4j = options.dl4j(entry);
        double[] initial = scratch.parameters();
        dl4j.setParameters(initial);
        rounding = LessonRounding.of(entry, options);
        errors = new ErrorGrowth(() -> options.scratch(entry), initial, rounding);
        SortedSet<Integer> steps = traced ? LessonTrace.choose(options.iterations(), initial.length) : new TreeSet<>();
        trace = new LessonTrace(scratch, dl4j, LessonTensors.of(entry, options, initial.length), steps);
    }

    /**
     * A run that is asked for.
     *
     * @param traced whether to note the numbers of chosen steps
     */
    public record Request(LessonEntry entry, LessonOptions options, boolean traced) {
        LessonResult run(Progress progress) {
            return traced ? trace(entry, options, progress) : LessonRun.run(entry, options, progress);
        }
    }

    /** Runs every lesson as its source does, as many at once as there are cores; returns the results in order. */
    public static List<LessonResult> all(List<LessonEntry> entries) {
        return allOf(entries.stream()
                .map(entry -> new Request(entry, entry.defaults(), false))
                .toList());
    }

    /** Runs all that is asked for, as many at once as there are cores; returns the results in order. */
    public static List<LessonResult> allOf(List<Request> requests) {
        long iterations = requests.stream()
                .mapToLong(request -> request.options().iterations())
                .sum();
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (Progress progress = Progress.start("lessons", iterations)) {
            Map<Request, CompletableFuture<LessonResult>> runs = new HashMap<>();
            // the longest first, so that no core is left with one at the end
            requests.stream()
                    .sorted(Comparator.comparing(request -> -request.options().iterations()))
                    .forEach(request ->
                            runs.put(request, CompletableFuture.supplyAsync(() -> request.run(progress), cores)));
            return requests.stream()
                    .map(request -> Objects.requireNonNull(runs.get(request)).join())
                    .toList();
        } finally {
            cores.shutdownNow();
        }
    }

    /** Runs the whole lesson; {@code progress} counts iterations. */
    public static LessonResult run(LessonEntry entry, LessonOptions options, Progress progress) {
        return new LessonRun(entry, options, false).run(progress);
    }

    /** The whole lesson, with the numbers of chosen steps. */
    public static LessonResult trace(LessonEntry entry, LessonOptions options, Progress progress) {
        return new LessonRun(entry, options, true).run(progress);
    }

    private LessonResult run(Progress progress) {
        try (NativeArguments arguments = new NativeArguments()) {
            return run(progress, arguments);
        }
    }

    private LessonResult run(Progress progress, NativeArguments arguments) {
        LessonParity parity = new LessonParity(scratch, dl4j, rounding);
        checks.addAll(parity.checks("at the start"));
        List<LogEntry> ofScratch = new ArrayList<>();
        List<LogEntry> ofDl4j = new ArrayList<>();
        double[][] scratchOutputs = scratch.outputs();
        double[][] dl4jOutputs = dl4j.outputs();
        boolean finite = true;
        Set<Integer> printed = entry.published().stream()
                .flatMap(figure -> Stream.ofNullable(figure.iterations()).flatMap(List::stream))
                .collect(Collectors.toSet());
        // a lesson without steps still has an error to note
        for (int iteration = 0; finite && iteration < Math.max(1, options.iterations()); iteration++) {
            if (iteration % options.logEvery() == 0 || printed.contains(iteration)) {
                finite = note(iteration, ofScratch, ofDl4j);
            }
            if (iteration == options.iterations() - 1) {
                scratchOutputs = scratch.outputs();
                dl4jOutputs = dl4j.outputs();
            }
            trace.before(iteration);
            if (finite && iteration < options.iterations()) {
                double terms = options.rate() * GradientTerms.size(scratch.quantities());
                scratch.step();
                dl4j.step();
                trace.after(iteration);
                finite = compareAfter(iteration + 1, terms);
                progress.advance(1);
            }
            arguments.free();
        }
        if (!finite) {
            scratchOutputs = scratch.outputs();
            dl4jOutputs = dl4j.outputs();
        }
        checks.add(worstOfTheWay);
        Run scratchRun = new Run(ofScratch, scratchOutputs, scratch.outputs(), scratch.error(), scratch.parameters());
        Run dl4jRun = new Run(ofDl4j, dl4jOutputs, dl4j.outputs(), dl4j.error(), dl4j.parameters());
        if (finite && options.iterations() > 0) {
            dl4j.setParameters(scratch.parameters()); // so that the gradients are compared at the same place
            if (areFinite(options.iterations(), "gradient", scratch.gradient(), dl4j.gradient())
                    && isFinite(options.iterations(), "loss", scratch.loss(), dl4j.loss())) {
                checks.addAll(parity.checks("at the end"));
            }
            dl4j.setParameters(dl4jRun.parameters());
        }
        if (finite) {
            noteDifference(Tensor.flat(scratchOutputs), Tensor.flat(dl4jOutputs));
        }
        return new LessonResult(
                entry.id(),
                entry.source(),
                options,
                asAsked(scratchRun),
                asAsked(dl4jRun),
                maxDifference,
                checks,
                inconclusive,
                options.withLogEvery(entry.defaults().logEvery()).equals(entry.defaults())
                        ? figures(scratchRun, dl4jRun)
                        : List.of(),
                trace.steps());
    }

    /** The log has the iterations of printed figures as well, which may not have been asked for. */
    private Run asAsked(Run run) {
        List<LogEntry> log = run.log().stream()
                .filter(logged -> logged.iteration() % options.logEvery() == 0)
                .toList();
        return new Run(log, run.outputs(), run.outputsOfFinalParameters(), run.finalError(), run.parameters());
    }

    /** Notes both errors after {@code steps} steps. Returns whether they are finite. */
    private boolean note(int steps, List<LogEntry> ofScratch, List<LogEntry> ofDl4j) {
        double[] scratchError = {scratch.error()};
        double[] dl4jError = {dl4j.error()};
        ofScratch.add(new LogEntry(steps, scratchError[0]));
        ofDl4j.add(new LogEntry(steps, dl4jError[0]));
        boolean finite = areFinite(steps, "error", scratchError, dl4jError);
        if (finite) {
            noteDifference(scratchError, dl4jError);
        }
        return finite;
    }

    private void noteDifference(double[] ofScratch, double[] ofDl4j) {
        maxDifference = Math.max(maxDifference, Differences.largest(ofScratch, ofDl4j));
    }

    /**
     * Returns whether everything is finite. If not, it is a disagreement where one side alone is not, and otherwise a
     * divergence: the two sides are the same as far as can be seen, but infinite numbers prove nothing.
     */
    private boolean areFinite(int steps, String what, double[] ofScratch, double[] ofDl4j) {
        boolean finite = true;
        for (int i = 0; i < ofScratch.length; i++) {
            if (Double.isFinite(ofScratch[i]) != Double.isFinite(ofDl4j[i])) {
                checks.add(new Check(
                        what + " after " + steps + " steps",
                        Double.POSITIVE_INFINITY,
                        0,
                        describe(what, i, steps, ofScratch, ofDl4j)));
                return false;
            }
            finite &= Double.isFinite(ofScratch[i]);
        }
        if (!finite) {
            conclude("both diverged at step " + steps + ": use a smaller rate");
        }
        return finite;
    }

    private boolean isFinite(int steps, String what, double ofScratch, double ofDl4j) {
        return areFinite(steps, what, new double[] {ofScratch}, new double[] {ofDl4j});
    }

    /** Keeps the first reason. */
    private void conclude(String reason) {
        inconclusive = Objects.requireNonNullElse(inconclusive, reason);
    }

    private static String describe(String what, int i, int steps, double[] ofScratch, double[] ofDl4j) {
        return what + " " + i + " after " + steps + " steps: scratch " + ofScratch[i] + ", DL4J " + ofDl4j[i];
    }

    /** Compares the parameters. Returns whether they and the error are finite. */
    private boolean compareAfter(int steps, double terms) {
        double[] ofScratch = scratch.parameters();
        double[] ofDl4j = dl4j.parameters();
        if (!areFinite(steps, "parameter", ofScratch, ofDl4j)) {
            return false;
        }
        compareParameters(steps, terms, ofScratch, ofDl4j);
        double error = scratch.error();
        return Double.isFinite(error) || isFinite(steps, "error", error, dl4j.error());
    }

    private void compareParameters(int steps, double terms, double[] ofScratch, double[] ofDl4j) {
        int worst = Differences.worst(ofScratch, ofDl4j);
        double difference = Differences.largest(ofScratch, ofDl4j);
        errors.step(terms, ofScratch);
        double tolerance = errors.tolerance();
        maxDifference = Math.max(maxDifference, difference);
        if (difference > tolerance && errors.growth() > ErrorGrowth.MAX_GROWTH) {
            conclude("chaotic from step " + steps + ": errors grow more than " + ErrorGrowth.MAX_GROWTH
                    + "-fold, so rounding decides the parameters; use a smaller rate or fewer iterations");
        }
        double ratio = difference == 0 ? 0 : difference / tolerance;
        if (inconclusive == null && !(ratio <= worstRatio)) {
            worstRatio = ratio;
            worstOfTheWay = new Check(
                    "parameters on the way",
                    difference,
                    tolerance,
                    describe("parameter", worst, steps, ofScratch, ofDl4j) + "; errors grow " + errors.growth()
                            + "-fold");
        }
    }

    private List<FigureCheck> figures(Run ofScratch, Run ofDl4j) {
        Map<String, double[]> scratchFigures = scratch.figures();
        Map<String, double[]> dl4jFigures = dl4j.figures();
        return entry.published().stream()
                .map(figure -> FigureCheck.of(
                        figure, value(figure, scratchFigures, ofScratch), value(figure, dl4jFigures, ofDl4j)))
                .toList();
    }

    static double[] value(PublishedFigure figure, Map<String, double[]> figures, Run run) {
        if (figure.name().equals("outputs")) {
            return Tensor.flat(run.outputs());
        }
        if (figure.name().equals("finalError")) {
            return new double[] {run.finalError()};
        }
        if (figure.name().equals("errors") && figure.iterations() != null) {
            List<Integer> iterations = figure.iterations();
            return run.log().stream()
                    .filter(logged -> iterations.contains(logged.iteration()))
                    .mapToDouble(LogEntry::error)
                    .toArray();
        }
        double[] value = figures.get(figure.name());
        if (value == null) {
            throw new IllegalStateException("The lesson computes no figure \"" + figure.name() + "\"");
        }
        return value;
    }
}
