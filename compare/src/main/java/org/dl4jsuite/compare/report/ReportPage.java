package org.dl4jsuite.compare.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.report.Report.GalleryDigit;
import org.jspecify.annotations.Nullable;

/**
 * A report as the templates show it.
 *
 * @param report what was measured
 * @param pictures one data URI a digit of the gallery
 * @param backQuery the networks run backwards
 */
public record ReportPage(Report report, List<String> pictures, BackQueryTable backQuery) {

    /** A digit and its picture. */
    public record Card(GalleryDigit digit, String picture) {}

    /** The verdict. */
    public Summary summary() {
        return Summary.of(report);
    }

    /** The parity table by case. */
    public List<ParityGroup> parityGroups() {
        return ParityGroup.of(report.parity());
    }

    /** Accuracy and loss by epoch. */
    public TrainingTable training() {
        return TrainingTable.of(report.accuracy());
    }

    /** The confusion matrices. */
    public List<HeatMatrix> matrices() {
        return HeatMatrix.of(report.confusion());
    }

    /** The gallery. */
    public List<Card> cards() {
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> new Card(report.gallery().get(i), pictures.get(i)))
                .toList();
    }

    /** The lessons. */
    public List<LessonCard> lessons() {
        return LessonCard.of(report.lessons());
    }

    /** The speed, or null if it was not measured. */
    public @Nullable SpeedPage speed() {
        return report.speed() == null ? null : new SpeedPage(report.speed());
    }

    /** The sweeps, or null. */
    public @Nullable Sweeps sweeps() {
        return report.sweeps();
    }

    /** The sample digits. */
    public List<HandwritingCard> handwriting() {
        return HandwritingCard.ofSamples(report.handwriting());
    }

    /** How many of the sample digits both networks get right. */
    public String rightAnswers() {
        return HandwritingCard.rightAnswers(report.handwriting());
    }

    /** The checksums of the data's files by their names, from the origin and from the split; each once. */
    public static Map<String, String> checksums(Report report) {
        Map<String, String> checksums = new LinkedHashMap<>(report.origin().data());
        report.data().checksums().forEach(checksums::putIfAbsent);
        // the origin also names the data set, which has a line of its own
        checksums.values().removeIf(report.data().source()::equals);
        return checksums;
    }
}
