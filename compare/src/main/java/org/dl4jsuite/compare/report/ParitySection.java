package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.parity.Verdict;
import org.dl4jsuite.compare.report.Report.ParityRow;
import org.dl4jsuite.data.Split;

/** Every gradient of every case, three ways. */
final class ParitySection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "parity",
                "Gradients checked three ways",
                "Each case gives the same weights and the same rows to three witnesses: the network from scratch, DL4J, and"
                        + " central differences, which move each weight a little either way and watch the loss. A tensor"
                        + " agrees if no two of them differ by more than rounding can explain, the tolerance; otherwise"
                        + " the verdict names the odd one out. An ulp is one unit in the last place;"
                        + " the drift is how far a gradient moves if every parameter is one ulp off: what rounding does.",
                List.of(
                        report.parity().isEmpty()
                                ? Block.note("No case was compared.")
                                : cases(ParityGroup.of(report.parity()))));
    }

    private static Table cases(List<ParityGroup> groups) {
        return Table.of(Table.Look.OUTLINE, groups)
                .tone(group -> Tone.of(group.agrees()))
                .details(group -> List.of(tensors(group.rows())))
                .column("Case", group -> Span.of(Tone.STRONG, group.name()))
                .column("Verdict", group -> Span.of(Tone.of(group.agrees()), group.verdict()))
                .column("Worst element", group -> Span.of(Tone.MUTED, group.worstDescription()))
                .build();
    }

    private static Table tensors(List<ParityRow> rows) {
        Span sides = Span.of("scratch and DL4J: largest difference");
        Span numeric = Span.of("scratch and numeric");
        return Table.ofNumbers(rows)
                .tone(row -> agrees(row) ? Tone.PLAIN : Tone.BAD)
                .column("Tensor", ParityRow::tensor)
                .column("Shape", row -> Format.shape(row.shape()))
                .column(sides, "at", ParityRow::worst)
                .column(sides, "absolute", row -> Format.difference(row.maxAbs()))
                .column(sides, "relative", row -> Format.difference(row.maxRel()))
                .column(sides, "ulp", row -> Format.ulps(row.maxUlp()))
                .column(sides, "tolerance", row -> Format.difference(row.tolerance()))
                .column(sides, "drift", row -> Format.difference(row.drift()))
                .column(numeric, "absolute", row -> Format.difference(row.maxAbsNumeric()))
                .column(numeric, "tolerance", row -> Format.difference(row.numericTolerance()))
                .column("Verdict", row -> Span.of(Tone.of(agrees(row)), ParityGroup.verdictOf(row)))
                .build();
    }

    private static boolean agrees(ParityRow row) {
        return row.verdict() == Verdict.AGREE;
    }
}
