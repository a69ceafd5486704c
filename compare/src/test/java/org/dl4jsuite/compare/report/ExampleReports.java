package org.dl4jsuite.compare.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.Divergence;
import org.dl4jsuite.compare.parity.TensorParity;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.parity.Verdict;
import org.dl4jsuite.compare.report.Report.Agreement;
import org.dl4jsuite.compare.report.Report.Confusion;
import org.dl4jsuite.compare.report.Report.GalleryDigit;
import org.dl4jsuite.compare.report.Report.ParityRow;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;

/** Reports made by hand. */
public final class ExampleReports {
    static final String REFUSAL = "No speed is shown: the two sides do not agree.";
    /** The medians of the speed rows as the report writes them; they occur nowhere else. */
    static final List<String> SPEED_FIGURES = List.of("78.4", "417", "356", "1,150", "31.7", "122");

    private ExampleReports() {}

    /** All verdicts agree. */
    public static Report agreeing() {
        return report(
                rows(Verdict.AGREE, 3.1e-17),
                true,
                8.0e-15,
                null,
                gallery(),
                ExampleLessons.sound(),
                ExampleSpeeds.all(),
                null);
    }

    /** One tensor and the trajectory fail, but somebody left the speed in. */
    public static Report failing() {
        Divergence divergence = new Divergence(7, 2, Divergence.Quantity.DELTA, "[0][3]", 0.0134, 0.0131, 1.2e-15);
        return report(
                rows(Verdict.SCRATCH, 3.2e-4),
                false,
                2.5e-2,
                divergence,
                gallery(),
                ExampleLessons.sound(),
                ExampleSpeeds.all(),
                REFUSAL);
    }

