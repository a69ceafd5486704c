package org.dl4jsuite.compare.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Progress;
import org.dl4jsuite.compare.lessons.LessonResult.Check;
import org.dl4jsuite.compare.lessons.LessonResult.LogEntry;
import org.dl4jsuite.compare.parity.Differences;

/** Runs both sides of a lesson in lockstep, and compares them at the start, at every log entry and at the end. */
public final class LessonRun {
    private final LessonEntry entry;
    private final LessonOptions options;
    private final org.dl4jsuite.scratch.lessons.Lesson scratch;
    private final org.dl4jsuite.dl4j.lessons.Lesson dl4j;
    /** From scratch once more, with a trace of an error in its first weights: it shows how errors grow. */
    private final org.dl4jsuite.scratch.lessons.Lesson shadow;

    private final double[] initial;
    private final List<Check> checks = new ArrayList<>();
    private double maxDifference;
    private double worstRatio = -1;
    private Check worstOfTheWay = new Check("parameters on the way", 0, 0, "none");

    private LessonRun(LessonEntry entry, LessonOptions options) {
        this.entry = entry;
        this.options = options;
        scratch = entry.scratch().apply(options);
        dl4j = entry.dl4j().apply(options);
        shadow = entry.scratch().apply(options);
        initial = scratch.parameters();
        dl4j.setParameters(initial);
        shadow.setParameters(GrowthOfErrors.disturbed(initial));
    }

    /** The whole lesson; {@code progress} counts iterations. */
    public static LessonResult run(LessonEntry entry, LessonOptions options, Progress progress) {
        return new LessonRun(entry, options).run(progress);
    }

    private LessonResult run(Progress progress) {
        LessonParity parity = new LessonParity(scratch, dl4j);
        checks.addAll(parity.checks("at the start"));
        List<LogEntry> ofScratch = new ArrayList<>();
        List<LogEntry> ofDl4j = new ArrayList<>();
        double[][] scratchOutputs = scratch.outputs();
        double[][] dl4jOutputs = dl4j.outputs();
        // a lesson without steps still has an error to note
        for (int iteration = 0; iteration < Math.max(1, options.iterations()); iteration++) {
            if (iteration % options.logEvery() == 0) {
                note(iteration, ofScratch, ofDl4j);
            }
            if (iteration == options.iterations() - 1) {
                scratchOutputs = scratch.outputs();
                dl4jOutputs = dl4j.outputs();
            }
            if (iteration < options.iterations()) {
                scratch.step();
                dl4j.step();
                shadow.step();
                progress.advance(1);
            }
        }
        compareParameters(options.iterations());
        checks.add(worstOfTheWay);
        LessonResult.Run scratchRun = new LessonResult.Run(
                ofScratch, scratchOutputs, scratch.outputs(), scratch.error(), scratch.parameters());
        LessonResult.Run dl4jRun =
                new LessonResult.Run(ofDl4j, dl4jOutputs, dl4j.outputs(), dl4j.error(), dl4j.parameters());
        if (options.iterations() > 0) {
            dl4j.setParameters(scratch.parameters()); // so that the gradients are compared at the same place
            checks.addAll(parity.checks("at the end"));
        }
        maxDifference = Math.max(
                maxDifference, Differences.largest(LessonParity.flat(scratchOutputs), LessonParity.flat(dl4jOutputs)));
        return new LessonResult(
                entry.id(),
                entry.source(),
                options,
                scratchRun,
                dl4jRun,
                maxDifference,
                checks,
                options.equals(entry.defaults()) ? figures(scratchRun, dl4jRun) : List.of());
    }

    private void note(int iteration, List<LogEntry> ofScratch, List<LogEntry> ofDl4j) {
        ofScratch.add(new LogEntry(iteration, scratch.error()));
        ofDl4j.add(new LogEntry(iteration, dl4j.error()));
        maxDifference = Math.max(
                maxDifference, Differences.largest(new double[] {scratch.error()}, new double[] {dl4j.error()}));
        compareParameters(iteration);
    }

    private void compareParameters(int steps) {
        double[] ofScratch = scratch.parameters();
        double[] ofDl4j = dl4j.parameters();
        int worst = Differences.worst(ofScratch, ofDl4j);
        double difference = Differences.largest(ofScratch, ofDl4j);
        double tolerance = GrowthOfErrors.tolerance(steps, ofScratch, shadow.parameters());
        maxDifference = Math.max(maxDifference, difference);
        double ratio = difference == 0 ? 0 : difference / tolerance;
        if (!(ratio <= worstRatio)) {
            worstRatio = ratio;
            worstOfTheWay = new Check(
                    "parameters on the way",
                    difference,
                    tolerance,
                    "parameter " + worst + " after " + steps + " steps: scratch " + ofScratch[worst] + ", DL4J "
                            + ofDl4j[worst]);
        }
    }

    private List<FigureCheck> figures(LessonResult.Run ofScratch, LessonResult.Run ofDl4j) {
        return entry.published().stream()
                .map(figure -> FigureCheck.of(
                        figure, value(figure, scratch.figures(), ofScratch), value(figure, dl4j.figures(), ofDl4j)))
                .toList();
    }

    static double[] value(PublishedFigure figure, Map<String, double[]> figures, LessonResult.Run run) {
        if (figure.name().equals("outputs")) {
            return LessonParity.flat(run.outputs());
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
