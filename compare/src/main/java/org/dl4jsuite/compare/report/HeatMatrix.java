package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dl4jsuite.compare.report.Report.Confusion;
import org.jspecify.annotations.Nullable;

/**
 * A confusion matrix with the strength of each cell's colour.
 *
 * @param style the network's
 * @param counts [label][prediction]
 * @param accuracy the share on the diagonal
 * @param sameAs the label of an earlier network with the same counts, or null
 */
public record HeatMatrix(
        NetworkStyle style,
        int[][] counts,
        double accuracy,
        @Nullable String sameAs) {
    /** Even a single mistake is to be seen. */
    private static final double FAINTEST = 0.08;

    /** One a network. */
    public static List<HeatMatrix> of(List<Confusion> confusions) {
        List<HeatMatrix> matrices = new ArrayList<>();
        for (Confusion confusion : confusions) {
            int[][] counts = confusion.matrix().counts();
            String twin = matrices.stream()
                    .filter(earlier -> Arrays.deepEquals(earlier.counts, counts))
                    .map(earlier -> earlier.style.label())
                    .findFirst()
                    .orElse(null);
            matrices.add(new HeatMatrix(
                    NetworkStyle.of(confusion.network(), confusion.precision()),
                    counts,
                    confusion.matrix().accuracy(),
                    twin));
        }
        return matrices;
    }

    /**
     * From 0 (none) to 1: on the diagonal the share of the label's images, elsewhere the count relative to the most
     * frequent mistake.
     */
    public String heat(int label, int prediction) {
        int count = counts[label][prediction];
        int full = label == prediction ? sum(label) : mostFrequentMistake();
        double heat = count == 0 ? 0 : Math.max(FAINTEST, (double) count / full);
        return String.format(Locale.ROOT, "%.2f", heat);
    }

    /** The share of a label's images that are recognised; NaN if there are none. */
    public double recognised(int label) {
        return (double) counts[label][label] / sum(label);
    }

    private int sum(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    private int mostFrequentMistake() {
        int most = 0;
        for (int label = 0; label < counts.length; label++) {
            for (int prediction = 0; prediction < counts.length; prediction++) {
                if (label != prediction) {
                    most = Math.max(most, counts[label][prediction]);
                }
            }
        }
        return most;
    }
}
