package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.parity.TrajectoryPoint;
import org.dl4jsuite.data.Split;

/** How far the weights of the two sides are apart along the training. */
final class TrajectorySection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        List<TrajectoryPoint> points = report.trajectory();
        List<Block> blocks = new ArrayList<>();
        if (report.divergence() != null) {
            blocks.add(new Block.Alarm(report.divergence().describe()));
        }
        if (points.isEmpty()) {
            blocks.add(Block.note("No steps were compared."));
        } else {
            blocks.addAll(List.of(chart(points), table(points)));
            if (points.stream().anyMatch(point -> point.maxAbsWeightDifference() == 0)) {
                blocks.add(Block.note(
                        "A difference of 0 means equal to the last bit; a logarithmic axis cannot show it."));
            }
        }
        return new Block.Section(
                "trajectory",
                "Weights along the training",
                "Both DOUBLE networks start from the same weights and take the same steps. After 1, 10, 100, … steps every"
                        + " weight is compared with its twin. Rounding errors add up slowly and stay below the tolerance; a"
                        + " wrong term would exceed it by orders of magnitude. The drift by rounding is measured by a third"
                        + " run, from scratch, whose initial parameters are all one unit in the last place off.",
                blocks);
    }

    static Chart chart(List<TrajectoryPoint> points) {
        Series tolerance = Series.of(Span.ofSeries("tolerance", "tolerance"));
        Series difference = Series.of(Span.ofSeries("difference", "difference"));
        Series drift = Series.of(Span.ofSeries("drift by rounding", "drift"));
        for (TrajectoryPoint point : points) {
            drift.add(point.step(), point.drift());
            tolerance.add(point.step(), point.tolerance());
            difference.add(point.step(), point.maxAbsWeightDifference(), !point.agrees());
        }
        return new Chart(
                Chart.Kind.LINES,
                "Largest weight difference by step",
                "Line chart, both axes logarithmic: the largest difference between the two networks' weights, and the"
                        + " tolerance, against the number of steps. The table below holds the numbers.",
                Axis.of("steps", Scale.LOG, "count"),
                Axis.of("largest weight difference", Scale.EXPONENT, "difference"),
                List.of(tolerance, drift, difference));
    }

    private static Table table(List<TrajectoryPoint> points) {
        return Table.ofNumbers(points)
                .tone(point -> point.agrees() ? Tone.PLAIN : Tone.BAD)
                .column("Steps", point -> Format.count(point.step()))
                .column("Largest difference", point -> Format.difference(point.maxAbsWeightDifference()))
                .column("of weight", TrajectoryPoint::worst)
                .column("Drift by rounding", point -> Format.difference(point.drift()))
                .column("Tolerance", point -> Format.difference(point.tolerance()))
                .column("Verdict", point -> Span.of(Tone.of(point.agrees()), point.agrees() ? "agree" : "disagree"))
                .build();
    }
}
