package org.dl4jsuite.compare.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.dl4jsuite.compare.speed.Ceilings;
import org.dl4jsuite.compare.speed.Crossing;
import org.dl4jsuite.compare.speed.LinearFit;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.StartUp;

/** The speed on the console. */
final class SpeedTable {
    private SpeedTable() {}

    static void print(SpeedResults results, PrintWriter out) {
        Ceilings ceilings = results.ceilings();
        out.printf(
                Locale.ROOT,
                "One core can do %.1f GFLOP/s, read %.1f GB/s and update %.1f GB/s (%s, %d KB).%n%n",
                ceilings.multiplyAddGflops(),
                ceilings.readGigabytesPerSecond(),
                ceilings.updateGigabytesPerSecond(),
                ceilings.kernels(),
                ceilings.arrayBytes() / 1000);
        out.printf(
                "%-12s %-7s %-17s %-8s %5s %6s %3s %10s %21s %8s %6s %6s%n",
                "network",
                "numbers",
                "kernels",
                "job",
                "batch",
                "hidden",
                "thr",
                "us/sample",
                "p25 to p75",
                "GFLOP/s",
                "ofFMA",
                "ofGB/s");
        results.rows().forEach(row -> print(row, out));
        out.println();
        for (LinearFit fit : results.fits()) {
            out.printf(
                    Locale.ROOT,
                    "%s %s (%s), %s: %.1f us + %.4f us for each %s, R^2 %.5f%n",
                    fit.network(),
                    fit.precision(),
                    fit.kernels(),
                    fit.operation(),
                    fit.intercept(),
                    fit.slope(),
                    fit.against().equals(LinearFit.HIDDEN) ? "hidden node" : "sample",
                    fit.rSquared());
        }
        Crossing.sentences(results.rows()).forEach(out::println);
        for (StartUp startUp : results.startUp()) {
            out.printf(
                    Locale.ROOT,
                    "%s (%s): first epoch trained %.2f s after the start of the process%n",
                    startUp.network(),
                    startUp.kernels(),
                    startUp.seconds().median());
        }
        out.flush();
    }

    private static void print(SpeedRow row, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-12s %-7s %-17s %-8s %5d %6d %3d %10.2f %9.2f to %8.2f %8.2f %5.1f%% %5.1f%%%n",
                row.network(),
                row.precision(),
                row.kernels(),
                row.operation(),
                row.batch(),
                row.hidden(),
                row.threads(),
                row.microsPerSample().median(),
                row.microsPerSample().p25(),
                row.microsPerSample().p75(),
                row.gflops(),
                100 * row.shareOfMultiplyAdd(),
                100 * row.shareOfBandwidth());
    }
}
