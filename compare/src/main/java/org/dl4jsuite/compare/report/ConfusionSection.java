package org.dl4jsuite.compare.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.report.Report.Confusion;
import org.dl4jsuite.data.Split;

/** The confusion matrices. */
public final class ConfusionSection implements ReportSection {
    /** Makes even a single mistake visible. */
    private static final double FAINTEST = 0.08;

    @Override
    public Block.Section show(Report report, Split split) {
        List<Confusion> confusions = report.confusion();
        List<Table> matrices = IntStream.range(0, confusions.size())
                .mapToObj(i -> matrix(confusions.get(i), confusions.subList(0, i)))
                .toList();
        return new Block.Section(
                "confusion",
                "Confusion matrices",
                "How often each label got each answer on the test images after the last epoch: a row per label, a column per"
                        + " answer. Right answers lie on the diagonal. Off the diagonal, a stronger colour marks a more"
                        + " frequent mistake of that network.",
                List.of(confusions.isEmpty() ? Block.note("No network was tested.") : new Block.Pair(matrices)));
    }

    private static Table matrix(Confusion confusion, List<Confusion> earlier) {
        int[][] counts = confusion.matrix().counts();
        String same = earlier.stream()
                .filter(other -> Arrays.deepEquals(other.matrix().counts(), counts))
                .map(other -> "in every cell equal to " + name(other).text())
                .findFirst()
                .orElse("");
        String accuracy = " " + Format.percent(confusion.matrix().accuracy()) + " right" + (same.isEmpty() ? "" : ", ");
        return table(counts)
                .caption(name(confusion), Span.of(accuracy), Span.of(Tone.MUTED, same))
                .build();
    }

    /** Returns the counts, [label][answer], and the share of each label that is right. */
    public static Table.Builder<Integer> table(int[][] counts) {
        int most = mostFrequentMistake(counts);
        List<Integer> labels = IntStream.range(0, counts.length).boxed().toList();
        Table.Builder<Integer> table = Table.of(Table.Look.MATRIX, labels).column("is \\ said", label -> label);
        for (int answer : labels) {
            table.column(String.valueOf(answer), label -> {
                int count = counts[label][answer];
                double of = label == answer ? Arrays.stream(counts[label]).sum() : most;
                double share = count == 0 ? 0 : Math.max(FAINTEST, count / of);
                return Cell.of(String.valueOf(count), Tone.of(label == answer), share);
            });
        }
        return table.column("right", label -> {
            double right =
                    (double) counts[label][label] / Arrays.stream(counts[label]).sum();
            return Span.of(Tone.MUTED, Format.percent(right));
        });
    }

    private static Span name(Confusion confusion) {
        return NetworkName.of(confusion.network(), confusion.precision());
    }

    private static int mostFrequentMistake(int[][] counts) {
        return IntStream.range(0, counts.length * counts.length)
                .filter(cell -> cell / counts.length != cell % counts.length)
                .map(cell -> counts[cell / counts.length][cell % counts.length])
                .max()
                .orElse(0);
    }
}
