package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.parity.TensorParity;
import org.dl4jsuite.compare.parity.Verdict;
import org.dl4jsuite.compare.report.Report.ParityRow;
import org.dl4jsuite.data.Split;

/** Every gradient of every case, three ways. */
final class ParitySection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        return new Block.Section(
                "parity",
                "Gradients, three ways",
                "In each case three witnesses get the same weights and the same examples: the network from scratch, DL4J,"
                        + " and central differences, which move each weight a little either way and watch the loss. A tensor"
                        + " agrees if no two of them differ by more than the tolerance, which is what rounding can explain;"
                        + " otherwise the verdict names the odd one out. An ulp is one unit in the last place. The drift is"
                        + " how far a gradient moves if every parameter is one ulp off: what rounding really does.",
                List.of(report.parity().isEmpty() ? Block.note("No case was compared.") : cases(report.parity())));
    }

    private static Table cases(List<ParityRow> rows) {
        Map<String, List<TensorParity>> cases = new LinkedHashMap<>();
        rows.forEach(row -> cases.computeIfAbsent(row.parityCase(), name -> new ArrayList<>())
                .add(row.tensor()));
        return Table.of(Table.Look.OUTLINE, cases.entrySet())
                .tone(each -> Tone.of(disagreeing(each.getValue()) == 0))
                .details(each -> List.of(table(each.getValue())))
                .column("Case", each -> Span.of(Tone.STRONG, each.getKey()))
                .column("Verdict", each -> verdict(each.getValue()))
                .column("Worst element", each -> Span.of(Tone.MUTED, worst(each.getValue())))
                .build();
    }

    private static long disagreeing(List<TensorParity> tensors) {
        return tensors.stream().filter(tensor -> !tensor.agrees()).count();
    }

    /** Returns {@code 3 tensors agree}, or how many do not. */
    private static Span verdict(List<TensorParity> tensors) {
        long disagreeing = disagreeing(tensors);
        String all = Format.counted(tensors.size(), "tensor");
        return disagreeing == 0
                ? Span.of(Tone.GOOD, all + (tensors.size() == 1 ? " agrees" : " agree"))
                : Span.of(Tone.BAD, disagreeing + " of " + all + (disagreeing == 1 ? " disagrees" : " disagree"));
    }

    /** Describes the element that needs most of its tolerance; one that disagrees, if there is any. */
    private static String worst(List<TensorParity> tensors) {
        TensorParity worst = tensors.stream()
                .max(Comparator.comparing((TensorParity tensor) -> !tensor.agrees())
                        .thenComparing(ParitySection::shareOfTolerance))
                .orElseThrow();
        return difference(worst) == 0
                ? "every element equal to the last bit"
                : worst.worst() + " differs by " + Format.difference(difference(worst)) + ", "
                        + Format.shareOfTolerance(shareOfTolerance(worst)) + " of the tolerance";
    }

    /** Returns the difference of scratch and DL4J; but if only the central differences stand apart, that to these. */
    private static double difference(TensorParity tensor) {
        return tensor.verdict() == Verdict.NUMERIC ? tensor.maxAbsNumeric() : tensor.maxAbs();
    }

    private static double shareOfTolerance(TensorParity tensor) {
        boolean numeric = tensor.verdict() == Verdict.NUMERIC;
        double difference = difference(tensor);
        return difference == 0 ? 0 : difference / (numeric ? tensor.numericTolerance() : tensor.tolerance());
    }

    private static Table table(List<TensorParity> tensors) {
        Span sides = Span.of("scratch and DL4J: largest difference");
        Span numeric = Span.of("scratch and numeric");
        return Table.ofNumbers(tensors)
                .tone(tensor -> tensor.agrees() ? Tone.PLAIN : Tone.BAD)
                .column("Tensor", TensorParity::tensor)
                .column("Shape", tensor -> Format.shape(tensor.shape()))
                .column(sides, "at", TensorParity::worst)
                .column(sides, "absolute", tensor -> Format.difference(tensor.maxAbs()))
                .column(sides, "relative", tensor -> Format.difference(tensor.maxRel()))
                .column(sides, "ulp", tensor -> Format.ulps(tensor.maxUlp()))
                .column(sides, "tolerance", tensor -> Format.difference(tensor.tolerance()))
                .column(sides, "drift", tensor -> Format.difference(tensor.drift()))
                .column(numeric, "absolute", tensor -> Format.difference(tensor.maxAbsNumeric()))
                .column(numeric, "tolerance", tensor -> Format.difference(tensor.numericTolerance()))
                .column("Verdict", tensor -> Span.of(Tone.of(tensor.agrees()), verdict(tensor.verdict())))
                .build();
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case AGREE -> "agree";
            case UNDECIDED -> "disagree: undecided";
            default -> "odd one out: " + verdict.label();
        };
    }
}
