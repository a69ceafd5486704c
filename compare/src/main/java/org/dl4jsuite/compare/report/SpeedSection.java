package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.speed.Ceilings;
import org.dl4jsuite.compare.speed.Crossover;
import org.dl4jsuite.compare.speed.Dl4jTuning;
import org.dl4jsuite.compare.speed.LinearFit;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.StartUp;
import org.dl4jsuite.data.Split;

/** What a sample costs, on all sides. */
public final class SpeedSection implements ReportSection {
    private static final String REFERENCE = "scratch";

    @Override
    public Block.Section show(Report report, Split split) {
        SpeedResults results = report.speed();
        if (report.speedRefused() != null) {
            boolean agrees = report.agrees();
            return section(
                    "", List.of(agrees ? Block.note(report.speedRefused()) : new Block.Alarm(report.speedRefused())));
        }
        return section(
                "Microseconds per sample; less is faster. To train is to go forward, backward and update the weights; to"
                        + " predict is to go forward only. Medians are of repeats after warm-up; half of the repeats lie"
                        + " between the lower and the upper quartile (p25 and p75). The ratio is the median divided by that"
                        + " of the network from scratch in the same job, in the same precision if that was measured."
                        + " Operations and bytes are those that the network's own way of computing needs: the fast network"
                        + " leaves out the inputs that equal the background. A ceiling is what one core can do at most.",
                results == null ? List.of(Block.note("This run measured no speed.")) : blocks(results));
    }

    private static Block.Section section(String explanation, List<Block> blocks) {
        return new Block.Section("speed", "Speed", explanation, blocks);
    }

    private static List<Block> blocks(SpeedResults results) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.note("A bar is a median; its whisker runs from p25 to p75."));
        blocks.addAll(SpeedCharts.bars(results.rows()));
        blocks.add(Block.Items.of(Tone.PLAIN, sentences(results)));
        blocks.addAll(SpeedCharts.curves(results.rows()));
        blocks.add(Block.text(ceilings(results.ceilings())));
        blocks.add(SpeedCharts.roofline(results));
        blocks.add(rows(results.rows()));
        blocks.add(new Block.Heading("Does the cost grow in proportion?"));
        blocks.add(
                Block.text("A straight line through the costs, by least squares: of one sample at batch 1 against the"
                        + " hidden nodes, and of a whole training against the number of samples. R² is 1 if all points lie on the"
                        + " line."));
        blocks.add(fits(results.fits()));
        blocks.add(new Block.Heading("DL4J at its best"));
        blocks.add(Block.text("What was tried to make DL4J fast on this network, and what it did when it was measured,"
                + " once, for the suite: not in this run."));
        blocks.add(tuning());
        return blocks;
    }

    /** Returns the figures without charts, as {@code suite speed} prints them. */
    public static List<Block> figures(SpeedResults results) {
        return List.of(
                Block.text(ceilings(results.ceilings())),
                rows(results.rows()),
                fits(results.fits()),
                Block.Items.of(Tone.PLAIN, sentences(results)));
    }

    private static String ceilings(Ceilings ceilings) {
        return "One core of this machine does " + Format.significant(ceilings.multiplyAddGflops())
                + " GFLOP/s in float, reads " + Format.significant(ceilings.readGigabytesPerSecond())
                + " GB/s and reads and writes " + Format.significant(ceilings.updateGigabytesPerSecond())
                + " GB/s in an array of " + Format.count(ceilings.arrayBytes() / 1000)
                + " KB, the size of 784 × 200 weights (measured in this run, " + ceilings.kernels() + ").";
    }

    /** Where DL4J overtakes, if ever, and how long a user waits for the first epoch. */
    private static List<String> sentences(SpeedResults results) {
        return Stream.concat(
                        Crossover.sentences(results.rows()).stream(),
                        results.startUp().stream().map(SpeedSection::startUp))
                .toList();
    }

    private static String startUp(StartUp startUp) {
        return "From the start of the process, with the JVM and the data, to the first trained epoch and its accuracy: "
                + Format.significant(startUp.seconds().median()) + " s with " + startUp.network() + ", "
                + startUp.kernels() + " kernels.";
    }

    private static Table rows(List<SpeedRow> rows) {
        Span micros = Span.of("µs per sample");
        Span ceiling = Span.of("of the ceiling");
        return Table.ofNumbers(rows)
                .column("Network", row -> NetworkName.of(row.network(), row.precision(), row.kernels()))
                .column("Operation", SpeedRow::operation)
                .column("Batch", SpeedRow::batch)
                .column("Hidden nodes", SpeedRow::hidden)
                .column("Threads", SpeedRow::threads)
                .column(
                        micros,
                        "p25",
                        row -> Format.significant(row.microsPerSample().p25()))
                .column(micros, "median", row -> Span.of(Tone.STRONG, Format.significant(median(row))))
                .column(
                        micros,
                        "p75",
                        row -> Format.significant(row.microsPerSample().p75()))
                .column("Repeats", row -> row.microsPerSample().repeats())
                .column("GFLOP/s", row -> Format.significant(row.gflops()))
                .column(ceiling, "multiply-add", row -> Format.percent(row.shareOfMultiplyAdd()))
                .column(ceiling, "bandwidth", row -> Format.percent(row.shareOfBandwidth()))
                .column("Ratio to scratch", row -> ratio(row, rows))
                .build();
    }

    /** The median over that of scratch, or a dash if scratch did not do this job. */
    private static String ratio(SpeedRow row, List<SpeedRow> rows) {
        return rows.stream()
                .filter(other -> other.network().equals(REFERENCE)
                        && other.operation() == row.operation()
                        && other.batch() == row.batch()
                        && other.hidden() == row.hidden())
                .min(Comparator.comparing(other -> other.precision() != row.precision()))
                .map(reference -> Format.ratio(median(row) / median(reference)))
                .orElse("–");
    }

    private static double median(SpeedRow row) {
        return row.microsPerSample().median();
    }

    private static Table fits(List<LinearFit> fits) {
        return Table.ofNumbers(fits)
                .column("Network", fit -> NetworkName.of(fit.network(), fit.precision(), fit.kernels()))
                .column("Operation", LinearFit::operation)
                .column("µs", fit -> Format.significant(fit.intercept()))
                .column(
                        "µs for each more",
                        fit -> Format.significant(fit.slope()) + " per "
                                + (fit.against().equals(LinearFit.HIDDEN) ? "hidden node" : "sample"))
                .column("R²", fit -> Format.rSquared(fit.rSquared()))
                .build();
    }

    private static Table tuning() {
        return Table.of(Table.Look.TEXT, Dl4jTuning.SETTINGS)
                .column("Setting of DL4J", Dl4jTuning.Setting::setting)
                .column("Effect (measured once, for the suite)", Dl4jTuning.Setting::effect)
                .column("In dl4j-tuned", setting -> setting.used() ? "yes" : "no")
                .build();
    }
}
