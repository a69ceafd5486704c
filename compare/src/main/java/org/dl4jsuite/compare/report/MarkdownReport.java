package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.Origin;
import org.dl4jsuite.compare.parity.Divergence;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.report.Report.GalleryDigit;
import org.dl4jsuite.compare.report.Report.ParityRow;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.jspecify.annotations.Nullable;

/** The report as GitHub Markdown: the same sections and numbers as the page, without its pictures. */
public final class MarkdownReport {
    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    /** Writes the text. */
    public static String render(Report report) {
        MarkdownReport markdown = new MarkdownReport(report);
        markdown.verdict();
        for (Section section : Section.values()) {
            markdown.section(section);
        }
        return markdown.text.toString();
    }

    private void verdict() {
        Summary summary = Summary.of(report);
        text.append("# ").append(summary.headline()).append("\n\n");
        paragraph(summary.sentence());
        paragraph(report.network() + " · " + report.data().source());
        summary.problems().forEach(this::alarm);
    }

    private void section(Section section) {
        text.append("## ").append(section.title()).append("\n\n");
        if (section == Section.SPEED && report.speedRefused() != null) {
            alarm(report.speedRefused());
            return;
        }
        paragraph(section.explanation());
        switch (section) {
            case ORIGIN -> origin(report.origin());
            case DATA -> data(report.data());
            case PARITY -> parity(ParityGroup.of(report.parity()));
            case TRAJECTORY -> trajectory();
            case TRAINING -> training(TrainingTable.of(report.accuracy()));
            case CONFUSION -> confusion(HeatMatrix.of(report.confusion()));
            case AGREEMENT -> agreement(report.agreement());
            case GALLERY -> gallery(report.gallery());
            case LESSONS -> lessons(LessonCard.of(report.lessons()));
            case SPEED -> speed();
            case SWEEPS -> sweeps(report.sweeps());
            case HANDWRITING -> text.append(MarkdownHandwriting.render(report.handwriting()));
            case BACK_QUERY -> text.append(MarkdownInside.backQuery(report.backQuery()));
            case INSIDE -> text.append(MarkdownInside.inside(report.inside()));
        }
    }

    private void origin(Origin origin) {
        MarkdownTable table = MarkdownTable.ofText(List.of("What", "Value"));
        table.row(List.of("begun", origin.created().toString()));
        table.row(List.of("JDK", origin.jdk()));
        table.row(List.of("operating system", origin.os()));
        table.row(List.of("processor", origin.cpu()));
        table.row(List.of("cores", String.valueOf(origin.cores())));
        table.row(List.of("DL4J's threads", origin.threads()));
        table.row(List.of("ND4J backend", origin.backend()));
        origin.versions().forEach((name, version) -> table.row(List.of(name, version)));
        origin.configuration().forEach((option, value) -> table.row(List.of(option, String.valueOf(value))));
        add(table);
    }

    private void data(Report.Data data) {
        String same = data.seenByScratch().equals(data.seenByDl4j())
                ? "Both sides get the same numbers."
                : "The two sides get different numbers.";
        paragraph(data.source() + ": " + Format.count(data.trainingImages()) + " training images, "
                + Format.count(data.testImages()) + " test images. " + same);
        MarkdownTable table = MarkdownTable.ofText(List.of("What", "SHA-256"));
        table.row(List.of("inputs and targets of scratch", data.seenByScratch()));
        table.row(List.of("inputs and targets of DL4J", data.seenByDl4j()));
        ReportPage.checksums(report).forEach((file, checksum) -> table.row(List.of(file, checksum)));
        add(table);
    }

    private void parity(List<ParityGroup> groups) {
        if (groups.isEmpty()) {
            paragraph("No case was compared.");
            return;
        }
        MarkdownTable cases = MarkdownTable.ofText(List.of("Case", "Verdict", "Worst element"));
        groups.forEach(group -> cases.row(List.of(group.name(), group.verdict(), group.worstDescription())));
        add(cases);
        text.append("<details><summary>Every tensor</summary>\n\n");
        MarkdownTable tensors = MarkdownTable.ofNumbers(List.of(
                "Case",
                "Tensor",
                "Shape",
                "Worst element",
                "scratch − DL4J",
                "relative",
                "ulp",
                "tolerance",
                "scratch − numeric",
                "tolerance",
                "Verdict"));
        for (ParityRow row : report.parity()) {
            tensors.row(List.of(
                    row.parityCase(),
                    row.tensor(),
                    Format.shape(row.shape()),
                    row.worst(),
                    Format.difference(row.maxAbs()),
                    Format.difference(row.maxRel()),
                    Format.ulps(row.maxUlp()),
                    Format.difference(row.tolerance()),
                    Format.difference(row.maxAbsNumeric()),
                    Format.difference(row.numericTolerance()),
                    ParityGroup.verdictOf(row)));
        }
        add(tensors);
        text.append("</details>\n\n");
    }

