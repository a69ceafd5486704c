package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Block.Fact;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.report.Report.ParityRow;
import org.dl4jsuite.compare.speed.Operation;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.SpeedSeries;
import org.dl4jsuite.compare.training.EpochAccuracy;

/**
 * The verdict on a report: whether the two sides are the same network, and why.
 *
 * @param agrees whether something was compared and nothing differs
 * @param headline the verdict in a few words
 * @param facts the figures that it rests on
 * @param problems what differs, one sentence each
 */
public record Summary(boolean agrees, String headline, List<Fact> facts, List<String> problems) {

    /** Returns the verdict on a report. */
    public static Summary of(Report report) {
        boolean tested = !report.parity().isEmpty() || !report.trajectory().isEmpty();
        List<String> problems = problems(report);
        boolean agrees = tested && problems.isEmpty();
        String answer = agrees ? "yes" : problems.isEmpty() ? "not tested" : "no";
        List<Fact> facts = new ArrayList<>();
        facts.add(gradients(report.parity()));
        report.trajectory().stream().reduce((earlier, last) -> last).ifPresent(last -> facts.add(weights(last)));
        facts.add(predictions(report.agreement()));
        facts.add(accuracy(report.accuracy()));
        if (agrees && report.speed() != null) {
            trainingTime(report.speed()).ifPresent(facts::add);
        }
        if (!report.lessons().isEmpty()) {
            facts.add(lessons(report.lessons()));
        }
        return new Summary(agrees, "Same network: " + answer, facts, problems);
    }

    /** Returns the same of a run that is not finished; a notice above all problems says so. */
    Summary soFar(String notice) {
        return new Summary(
                agrees,
                agrees ? headline + ", so far" : headline,
                facts,
                Stream.concat(Stream.of(notice), problems.stream()).toList());
    }

    /** Returns the verdict and its reasons in one line. */
    String sentence() {
        return facts.stream()
                .map(fact -> fact.label() + ": " + fact.figure() + " " + fact.note())
                .collect(Collectors.joining(". ", headline + ". ", "."));
    }

    /** Returns the head of the report: the verdict, its facts, its problems, and a line on where it was measured. */
    Block.Card card(Report report) {
        List<Block> blocks = new ArrayList<>();
        problems.forEach(problem -> blocks.add(new Block.Alarm(problem)));
        Provenance origin = report.origin();
        blocks.add(Block.note("Measured " + origin.created() + " on " + origin.cpu() + ", "
                + Format.counted(origin.cores(), "core") + ", " + origin.os() + ", JDK " + origin.jdk() + "."));
        return new Block.Card(
                Tone.of(agrees),
                "A network from scratch and its DL4J twin, side by side",
                headline,
                report.network() + " · " + report.data().source(),
                facts,
                blocks);
    }

    private static List<String> problems(Report report) {
        List<String> problems = new ArrayList<>();
        List<ParityRow> differing =
                report.parity().stream().filter(row -> !row.agrees()).toList();
        if (!differing.isEmpty()) {
            problems.add(
                    differing.size() + " of " + Format.counted(report.parity().size(), "tensor") + " disagree, in "
                            + Format.counted(cases(differing), "case") + ".");
        }
        report.trajectory().stream()
                .filter(point -> !point.agrees())
                .findFirst()
                .ifPresent(point -> problems.add("After " + Format.counted(point.step(), "step") + " weight "
                        + point.worst() + " differs by " + Format.difference(point.maxAbsWeightDifference())
                        + "; rounding can explain " + Format.difference(point.tolerance()) + "."));
        if (report.divergence() != null) {
            problems.add(report.divergence().describe());
        }
        if (!report.parityAgrees() && problems.isEmpty()) {
            problems.add("The run found a disagreement outside the tensors and steps listed here, for example in the"
                    + " outputs or the loss.");
        }
        if (!report.data().same()) {
            problems.add("The networks were not given the same numbers: "
                    + String.join(", ", report.data().notAsScratch()) + " got others than scratch.");
        }
        int differently = report.agreement().of() - report.agreement().samePredictions();
        if (differently > 0) {
            problems.add("The two DOUBLE networks answer differently for " + Format.counted(differently, "test image")
                    + ".");
        }
        for (Recognition digit : report.handwriting()) {
            requireEqual("The outputs for the handwritten " + digit.file(), digit.maxDifference(), problems);
        }
        for (BackQueryImage image : report.backQuery()) {
            requireEqual("Run backwards from label " + image.label() + ", the sides", image.maxDifference(), problems);
        }
        report.lessons().forEach(lesson -> problems.addAll(lesson.problems()));
        return problems;
    }

