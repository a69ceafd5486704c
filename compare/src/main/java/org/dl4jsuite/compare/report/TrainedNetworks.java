package org.dl4jsuite.compare.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.report.Report.Agreement;
import org.dl4jsuite.compare.report.Report.Confusion;
import org.dl4jsuite.compare.report.Report.GalleryDigit;
import org.dl4jsuite.compare.report.Report.Seen;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.EpochAccuracy;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Split;

/**
 * All networks of a report after their last epoch.
 *
 * @param pair in DOUBLE
 * @param fast the fast one from scratch
 * @param dl4jFloat DL4J's in FLOAT
 */
record TrainedNetworks(TrainedPair pair, TrainedAlone fast, TrainedAlone dl4jFloat) {
    private static final int MAX_GALLERY = 60;

    private record Network(Side side, Precision precision, int[] answers, InputChecksum.Sums seen) {}

    /** Returns them in the report's order. */
    private List<Network> all() {
        return List.of(
                new Network(
                        Side.SCRATCH,
                        Precision.DOUBLE,
                        pair.scratch().answers(),
                        pair.scratch().seen()),
                new Network(
                        Side.DL4J,
                        Precision.DOUBLE,
                        pair.dl4j().answers(),
                        pair.dl4j().seen()),
                new Network(Side.SCRATCH_FAST, Precision.FLOAT, fast.answers(), fast.seen()),
                new Network(Side.DL4J, Precision.FLOAT, dl4jFloat.answers(), dl4jFloat.seen()));
    }

    /** Returns the results by epoch; of one epoch, the networks keep their order. */
    List<EpochAccuracy> accuracy() {
        return Stream.of(pair.accuracy(), fast.accuracy(), dl4jFloat.accuracy())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(EpochAccuracy::epoch))
                .toList();
    }

    /** Returns what they were trained and tested on. */
    Report.Data data(Split split) {
        return new Report.Data(
                split.source(),
                split.train().size(),
                split.test().size(),
                split.checksums(),
                pair.scratch().seen().doubles(),
                pair.dl4j().seen().doubles(),
                all().stream()
                        .map(each -> new Seen(
                                each.side().label(),
                                each.precision(),
                                each.seen().floats()))
                        .toList());
    }

    /** Returns a matrix per network. */
    List<Confusion> confusion(LabelledImages test) {
        return all().stream()
                .map(each ->
                        new Confusion(each.side().label(), each.precision(), ConfusionMatrix.of(test, each.answers())))
                .toList();
    }

    /** Returns how many answers the two DOUBLE networks share. */
    Agreement agreement() {
        int[] scratch = pair.scratch().answers();
        int[] dl4j = pair.dl4j().answers();
        long same = IntStream.range(0, scratch.length)
                .filter(i -> scratch[i] == dl4j[i])
                .count();
        return new Agreement((int) same, scratch.length);
    }

    /** Returns the first digits on which the two DOUBLE networks disagree, then those that both get wrong. */
    List<GalleryDigit> gallery(LabelledImages test) {
        int[] scratch = pair.scratch().answers();
        int[] dl4j = pair.dl4j().answers();
        return IntStream.range(0, scratch.length)
                .mapToObj(i -> new GalleryDigit(i, test.label(i), scratch[i], dl4j[i]))
                .filter(digit -> digit.scratch() != digit.label() || digit.dl4j() != digit.label())
                .sorted(Comparator.comparing(digit -> digit.scratch() == digit.dl4j()))
                .limit(MAX_GALLERY)
                .toList();
    }
}
