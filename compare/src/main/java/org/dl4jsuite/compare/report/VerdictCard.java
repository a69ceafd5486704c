package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Block.Fact;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.speed.Operation;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.SpeedSeries;

/** The verdict on top of the report, with the figures that it rests on and a line on where they come from. */
final class VerdictCard {
    private VerdictCard() {}

    static Block.Card of(Report report) {
        Summary summary = Summary.of(report);
        List<Fact> facts = new ArrayList<>(summary.facts().stream()
                .map(fact -> new Fact(fact.label(), fact.figure(), fact.note()))
                .toList());
        if (summary.agrees() && report.speed() != null) {
            // beside the accuracy, before the lessons
            trainingTime(report.speed()).ifPresent(fact -> facts.add(facts.size() - 1, fact));
        }
        List<Block> blocks = new ArrayList<>();
        summary.problems().forEach(problem -> blocks.add(new Block.Alarm(problem)));
        blocks.add(Block.note(provenance(report.origin())));
        return new Block.Card(
                Tone.of(summary.agrees()),
                "A network from scratch and its DL4J twin, side by side",
                summary.headline(),
                report.network() + " · " + report.data().source(),
                facts,
                blocks);
    }

    /** The fastest network of either side in FLOAT, at the batch and hidden nodes of the report. */
    private static Optional<Fact> trainingTime(SpeedResults speed) {
        List<SpeedRow> rows = SpeedSeries.of(speed.rows(), SpeedSeries.Axis.BATCH).stream()
                .map(SpeedSeries::first)
                .filter(row -> row.operation() == Operation.TRAIN)
                .toList();
        Optional<SpeedRow> scratch = fastest(rows, "scratch");
        Optional<SpeedRow> dl4j = fastest(rows, "dl4j");
        if (scratch.isEmpty() || dl4j.isEmpty()) {
            return Optional.empty();
        }
        double ours = scratch.get().microsPerSample().median();
        double theirs = dl4j.get().microsPerSample().median();
        return Optional.of(new Fact(
                "Training time",
                Format.significant(ours) + "\u00a0µs",
                "per sample with " + name(scratch.get()) + "; " + Format.significant(theirs) + "\u00a0µs with "
                        + name(dl4j.get()) + ", " + Format.ratio(theirs / ours)));
    }

    private static Optional<SpeedRow> fastest(List<SpeedRow> rows, String side) {
        return rows.stream()
                .filter(row -> row.network().startsWith(side))
                .min(Comparator.comparing((SpeedRow row) -> row.precision() != Precision.FLOAT)
                        .thenComparing(row -> row.microsPerSample().median()));
    }

    private static String name(SpeedRow row) {
        return NetworkName.of(row.network(), row.precision(), row.kernels()).text();
    }

    private static String provenance(Provenance origin) {
        return "Measured " + origin.created() + " on " + origin.cpu() + ", " + Format.counted(origin.cores(), "core")
                + ", " + origin.os() + ", JDK " + origin.jdk() + ".";
    }
}
