package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.speed.Crossing;
import org.dl4jsuite.compare.speed.Dl4jTuning;
import org.dl4jsuite.compare.speed.LinearFit;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.SpeedSeries;
import org.dl4jsuite.compare.speed.SpeedSeries.Axis;

/**
 * The speed as the pages show it.
 *
 * @param results what was measured
 */
public record SpeedPage(SpeedResults results) {

    /** One bar chart a job at batch 1 with the report's own number of hidden nodes. */
    public List<Chart> bars() {
        return Charts.speed(SpeedSeries.of(results.rows(), Axis.BATCH).stream()
                .map(series -> series.rows().get(0))
                .toList());
    }

    /** Cost against batch size and hidden nodes, for each job of which there is more than one size. */
    public List<Chart> curves() {
        List<Chart> charts = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            for (String operation : List.of(SpeedRow.TRAIN, SpeedRow.PREDICT)) {
                List<SpeedSeries> lines = SpeedSeries.of(results.rows(), axis).stream()
                        .filter(series -> series.operation().equals(operation)
                                && series.rows().size() > 1)
                        .toList();
                if (!lines.isEmpty()) {
                    charts.add(SpeedCharts.curve(axis, operation, lines));
                }
            }
        }
        return charts;
    }

    /** Every FLOAT row under the machine's ceilings. */
    public Chart roofline() {
        return SpeedCharts.roofline(results);
    }

    /** The table. */
    public List<SpeedComparison> rows() {
        return SpeedComparison.of(results.rows());
    }

    /** What the machine can do. */
    public String ceilings() {
        return "One core of this machine does "
                + Format.significant(results.ceilings().multiplyAddGflops())
                + " GFLOP/s in float, reads "
                + Format.significant(results.ceilings().readGigabytesPerSecond())
                + " GB/s and reads and writes "
                + Format.significant(results.ceilings().updateGigabytesPerSecond())
                + " GB/s in an array of " + Format.count(results.ceilings().arrayBytes() / 1000)
                + " KB, the size of 784 × 200 weights (measured in this run, "
                + results.ceilings().kernels() + ").";
    }

    /** Where DL4J overtakes, if ever, and how long a user waits for the first epoch. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>(Crossing.sentences(results.rows()));
        results.startUp()
                .forEach(startUp ->
                        sentences.add("From the start of the process, with the JVM and the data, to the first"
                                + " trained epoch and its accuracy: "
                                + Format.significant(startUp.seconds().median()) + " s with " + startUp.network() + ", "
                                + startUp.kernels() + " kernels."));
        return sentences;
    }

    /** The straight lines. */
    public List<Line> lines() {
        return results.fits().stream().map(Line::new).toList();
    }

    /** What makes DL4J tuned. */
    public List<Dl4jTuning.Setting> tuning() {
        return Dl4jTuning.SETTINGS;
    }

    /** A fit and how its network is named. */
    public record Line(LinearFit fit) {
        /** The network. */
        public NetworkStyle style() {
            return NetworkStyle.of(fit.network(), fit.precision(), fit.kernels());
        }

        /** What the slope is for. */
        public String unit() {
            return fit.against().equals(LinearFit.HIDDEN) ? "hidden node" : "sample";
        }
    }
}