    private void trajectory() {
        Divergence divergence = report.divergence();
        if (divergence != null) {
            alarm(divergence.describe());
        }
        if (report.trajectory().isEmpty()) {
            paragraph("No steps were compared.");
            return;
        }
        MarkdownTable table =
                MarkdownTable.ofNumbers(List.of("Steps", "Largest difference", "of weight", "Tolerance", "Verdict"));
        for (TrajectoryPoint point : report.trajectory()) {
            table.row(List.of(
                    Format.count(point.step()),
                    Format.difference(point.maxAbsWeightDifference()),
                    point.worst(),
                    Format.difference(point.tolerance()),
                    point.agrees() ? "agree" : "disagree"));
        }
        add(table);
    }

    private void training(TrainingTable training) {
        if (training.epochs().isEmpty()) {
            paragraph("Nothing was trained.");
            return;
        }
        MarkdownTable table = MarkdownTable.ofNumbers(Stream.concat(
                        Stream.of("Epoch"),
                        training.networks().stream()
                                .map(network -> network.style().label())
                                .flatMap(label -> Stream.of(label + ": accuracy", label + ": loss")))
                .toList());
        for (int epoch : training.epochs()) {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(epoch)));
            for (TrainingTable.Network network : training.networks()) {
                EpochAccuracy result = training.result(network, epoch);
                cells.add(result == null ? "–" : Format.percent(result.testAccuracy()));
                cells.add(result == null ? "–" : Format.loss(result.trainingLoss()));
            }
            table.row(cells);
        }
        add(table);
    }

    private void confusion(List<HeatMatrix> matrices) {
        if (matrices.isEmpty()) {
            paragraph("No network was tested.");
        }
        for (HeatMatrix matrix : matrices) {
            text.append("### ")
                    .append(MarkdownTable.escape(matrix.style().label()))
                    .append("\n\n");
            String twin = matrix.sameAs() == null ? "" : ", in every cell equal to " + matrix.sameAs();
            paragraph(Format.percent(matrix.accuracy()) + " right" + twin);
            int[][] counts = matrix.counts();
            MarkdownTable table = MarkdownTable.ofNumbers(Stream.of(
                            Stream.of("is \\ said"),
                            IntStream.range(0, counts.length).mapToObj(String::valueOf),
                            Stream.of("right"))
                    .flatMap(cells -> cells)
                    .toList());
            for (int label = 0; label < counts.length; label++) {
                List<String> cells = new ArrayList<>(List.of(String.valueOf(label)));
                IntStream.of(counts[label]).mapToObj(String::valueOf).forEach(cells::add);
                cells.add(Format.percent(matrix.recognised(label)));
                table.row(cells);
            }
            add(table);
        }
    }

    private void agreement(Report.Agreement agreement) {
        paragraph(
                agreement.of() == 0
                        ? "No predictions were compared."
                        : Format.count(agreement.samePredictions()) + " of " + Format.count(agreement.of())
                                + " predictions are equal ("
                                + Format.percent((double) agreement.samePredictions() / agreement.of()) + ").");
    }

    private void gallery(List<GalleryDigit> gallery) {
        if (gallery.isEmpty()) {
            paragraph(
                    report.agreement().of() == 0
                            ? "No predictions were compared."
                            : "Both networks get every test digit right.");
            return;
        }
        MarkdownTable table = MarkdownTable.ofNumbers(List.of("Test image", "Label", "scratch", "DL4J"));
        gallery.forEach(digit -> table.row(Stream.of("#" + digit.index(), digit.label(), digit.scratch(), digit.dl4j())
                .map(String::valueOf)
                .toList()));
        add(table);
    }

    private void lessons(List<LessonCard> lessons) {
        if (lessons.isEmpty()) {
            paragraph("The lessons were left out of this run (--no-lessons).");
            return;
        }
        text.append(MarkdownLessons.render(lessons));
    }

    private void speed() {
        if (report.speed() == null) {
            paragraph("This run measured no speed.");
            return;
        }
        text.append(MarkdownSpeed.render(new SpeedPage(report.speed())));
    }

    private void sweeps(@Nullable Sweeps sweeps) {
        if (sweeps == null) {
            paragraph("No results of a sweep were given.");
            return;
        }
        text.append(MarkdownSweeps.render(sweeps));
    }

    private void paragraph(String plain) {
        text.append(MarkdownTable.escape(plain)).append("\n\n");
    }

    /** GitHub shows these in red. */
    private void alarm(String plain) {
        text.append("> [!CAUTION]\n> ").append(MarkdownTable.escape(plain)).append("\n\n");
    }

    private void add(MarkdownTable table) {
        text.append(table).append("\n");
    }
}
