package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.Divergence;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.parity.Verdict;
import org.dl4jsuite.compare.report.Report.LessonRow;
import org.dl4jsuite.compare.training.EpochAccuracy;

/**
 * The whole report in a few lines.
 *
 * @param agrees whether nothing in the report speaks against it
 * @param headline the verdict
 * @param facts what it rests on
 * @param problems one sentence each; none if it agrees
 */
public record Summary(boolean agrees, String headline, List<Fact> facts, List<String> problems) {

    /**
     * One figure that matters.
     *
     * @param label what it is about
     * @param figure the number
     * @param note what the number counts
     * @param phrase all of it, to be read in a sentence
     */
    public record Fact(String label, String figure, String note, String phrase) {}

    /** Sums a report up. */
    public static Summary of(Report report) {
        boolean tested = !report.parity().isEmpty() || !report.trajectory().isEmpty();
        List<String> problems = problems(report);
        boolean agrees = tested && problems.isEmpty();
        String answer = agrees ? "yes" : problems.isEmpty() ? "not tested" : "no";
        List<Fact> facts = List.of(
                gradients(report),
                weights(report.trajectory()),
                predictions(report),
                accuracy(report),
                lessons(report));
        return new Summary(agrees, "Same network: " + answer, facts, problems);
    }

    /** The verdict and its reasons in one sentence. */
    public String sentence() {
        return headline + " — " + facts.stream().map(Fact::phrase).collect(Collectors.joining(", ")) + ".";
    }

    private static List<String> problems(Report report) {
        List<String> problems = new ArrayList<>();
        long cases = ParityGroup.of(report.parity()).stream()
                .filter(group -> !group.agrees())
                .count();
        if (cases > 0) {
            problems.add(disagreeing(report) + " of "
                    + Format.counted(report.parity().size(), "tensor") + " disagree, in "
                    + Format.counted(cases, "case") + ".");
        }
        report.trajectory().stream()
                .filter(point -> !point.agrees())
                .findFirst()
                .ifPresent(point -> problems.add("After " + Format.counted(point.step(), "step") + " weight "
                        + point.worst() + " differs by " + Format.difference(point.maxAbsWeightDifference())
                        + "; rounding can explain " + Format.difference(point.tolerance()) + "."));
        Divergence divergence = report.divergence();
        if (divergence != null) {
            problems.add(divergence.describe());
        }
        if (!report.parityAgrees() && problems.isEmpty()) {
            problems.add(
                    "The run found a disagreement outside the tensors and steps listed here, for example of outputs"
                            + " or of the loss.");
        }
        if (!report.data().same()) {
            problems.add("The networks were not given the same numbers: "
                    + String.join(", ", report.data().notAsScratch()) + " got others than scratch.");
        }
        int differing = report.agreement().of() - report.agreement().samePredictions();
        if (differing > 0) {
            problems.add(
                    "The two DOUBLE networks answer differently for " + Format.counted(differing, "test image") + ".");
        }
        for (Recognition digit : report.handwriting()) {
            if (!(digit.maxDifference() <= BackQueryImage.TOLERANCE)) {
                problems.add("The outputs for the handwritten " + digit.file() + " differ by "
                        + Format.difference(digit.maxDifference()) + ".");
            }
        }
        for (BackQueryImage image : report.backQuery()) {
            if (!(image.maxDifference() <= BackQueryImage.TOLERANCE)) {
                problems.add("Run backwards from label " + image.label() + ", the two sides differ by "
                        + Format.difference(image.maxDifference()) + "; rounding can explain "
                        + Format.difference(BackQueryImage.TOLERANCE) + ".");
            }
        }
        LessonCard.of(report.lessons()).forEach(lesson -> problems.addAll(lesson.problems()));
        return problems;
    }

