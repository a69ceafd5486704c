package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.report.Report.Agreement;
import org.dl4jsuite.compare.report.Report.Confusion;
import org.dl4jsuite.compare.report.Report.GalleryDigit;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.data.LabelledImages;

/** What the networks of a report take the test images for. */
final class TestPredictions {
    /** The gallery shows no more than this many digits. */
    private static final int GALLERY = 60;

    /**
     * A trained network.
     *
     * @param network scratch, scratch-fast or dl4j
     * @param precision what it computes in
     */
    record Network(String network, Precision precision, Learner learner) {}

    private final List<Network> networks;
    private final LabelledImages test;
    private final List<int[]> predictions;

    /**
     * Asks all networks.
     *
     * @param networks the two sides that are compared, from scratch and DL4J, then any others
     */
    TestPredictions(List<Network> networks, LabelledImages test) {
        this.networks = networks;
        this.test = test;
        this.predictions = networks.stream()
                .map(network -> Predictions.of(network.learner(), test))
                .toList();
    }

    /** One matrix a network. */
    List<Confusion> confusion() {
        List<Confusion> matrices = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            Network network = networks.get(i);
            ConfusionMatrix matrix = ConfusionMatrix.of(test, predictions.get(i));
            matrices.add(new Confusion(network.network(), network.precision(), matrix));
        }
        return matrices;
    }

    /** How often the two sides give the same answer. */
    Agreement agreement() {
        int same = 0;
        for (int i = 0; i < test.size(); i++) {
            same += ofScratch(i) == ofDl4j(i) ? 1 : 0;
        }
        return new Agreement(same, test.size());
    }

    /** Where the two sides disagree first, then where both fail. */
    List<GalleryDigit> gallery() {
        List<GalleryDigit> disagreed = new ArrayList<>();
        List<GalleryDigit> bothFailed = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            GalleryDigit digit = new GalleryDigit(i, test.label(i), ofScratch(i), ofDl4j(i));
            if (digit.scratch() != digit.dl4j()) {
                disagreed.add(digit);
            } else if (digit.scratch() != digit.label()) {
                bothFailed.add(digit);
            }
        }
        disagreed.addAll(bothFailed);
        return disagreed.subList(0, Math.min(GALLERY, disagreed.size()));
    }

    private int ofScratch(int image) {
        return predictions.get(0)[image];
    }

    private int ofDl4j(int image) {
        return predictions.get(1)[image];
    }
}