    private static void requireEqual(String what, double difference, List<String> problems) {
        if (!(difference <= BackQueryImage.TOLERANCE)) { // NaN is a difference too
            problems.add(what + " differ by " + Format.difference(difference) + "; rounding can explain "
                    + Format.difference(BackQueryImage.TOLERANCE) + ".");
        }
    }

    private static Fact gradients(List<ParityRow> rows) {
        long agreeing = rows.stream().filter(ParityRow::agrees).count();
        return new Fact(
                "Gradients, three ways",
                outOf(agreeing, rows.size()),
                "tensors agree, in " + Format.counted(cases(rows), "case"));
    }

    private static Fact weights(TrajectoryPoint last) {
        return new Fact(
                "Weights",
                Format.difference(last.maxAbsWeightDifference()),
                "largest difference after " + Format.counted(last.step(), "step") + "; rounding can explain "
                        + Format.difference(last.tolerance()));
    }

    private static Fact predictions(Report.Agreement agreement) {
        return new Fact(
                "Predictions",
                Format.count(agreement.samePredictions()),
                "of " + Format.count(agreement.of()) + " test images get the same answer from both");
    }

    /** Returns the accuracy of the two DOUBLE networks after their last epoch: one figure if both have the same. */
    private static Fact accuracy(List<EpochAccuracy> results) {
        Map<String, String> last = new LinkedHashMap<>();
        int epochs = 0;
        for (EpochAccuracy result : results) {
            if (result.precision() == Precision.DOUBLE) {
                last.put(result.network(), Format.percent(result.testAccuracy()));
                epochs = result.epoch();
            }
        }
        boolean same = last.values().stream().distinct().count() <= 1;
        String networks = same
                ? String.join(" and ", last.keySet())
                : last.entrySet().stream()
                        .map(network -> network.getKey() + " " + network.getValue())
                        .collect(Collectors.joining(", "));
        return new Fact(
                "Accuracy",
                last.values().stream().findFirst().orElse("–"),
                "of test images right after " + Format.counted(epochs, "epoch") + ": " + networks);
    }

    /** Returns the time of the fastest network of either side in FLOAT, at the batch and hidden nodes of the report. */
    private static Optional<Fact> trainingTime(SpeedResults speed) {
        List<SpeedRow> rows = SpeedSeries.of(speed.rows(), SpeedSeries.Axis.BATCH).stream()
                .map(SpeedSeries::first)
                .filter(row -> row.operation() == Operation.TRAIN)
                .toList();
        return fastest(rows, "scratch")
                .flatMap(ours -> fastest(rows, "dl4j")
                        .map(theirs -> new Fact(
                                "Training time",
                                micros(ours),
                                "per sample with " + NetworkName.of(ours).text() + "; " + micros(theirs) + " with "
                                        + NetworkName.of(theirs).text() + ", "
                                        + Format.ratio(theirs.microsPerSample().median()
                                                / ours.microsPerSample().median()))));
    }

    private static Optional<SpeedRow> fastest(List<SpeedRow> rows, String side) {
        return rows.stream()
                .filter(row -> row.network().startsWith(side))
                .min(Comparator.comparing((SpeedRow row) -> row.precision() != Precision.FLOAT)
                        .thenComparing(row -> row.microsPerSample().median()));
    }

    private static String micros(SpeedRow row) {
        return Format.significant(row.microsPerSample().median()) + "\u00a0µs";
    }

    private static Fact lessons(List<LessonRow> lessons) {
        long agreeing = lessons.stream().filter(LessonRow::agrees).count();
        List<FigureCheck> figures =
                lessons.stream().flatMap(lesson -> lesson.published().stream()).toList();
        long met = figures.stream().filter(FigureCheck::met).count();
        String published = figures.isEmpty() ? "" : "; " + met + " of " + figures.size() + " published figures met";
        String agree = lessons.size() == 1 ? "lesson agrees" : "lessons agree";
        return new Fact("Lessons", outOf(agreeing, lessons.size()), agree + published);
    }

    private static String outOf(long some, int all) {
        return some == all ? Format.count(all) : Format.count(some) + " of " + Format.count(all);
    }

    private static long cases(List<ParityRow> rows) {
        return rows.stream().map(ParityRow::parityCase).distinct().count();
    }
}