    private static Fact gradients(Report report) {
        int tensors = report.parity().size();
        if (tensors == 0) {
            return new Fact("Gradients", "–", "No tensor was compared.", "no tensor compared");
        }
        long agreeing = tensors - disagreeing(report);
        int cases = ParityGroup.of(report.parity()).size();
        String agree = agreeing == tensors ? Format.count(tensors) : Format.count(agreeing) + " of " + tensors;
        return new Fact(
                "Gradients, three ways",
                agree,
                "tensors agree, in " + Format.counted(cases, "case"),
                agree + (tensors == 1 ? " tensor agrees" : " tensors agree"));
    }

    private static Fact weights(List<TrajectoryPoint> points) {
        if (points.isEmpty()) {
            return new Fact("Weights", "–", "No steps were compared.", "no steps compared");
        }
        TrajectoryPoint last = points.get(points.size() - 1);
        String difference = Format.difference(last.maxAbsWeightDifference());
        String after = "after " + Format.counted(last.step(), "step");
        return new Fact(
                "Weights",
                difference,
                "largest difference " + after + "; rounding can explain " + Format.difference(last.tolerance()),
                "largest weight difference " + after + " " + difference);
    }

    private static Fact predictions(Report report) {
        int of = report.agreement().of();
        if (of == 0) {
            return new Fact("Predictions", "–", "No predictions were compared.", "no predictions compared");
        }
        String same = Format.count(report.agreement().samePredictions());
        return new Fact(
                "Predictions",
                same,
                "of " + Format.count(of) + " test images get the same answer from both",
                same + " of " + Format.count(of) + " predictions equal");
    }

    /** Of the two DOUBLE networks after their last epoch: one figure if both have the same. */
    private static Fact accuracy(Report report) {
        Map<String, EpochAccuracy> last = new LinkedHashMap<>();
        report.accuracy().stream()
                .filter(accuracy -> accuracy.precision() == Precision.DOUBLE)
                .forEach(accuracy -> last.put(accuracy.network(), accuracy));
        if (last.isEmpty()) {
            return new Fact("Accuracy", "–", "Nothing was trained.", "accuracy not measured");
        }
        EpochAccuracy first = last.values().iterator().next();
        String epochs = "after " + Format.counted(first.epoch(), "epoch");
        List<String> figures = last.values().stream()
                .map(accuracy -> Format.percent(accuracy.testAccuracy()))
                .distinct()
                .toList();
        if (figures.size() == 1) {
            String networks = String.join(" and ", last.keySet());
            return new Fact(
                    "Accuracy",
                    figures.get(0),
                    "of test images right " + epochs + ": " + networks,
                    "accuracy " + figures.get(0));
        }
        String each = last.values().stream()
                .map(accuracy -> accuracy.network() + " " + Format.percent(accuracy.testAccuracy()))
                .collect(Collectors.joining(", "));
        return new Fact("Accuracy", figures.get(0), "of test images right " + epochs + ": " + each, "accuracy " + each);
    }

    private static Fact lessons(Report report) {
        List<LessonRow> lessons = report.lessons();
        if (lessons.isEmpty()) {
            return new Fact("Lessons", "–", "The lessons were left out of this run.", "lessons left out");
        }
        long agreeing = lessons.stream().filter(LessonRow::agrees).count();
        List<FigureCheck> figures = lessons.stream()
                .flatMap(lesson -> lesson.figures().stream())
                .filter(figure -> figure.erratum() == null)
                .toList();
        long met = figures.stream().filter(FigureCheck::met).count();
        String agree = agreeing == lessons.size() ? Format.count(agreeing) : agreeing + " of " + lessons.size();
        String published = figures.isEmpty() ? "" : "; " + met + " of " + figures.size() + " published figures met";
        String verb = lessons.size() == 1 ? "lesson agrees" : "lessons agree";
        return new Fact("Lessons", agree, verb + published, agree + " " + verb);
    }

    private static long disagreeing(Report report) {
        return report.parity().stream()
                .filter(row -> row.verdict() != Verdict.AGREE)
                .count();
    }
}
