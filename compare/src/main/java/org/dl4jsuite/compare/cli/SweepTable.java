package org.dl4jsuite.compare.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dl4jsuite.compare.sweep.BookFigure;
import org.dl4jsuite.compare.sweep.BookRow;
import org.dl4jsuite.compare.sweep.SeedComparison;
import org.dl4jsuite.compare.sweep.SeedStatistics;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepResults;
import org.dl4jsuite.compare.sweep.SweepRow;

/** The results of a sweep on the console. */
final class SweepTable {
    private SweepTable() {}

    /** Prints a row for each setting and epoch that was asked for. */
    static void print(SweepResults results, Collection<SweepConfiguration> wanted, PrintWriter out) {
        Set<SweepConfiguration> asked = new HashSet<>();
        wanted.forEach(configuration -> asked.add(configuration.withSeed(0)));
        out.printf(
                "%-12s %-13s %-14s %8s %6s %6s %6s %5s  %-8s %-8s %s%n",
                "side",
                "variant",
                "init",
                "rotation",
                "hidden",
                "rate",
                "epochs",
                "seeds",
                "mean",
                "st.dev.",
                "95 % interval");
        for (SweepRow row : SweepRow.of(results)) {
            SweepConfiguration setting = row.setting();
            if (!asked.contains(setting.withEpochs(row.epochs()))) {
                continue;
            }
            out.printf(
                    Locale.ROOT,
                    "%-12s %-13s %-14s %8s %6d %6s %6d %5d  %.5f  %s%n",
                    setting.side(),
                    setting.variant(),
                    setting.initialWeights(),
                    plain(setting.rotation()),
                    setting.hidden(),
                    plain(setting.rate()),
                    row.epochs(),
                    row.accuracy().seeds(),
                    row.accuracy().mean(),
                    spread(row.accuracy()));
        }
    }

    /** Prints the book's figures beside the means; nothing if there are none. */
    static void printBook(List<BookRow> rows, PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        out.printf("%nThe book's figures, in percent. %s.%n%s.%n", BookFigure.source(), BookRow.VERDICT);
        out.printf(
                "%-37s %-14s %-12s %-14s %6s  %-14s %s%n",
                "experiment", "printed", "side", "init", "epochs", "mean", "mean against printed");
        for (BookRow row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-37s %-14s %-12s %-14s %6d  %-14s %s%n",
                    row.figure().name(),
                    row.figure().printedRange(),
                    row.setting().side(),
                    row.setting().initialWeights(),
                    row.epochs(),
                    row.accuracy().percent(),
                    row.verdict());
        }
    }

    /** Prints whether DL4J's distribution over seeds is ours. */
    static void printComparisons(List<SeedComparison> comparisons, PrintWriter out) {
        for (SeedComparison comparison : comparisons) {
            out.printf("%n%s.%n%s%n", comparison.question(), comparison.answer());
        }
    }

    private static String spread(SeedStatistics accuracy) {
        return accuracy.seeds() < 2
                ? "-        -"
                : String.format(
                        Locale.ROOT,
                        "%.5f  %.5f to %.5f",
                        accuracy.standardDeviation(),
                        accuracy.low(),
                        accuracy.high());
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
