package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.compare.inside.Recognition;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.Divergence;
import org.dl4jsuite.compare.parity.TensorParity;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SeedComparison;
import org.dl4jsuite.compare.sweep.SweepData;
import org.dl4jsuite.compare.sweep.SweepResults;
import org.dl4jsuite.compare.sweep.SweepRow;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says: what {@code report.json} holds, and what the pages show.
 *
 * <p>Everything but {@code origin} and {@code speed} is the same, to the byte, whenever the same configuration, kernels
 * included, runs again. All but {@code sweeps} is measured in the run that writes it, which may have been interrupted.
 *
 * @param origin where the numbers come from
 * @param network the network in one line, for example {@code 784-200-10, sigmoid, rate 0.1, online, TRUE_GRADIENT}
 * @param data the images
 * @param parity one row per tensor of each case
 * @param parityAgrees whether every case, and the trajectory, agrees
 * @param trajectory how far the two DOUBLE networks' weights lie apart after so many steps
 * @param divergence where the two part, if they part beyond rounding
 * @param accuracy one entry per epoch and network
 * @param confusion one matrix per network, after the last epoch
 * @param agreement how many test predictions the two DOUBLE networks share
 * @param lessons the networks of the sources, one row per lesson; empty if they were left out
 * @param gallery digits on which the two disagree or both fail
 * @param speed null if it was not measured, as when parity failed: {@code speedRefused} then says why
 * @param speedRefused why no speed is shown, or null
 * @param sweeps stored results over many seeds, or null if there are none
 * @param handwriting what the two DOUBLE networks take the sample digits for
 * @param backQuery the two DOUBLE networks run backwards from each label
 * @param inside a look into each of the two DOUBLE networks
 * @param sabotage mistakes on purpose, and what catches them; empty if they were left out with the lessons
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
        List<InsideView> inside,
        List<SabotageResult> sabotage) {

    /** Returns whether everything that was compared is the same: decides headline, speed and exit code. */
    @JsonProperty("sameNetwork")
    public boolean agrees() {
        return Summary.of(this).agrees();
    }

    /** Returns what differs, one sentence each. */
    @JsonProperty
    public List<String> problems() {
        return Summary.of(this).problems();
    }

    @JsonProperty
    String format() {
        return "dl4jsuite-report-1";
    }

    /**
     * The images that both sides learn from.
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

        /** Returns whether all networks were trained and tested on the same numbers, in the same order. */
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
     * @param tensor all but its elements stand in report.json
     */
    public record ParityRow(
            String parityCase,

            @JsonUnwrapped
            @JsonIgnoreProperties({"scratch", "dl4j", "numeric", "worstIndex", "tolerances", "toleranceUsed"})
            TensorParity tensor) {
        boolean agrees() {
            return tensor.agrees();
        }
    }

    /** A network's confusion matrix, rows by label, columns by prediction. */
    public record Confusion(String network, Precision precision, ConfusionMatrix matrix) {}

    /** The number of test images that the two read as the same digit. */
    public record Agreement(int samePredictions, int of) {}

    /** A test image that at least one of the two gets wrong; {@code index} counts from 0. */
    public record GalleryDigit(int index, int label, int scratch, int dl4j) {}

    /**
     * Stored results of sweeps, summed up over seeds.
     *
     * @param from where they are stored
     * @param data the images
     * @param origins the machines and runs that they come from
     * @param rows one per setting and epoch
     * @param book the book's figures beside those of many seeds
     * @param comparisons DL4J's distributions over seeds against ours
     */
    public record Sweeps(
            String from,
            SweepData data,
            List<Provenance> origins,
            List<SweepRow> rows,
            List<BookRow> book,
            List<SeedComparison> comparisons) {

        /** Returns results summed up. */
        public static Sweeps of(String from, SweepResults results) {
            return new Sweeps(
                    from,
                    results.data(),
                    List.copyOf(results.origins()),
                    SweepRow.of(results),
                    BookRow.of(results),
                    SeedComparison.of(results));
        }
    }
}