    /** Nothing was measured. */
    static Report empty() {
        return new Report(
                origin(),
                "2-3-1",
                data("MNIST"),
                List.of(),
                true,
                List.of(),
                null,
                List.of(),
                List.of(),
                new Agreement(0, 0),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** All verdicts agree, and no test digit is mistaken. */
    static Report flawless() {
        return report(rows(Verdict.AGREE, 0), true, 0, null, List.of(), ExampleLessons.sound(), null, null);
    }

    /** All verdicts agree, but none of the lessons is as it should be. */
    static Report unsoundLessons() {
        return report(rows(Verdict.AGREE, 0), true, 0, null, gallery(), ExampleLessons.unsound(), null, null);
    }

    /** The agreeing report of a data set with this name. */
    static Report ofSource(String source) {
        Report report = agreeing();
        return new Report(
                report.origin(),
                source,
                data(source),
                report.parity().stream()
                        .map(row -> new ParityRow(source, row.tensor()))
                        .toList(),
                true,
                report.trajectory(),
                null,
                List.of(
                        new EpochAccuracy(source, Precision.DOUBLE, 1, 0.05, 0.9),
                        new EpochAccuracy(source, Precision.DOUBLE, 2, 0.04, 0.9)),
                report.confusion(),
                report.agreement(),
                ExampleLessons.ofText(source),
                report.gallery(),
                report.speed(),
                null,
                ExampleSweeps.ofSource(source),
                report.handwriting(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The agreeing report, with a look into its networks. */
    public static Report lookedInto() {
        Report report = agreeing();
        return new Report(
                report.origin(),
                report.network(),
                report.data(),
                report.parity(),
                true,
                report.trajectory(),
                null,
                report.accuracy(),
                report.confusion(),
                report.agreement(),
                report.lessons(),
                report.gallery(),
                report.speed(),
                null,
                null,
                report.handwriting(),
                ExampleInsides.backQuery(),
                ExampleInsides.views(),
                ExampleSabotage.results());
    }

    /** Ten test images; image i is a bar whose place depends on i. */
    static Split split() {
        byte[] labels = new byte[LabelledImages.CLASSES];
        byte[] pixels = new byte[labels.length * LabelledImages.PIXELS];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) i;
            for (int row = 4; row < 24; row++) {
                pixels[i * LabelledImages.PIXELS + row * LabelledImages.WIDTH + 9 + i] = (byte) 200;
            }
        }
        LabelledImages images = LabelledImages.of(labels, pixels);
        return new Split(images, images, "MNIST", Map.of());
    }

    private static Report report(
            List<ParityRow> parity,
            boolean agrees,
            double lastDifference,
            @Nullable Divergence divergence,
            List<GalleryDigit> gallery,
            List<LessonRow> lessons,
            @Nullable SpeedResults speed,
            @Nullable String refused) {
        return new Report(
                origin(),
                "784-200-10, sigmoid, rate 0.1, online, TRUE_GRADIENT",
                data("MNIST"),
                parity,
                agrees,
                trajectory(lastDifference),
                divergence,
                accuracy(),
                List.of(
                        new Confusion("scratch", Precision.DOUBLE, matrix(4)),
                        new Confusion("dl4j", Precision.DOUBLE, matrix(4)),
                        new Confusion("dl4j", Precision.FLOAT, matrix(5))),
                new Agreement(10_000, 10_000),
                lessons,
                gallery,
                speed,
                refused,
                ExampleSweeps.ofBook(),
                handwriting(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A small picture that both get right, and a large one that both take for a 3. */
    private static List<Recognition> handwriting() {
        List<Double> two = List.of(0.01, 0.02, 0.97, 0.04, 0.01, 0.0, 0.0, 0.03, 0.01, 0.0);
        List<Double> three = List.of(0.01, 0.02, 0.2, 0.44, 0.01, 0.0, 0.0, 0.03, 0.41, 0.0);
        return List.of(
                new Recognition(
                        "2-clean.png",
                        2,
                        28,
                        28,
                        List.of(
                                new Recognition.Opinion("as it is", two, two),
                                new Recognition.Opinion("centred", three, three))),
                new Recognition(
                        "8-colours.png", 8, 260, 340, List.of(new Recognition.Opinion("centred", three, three))));
    }

    private static Provenance origin() {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("layers", List.of(784, 200, 10));
        configuration.put("rate", 0.1);
        configuration.put("epochs", 5);
        configuration.put("seed", 42);
        return new Provenance(
                Instant.parse("2026-01-02T03:04:05Z"),
                configuration,
                Map.of("source", "MNIST", "train-images-idx3-ubyte", "ab".repeat(32)),
                "Debian 17.0.15+6",
                "Linux 6.1 amd64",
                "AMD EPYC 7B13",
                2,
                "1",
                "CPU, BLAS OPENBLAS",
                Map.of("suite", "1.0.0-SNAPSHOT"));
    }

    private static Report.Data data(String source) {
        return new Report.Data(
                source,
                60_000,
                10_000,
                Map.of("train-images-idx3-ubyte", "ab".repeat(32), "t10k-images-idx3-ubyte", "cd".repeat(32)),
                "ef".repeat(32),
                "ef".repeat(32),
                List.of(
                        new Report.Seen("scratch", Precision.DOUBLE, "01".repeat(32)),
                        new Report.Seen("dl4j", Precision.FLOAT, "01".repeat(32))));
    }

    /** Three cases; the verdict and difference are of the second one's W2. */
    private static List<ParityRow> rows(Verdict verdict, double maxAbs) {
        return List.of(
                row("2-3-1, 1 row", "W1", List.of(3, 2), 0, Verdict.AGREE),
                row("2-3-1, 1 row", "W2", List.of(1, 3), 0, Verdict.AGREE),
                row("4-5-3, 3 rows, bias, mean", "W1", List.of(5, 4), 2.8e-17, Verdict.AGREE),
                row("4-5-3, 3 rows, bias, mean", "b1", List.of(5), 1.1e-17, Verdict.AGREE),
                row("4-5-3, 3 rows, bias, mean", "W2", List.of(3, 5), maxAbs, verdict),
                row("784-200-10, 3 rows, mean, real digits", "W1", List.of(200, 784), 5.5e-17, Verdict.AGREE));
    }

    private static ParityRow row(
            String parityCase, String tensor, List<Integer> shape, double maxAbs, Verdict verdict) {
        String worst = tensor + (shape.size() == 1 ? "[0]" : "[0][1]");
        double[] elements = new double[0]; // the report shows none
        TensorParity parity = new TensorParity(
                tensor,
                shape,
                elements,
                elements,
                elements,
                worst,
                0,
                maxAbs,
                maxAbs * 20,
                maxAbs * 1e17,
                2.2e-13,
                4.6e-16,
                1.5e-11,
                elements,
                maxAbs / 4.6e-16,
                2.1e-16,
                verdict);
        return new ParityRow(parityCase, parity);
    }

    private static List<TrajectoryPoint> trajectory(double last) {
        return List.of(
                new TrajectoryPoint(1, 0, "W1[0][0]", 9.9e-16, 0 / 9.9e-16, 2e-16),
                new TrajectoryPoint(10, 1.2e-16, "W2[1][17]", 3.1e-15, 1.2e-16 / 3.1e-15, 2e-16),
                new TrajectoryPoint(100, 4.1e-16, "W2[8][101]", 9.9e-15, 4.1e-16 / 9.9e-15, 2e-16),
                new TrajectoryPoint(1_000, 1.2e-15, "W2[3][7]", 3.1e-14, 1.2e-15 / 3.1e-14, 2e-16),
                new TrajectoryPoint(10_000, 3.9e-15, "W2[3][7]", 9.9e-14, 3.9e-15 / 9.9e-14, 2e-16),
                new TrajectoryPoint(60_000, last, "W2[3][7]", 4.5e-13, last / 4.5e-13, 2e-16));
    }

    private static List<EpochAccuracy> accuracy() {
        double[] accuracies = {0.9512, 0.9601, 0.9634};
        double[] losses = {0.0641, 0.0403, 0.0331};
        List<EpochAccuracy> results = new ArrayList<>();
        for (int epoch = 1; epoch <= accuracies.length; epoch++) {
            double accuracy = accuracies[epoch - 1];
            double loss = losses[epoch - 1];
            results.add(new EpochAccuracy("scratch", Precision.DOUBLE, epoch, loss, accuracy));
            results.add(new EpochAccuracy("dl4j", Precision.DOUBLE, epoch, loss, accuracy));
            results.add(new EpochAccuracy("dl4j", Precision.FLOAT, epoch, loss * 1.001, accuracy + 0.0002));
        }
        return results;
    }

    private static ConfusionMatrix matrix(int seed) {
        int[][] counts = new int[LabelledImages.CLASSES][LabelledImages.CLASSES];
        for (int label = 0; label < counts.length; label++) {
            for (int prediction = 0; prediction < counts.length; prediction++) {
                counts[label][prediction] =
                        label == prediction ? 960 + label : (label * 7 + prediction * 5 + seed) % 11 / 2;
            }
        }
        return new ConfusionMatrix(counts);
    }

    private static List<GalleryDigit> gallery() {
        return List.of(new GalleryDigit(8, 8, 8, 3), new GalleryDigit(1, 1, 7, 7), new GalleryDigit(4, 4, 9, 9));
    }
}
