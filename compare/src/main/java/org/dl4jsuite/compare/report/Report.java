package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.lessons.FigureCheck;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.Divergence;
import org.dl4jsuite.compare.parity.TensorParity;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.parity.Verdict;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says: what {@code report.json} holds, and what the pages show.
 *
 * <p>Everything but {@code origin} and {@code speed} is the same, to the byte, whenever the same configuration, kernels
 * included, runs again. All but {@code sweeps} is measured in the run that writes it.
 *
 * @param origin where the numbers come from
 * @param network the network in one line, for example {@code 784-200-10, sigmoid, rate 0.1, online, TRUE_GRADIENT}
 * @param data what was learned from
 * @param parity one row a tensor of each case
 * @param parityAgrees whether every case, and the trajectory, agrees
 * @param trajectory how far the two DOUBLE networks' weights lie apart after so many steps
 * @param divergence where the two part, if they part beyond rounding
 * @param accuracy one entry an epoch and network
 * @param confusion one matrix a network, after the last epoch
 * @param agreement how many test predictions the two DOUBLE networks share
 * @param lessons the networks of the sources, one row a lesson; empty if they were left out
 * @param gallery digits on which the two disagree or both fail
 * @param speed null if it was not measured, as when parity failed: {@code speedRefused} then says why
 * @param speedRefused why no speed is shown, or null
 * @param sweeps stored results over many seeds, or null if there are none
 * @param handwriting what the two DOUBLE networks take the sample digits for
 * @param backQuery the two DOUBLE networks run backwards from each label
 * @param inside a look into each of the two DOUBLE networks
 */
