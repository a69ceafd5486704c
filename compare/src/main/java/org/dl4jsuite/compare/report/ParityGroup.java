package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.parity.Verdict;
import org.dl4jsuite.compare.report.Report.ParityRow;

/**
 * The tensors of one parity case.
 *
 * @param name the case's
 * @param rows at least one
 */
public record ParityGroup(String name, List<ParityRow> rows) {

    /** One group a case, in the order of the rows. */
    public static List<ParityGroup> of(List<ParityRow> rows) {
        Map<String, List<ParityRow>> cases = new LinkedHashMap<>();
        rows.forEach(row -> cases.computeIfAbsent(row.parityCase(), name -> new ArrayList<>())
                .add(row));
        return cases.entrySet().stream()
                .map(entry -> new ParityGroup(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether all tensors do. */
    public boolean agrees() {
        return disagreeing() == 0;
    }

    /** How many tensors do not agree. */
    public long disagreeing() {
        return rows.stream().filter(row -> row.verdict() != Verdict.AGREE).count();
    }

    /** {@code 3 tensors agree}, or how many do not. */
    public String verdict() {
        String tensors = Format.counted(rows.size(), "tensor");
        if (agrees()) {
            return tensors + (rows.size() == 1 ? " agrees" : " agree");
        }
        return disagreeing() + " of " + tensors + (disagreeing() == 1 ? " disagrees" : " disagree");
    }

    /** The tensor that needs the largest share of its tolerance; one that disagrees, if there is any. */
    public ParityRow worst() {
        return rows.stream()
                .max(Comparator.<ParityRow, Boolean>comparing(row -> row.verdict() != Verdict.AGREE)
                        .thenComparing(ParityGroup::shareOfTolerance))
                .orElseThrow();
    }

    /** The worst element, how far apart it is, and how much of the tolerance that is. */
    public String worstDescription() {
        ParityRow row = worst();
        if (differenceOf(row) == 0) {
            return "every element equal to the last bit";
        }
        return row.worst() + " differs by " + Format.difference(differenceOf(row)) + ", "
                + Format.shareOfTolerance(shareOfTolerance(row)) + " of the tolerance";
    }

    /** Says who stands alone. */
    public static String verdictOf(ParityRow row) {
        return switch (row.verdict()) {
            case AGREE -> "agree";
            case UNDECIDED -> "disagree: undecided";
            default -> "odd one out: " + row.verdict().label();
        };
    }

    /** Of scratch and DL4J; but if only the central differences stand apart, the distance to these. */
    private static double differenceOf(ParityRow row) {
        return row.verdict() == Verdict.NUMERIC ? row.maxAbsNumeric() : row.maxAbs();
    }

    private static double shareOfTolerance(ParityRow row) {
        double difference = differenceOf(row);
        double tolerance = row.verdict() == Verdict.NUMERIC ? row.numericTolerance() : row.tolerance();
        return difference == 0 ? 0 : difference / tolerance;
    }
}