@JsonPropertyOrder({"format", "sameNetwork", "problems"})
public record Report(
        Provenance origin,
        String network,
        Data data,
        List<ParityRow> parity,
        boolean parityAgrees,
        List<TrajectoryPoint> trajectory,
        @Nullable Divergence divergence,
        List<EpochAccuracy> accuracy,
        List<Confusion> confusion,
        Agreement agreement,
        List<LessonRow> lessons,
        List<GalleryDigit> gallery,
        @Nullable SpeedResults speed,
        @Nullable String speedRefused,
        @Nullable Sweeps sweeps,
        List<Recognition> handwriting,
        List<BackQueryImage> backQuery,
        List<InsideView> inside) {

    /** Whether nothing that was compared speaks against the two sides being the same: decides headline, speed and exit code. */
    @JsonProperty("sameNetwork")
    public boolean agrees() {
        return Summary.of(this).agrees();
    }

    /** Returns what speaks against it, one sentence each. */
    @JsonProperty
    public List<String> problems() {
        return Summary.of(this).problems();
    }

    /** Returns the same report with what was measured of speed. */
    Report withSpeed(@Nullable SpeedResults measured, @Nullable String refused) {
        return new Report(
                origin,
                network,
                data,
                parity,
                parityAgrees,
                trajectory,
                divergence,
                accuracy,
                confusion,
                agreement,
                lessons,
                gallery,
                measured,
                refused,
                sweeps,
                handwriting,
                backQuery,
                inside);
    }

    @JsonProperty
    String format() {
        return "dl4jsuite-report-1";
    }

    /**
     * The split both sides learn from.
     *
     * @param source the data set's name
     * @param trainingImages their number
     * @param testImages their number
     * @param checksums SHA-256 of the files, unpacked
     * @param seenByScratch SHA-256 of all that the from-scratch network in DOUBLE is handed, see {@link InputChecksum}
     * @param seenByDl4j the same of DL4J's network in DOUBLE
     * @param seenAsFloats the same of every network, scratch first, with the numbers rounded to float
     */
    public record Data(
            String source,
            int trainingImages,
            int testImages,
            Map<String, String> checksums,
            String seenByScratch,
            String seenByDl4j,
            List<Seen> seenAsFloats) {

        /** Whether all networks were trained and tested on the same numbers, in the same order. */
        public boolean same() {
            return notAsScratch().isEmpty();
        }

        /** Returns the networks that were handed other numbers than scratch. */
        Set<String> notAsScratch() {
            Set<String> others = new LinkedHashSet<>();
            if (!seenByDl4j.equals(seenByScratch)) {
                others.add("dl4j in DOUBLE");
            }
            seenAsFloats.stream()
                    .filter(seen -> !seen.sha256().equals(seenAsFloats.get(0).sha256()))
                    .forEach(seen -> others.add(seen.network() + " in " + seen.precision()));
            return others;
        }
    }

    /**
     * What one network was trained and tested on, rounded to floats, so that networks in both precisions can be compared.
     *
     * @param network scratch, scratch-fast or dl4j
     * @param precision what it computes in
     * @param sha256 see {@link InputChecksum}
     */
    public record Seen(String network, Precision precision, String sha256) {}

    /**
     * One tensor's gradient, three ways.
     *
     * @param parityCase the case's name
     * @param tensor W1, b1, …
     * @param shape (out, in) or (out)
     * @param worst the element on which the sides differ most
     * @param maxAbs the largest |scratch - dl4j|
     * @param maxRel relative to the tensor's largest element
     * @param maxUlp in units in the last place
     * @param tolerance the largest maxAbs that rounding can explain
     * @param maxAbsNumeric the largest |scratch - central difference|
     * @param numericTolerance the largest maxAbsNumeric that rounding and truncation can explain
     * @param drift how far the gradient moves if every parameter is one unit in the last place off
     * @param verdict agree, or the odd one out
     */
    public record ParityRow(
            String parityCase,
            String tensor,
            List<Integer> shape,
            String worst,
            double maxAbs,
            double maxRel,
            double maxUlp,
            double tolerance,
            double maxAbsNumeric,
            double numericTolerance,
            double drift,
            Verdict verdict) {
        static ParityRow of(String parityCase, TensorParity tensor) {
            return new ParityRow(
                    parityCase,
                    tensor.tensor(),
                    tensor.shape(),
                    tensor.worst(),
                    tensor.maxAbs(),
                    tensor.maxRel(),
                    tensor.maxUlp(),
                    tensor.tolerance(),
                    tensor.maxAbsNumeric(),
                    tensor.numericTolerance(),
                    tensor.drift(),
                    tensor.verdict());
        }
    }

    /** A network's confusion matrix, rows by label, columns by prediction. */
    public record Confusion(String network, Precision precision, ConfusionMatrix matrix) {}

    /** How many of the test images the two take for the same digit. */
    public record Agreement(int samePredictions, int of) {}

    /** A test image that at least one of the two gets wrong; {@code index} counts from 0. */
    public record GalleryDigit(int index, int label, int scratch, int dl4j) {}

    /**
     * A lesson, run as its source does.
     *
     * @param lesson id
     * @param source the text it comes from
     * @param layers for example 3-4-1
     * @param teaches what, in a few words
     * @param disagreements what differs beyond rounding, one line a check; empty if the two sides agree
     * @param maxDifference the largest difference of the two in errors, outputs and parameters
     * @param scratch the errors that the from-scratch side notes, as the source prints them; some are signed
     * @param dl4j the twin's
     * @param figures the published ones beside ours
     */
    public record LessonRow(
            String lesson,
            String source,
            String layers,
            String teaches,
            List<String> disagreements,
            double maxDifference,
            List<LessonResult.LogEntry> scratch,
            List<LessonResult.LogEntry> dl4j,
            List<FigureCheck> figures) {
        static LessonRow of(LessonEntry entry, LessonResult result) {
            return new LessonRow(
                    entry.id(),
                    result.source(),
                    entry.layers(),
                    entry.teaches(),
                    result.disagreements(),
                    result.maxDifference(),
                    result.scratch().log(),
                    result.dl4j().log(),
                    result.figures());
        }

        /** Whether the two sides agree. */
        @JsonProperty
        public boolean agrees() {
            return disagreements.isEmpty();
        }
    }
}
