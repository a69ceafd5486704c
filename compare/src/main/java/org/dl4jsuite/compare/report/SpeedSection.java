package org.dl4jsuite.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Chart.Axis;
import org.dl4jsuite.compare.document.Chart.Scale;
import org.dl4jsuite.compare.document.Chart.Series;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.speed.Ceilings;
import org.dl4jsuite.compare.speed.Crossover;
import org.dl4jsuite.compare.speed.Dl4jTuning;
import org.dl4jsuite.compare.speed.LinearFit;
import org.dl4jsuite.compare.speed.Operation;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.speed.SpeedRow;
import org.dl4jsuite.compare.speed.SpeedRow.Spread;
import org.dl4jsuite.compare.speed.SpeedSeries;
import org.dl4jsuite.compare.speed.StartUp;
import org.dl4jsuite.data.Split;

/** What a sample costs, on all sides. */
public final class SpeedSection implements ReportSection {
    private static final String REFERENCE = "scratch";
    private static final String NUMBER = "significant";
    private static final String TABLE = ". The table below holds the numbers.";

    @Override
    public Block.Section show(Report report, Split split) {
        String refused = report.speedRefused();
        if (refused != null) {
            return section("", List.of(report.agrees() ? Block.note(refused) : new Block.Alarm(refused)));
        }
        return section(
                "Microseconds per sample; less is faster. Training goes forward and backward and updates the weights;"
                        + " prediction goes forward only. Medians are over repeats after warm-up; half of the repeats lie"
                        + " between the lower and the upper quartile (p25 and p75). The ratio divides the median by that of"
                        + " the network from scratch in the same job, in the same precision if that was measured."
                        + " Operations and bytes are those that the network's own way of computing needs: the fast network"
                        + " skips the inputs that equal the background. A ceiling is what one core can do at most.",
                report.speed() == null ? List.of(Block.note("This run measured no speed.")) : blocks(report.speed()));
    }

    private static Block.Section section(String explanation, List<Block> blocks) {
        return new Block.Section("speed", "Speed", explanation, blocks);
    }

    private static List<Block> blocks(SpeedResults results) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.note("A bar is a median; its whisker runs from p25 to p75."));
        blocks.addAll(bars(results.rows()));
        blocks.add(sentences(results));
        blocks.addAll(curves(results.rows()));
        blocks.add(ceilings(results.ceilings()));
        blocks.add(roofline(results));
        blocks.add(rows(results.rows()));
        blocks.add(new Block.Heading("Does the cost grow in proportion?"));
        blocks.add(
                Block.text("A straight line through the costs, by least squares: of one sample at batch 1 against the"
                        + " hidden nodes, and of a whole training against the number of samples. R² is 1 if all points lie on the"
                        + " line."));
        blocks.add(fits(results.fits()));
        blocks.add(new Block.Heading("DL4J at its best"));
        blocks.add(Block.text("What was tried to make DL4J fast on this network, and its effect, measured once for the"
                + " suite, not in this run."));
        blocks.add(tuning());
        return blocks;
    }

    /** Returns the figures without charts, as {@code suite speed} prints them. */
    public static List<Block> figures(SpeedResults results) {
        return List.of(ceilings(results.ceilings()), rows(results.rows()), fits(results.fits()), sentences(results));
    }

    private static Block ceilings(Ceilings ceilings) {
        return Block.text("One core of this machine does " + Format.significant(ceilings.multiplyAddGflops())
                + " GFLOP/s in float, reads " + Format.significant(ceilings.readGigabytesPerSecond())
                + " GB/s and reads and writes " + Format.significant(ceilings.updateGigabytesPerSecond())
                + " GB/s in an array of " + Format.count(ceilings.arrayBytes() / 1000)
                + " KB, the size of 784 × 200 weights (measured in this run, " + ceilings.kernels() + ").");
    }

    /** Says where DL4J overtakes, if ever, and how long a user waits for the first epoch. */
    private static Block sentences(SpeedResults results) {
        List<String> sentences = new ArrayList<>(Crossover.sentences(results.rows()));
        for (StartUp startUp : results.startUp()) {
            sentences.add("From the start of the process, with the JVM and the data, to the first trained epoch and its"
                    + " accuracy: " + Format.significant(startUp.seconds().median()) + " s with " + startUp.network()
                    + ", " + startUp.kernels() + " kernels.");
        }
        return Block.Items.of(Tone.PLAIN, sentences);
    }

    private static Table rows(List<SpeedRow> rows) {
        Span micros = Span.of("µs per sample");
        Span ceiling = Span.of("of the ceiling");
        return Table.ofNumbers(rows)
                .column("Network", NetworkName::of)
                .column("Operation", SpeedRow::operation)
                .column("Batch", SpeedRow::batch)
                .column("Hidden nodes", SpeedRow::hidden)
                .column("Threads", SpeedRow::threads)
                .column(micros, "p25", row -> Format.significant(spread(row).p25()))
                .column(
                        micros,
                        "median",
                        row -> Span.of(
                                Tone.STRONG, Format.significant(spread(row).median())))
                .column(micros, "p75", row -> Format.significant(spread(row).p75()))
                .column("Repeats", row -> spread(row).repeats())
                .column("GFLOP/s", row -> Format.significant(row.gflops()))
                .column(ceiling, "multiply-add", row -> Format.percent(row.shareOfMultiplyAdd()))
                .column(ceiling, "bandwidth", row -> Format.percent(row.shareOfBandwidth()))
                .column("Ratio to scratch", row -> ratio(row, rows))
                .build();
    }

    private static Spread spread(SpeedRow row) {
        return row.microsPerSample();
    }

    /** Returns the median over that of scratch, or a dash if scratch did not do this job. */
    private static String ratio(SpeedRow row, List<SpeedRow> rows) {
        return rows.stream()
                .filter(other -> other.network().equals(REFERENCE) && job(other).equals(job(row)))
                .min(Comparator.comparing(other -> other.precision() != row.precision()))
                .map(reference ->
                        Format.ratio(spread(row).median() / spread(reference).median()))
                .orElse("–");
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
                .column("R²", fit -> Format.fixed(fit.rSquared(), 5))
                .build();
    }

    private static Table tuning() {
        return Table.of(Table.Look.TEXT, Dl4jTuning.SETTINGS)
                .column("Setting of DL4J", Dl4jTuning.Setting::setting)
                .column("Effect (measured once, for the suite)", Dl4jTuning.Setting::effect)
                .column("In dl4j-tuned", setting -> setting.used() ? "yes" : "no")
                .build();
    }

    /** Returns a bar chart for each job at batch 1 with the report's own number of hidden nodes. */
    static List<Chart> bars(List<SpeedRow> rows) {
        Map<String, List<SpeedRow>> jobs = SpeedSeries.of(rows, SpeedSeries.Axis.BATCH).stream()
                .map(SpeedSeries::first)
                .collect(Collectors.groupingBy(SpeedSection::job, LinkedHashMap::new, Collectors.toList()));
        return jobs.entrySet().stream()
                .map(job -> bars(job.getKey(), job.getValue()))
                .toList();
    }

    private static Chart bars(String job, List<SpeedRow> rows) {
        List<Series> bars = new ArrayList<>();
        for (SpeedRow row : rows) {
            Span name = NetworkName.of(row);
            bars.add(Series.of(name.withText(name.text() + "\n" + Format.counted(row.threads(), "thread")))
                    .add(
                            bars.size(),
                            spread(row).median(),
                            spread(row).p25(),
                            spread(row).p75()));
        }
        return new Chart(
                Chart.Kind.BARS,
                "Time to " + job,
                "Bar chart: median microseconds per sample to " + job
                        + "; one bar per network, with whiskers from the lower to the upper quartile" + TABLE,
                Axis.of("microseconds per sample", Scale.LINEAR, NUMBER),
                Axis.of("", bars.stream().map(Series::name).toList()),
                bars);
    }

    private static String job(SpeedRow row) {
        return row.operation() + ", batch " + row.batch() + ", " + Format.counted(row.hidden(), "hidden node");
    }

    /** Returns the cost against batch size and hidden nodes, for each job of which there is more than one size. */
    static List<Chart> curves(List<SpeedRow> rows) {
        List<Chart> charts = new ArrayList<>();
        for (SpeedSeries.Axis axis : SpeedSeries.Axis.values()) {
            for (Operation operation : Operation.values()) {
                List<Series> lines = SpeedSeries.of(rows, axis).stream()
                        .filter(series -> series.first().operation() == operation
                                && series.rows().size() > 1)
                        .map(SpeedSection::line)
                        .toList();
                if (!lines.isEmpty()) {
                    charts.add(curve(axis, operation, lines));
                }
            }
        }
        return charts;
    }

    private static Series line(SpeedSeries speeds) {
        Series line = Series.of(NetworkName.of(speeds.first()));
        speeds.points().forEach(point -> line.add(point.x(), point.micros()));
        return line;
    }

    private static Chart curve(SpeedSeries.Axis axis, Operation operation, List<Series> lines) {
        boolean batch = axis == SpeedSeries.Axis.BATCH;
        String size = batch ? "samples per step" : "hidden nodes";
        return new Chart(
                Chart.Kind.LINES,
                "Time to " + operation + " against " + size,
                "Line chart, the vertical axis logarithmic: median microseconds per sample to " + operation
                        + " against " + size + ", one line per network" + TABLE,
                Axis.of(size, batch ? Scale.LOG2 : Scale.LINEAR, "count"),
                Axis.of("microseconds per sample", Scale.LOG, NUMBER),
                lines);
    }

    /** Returns the achieved GFLOP/s of every FLOAT row against the operations per byte of weights. */
    static Chart roofline(SpeedResults results) {
        Ceilings ceilings = results.ceilings();
        Map<Span, Series> networks = new LinkedHashMap<>();
        results.rows().stream()
                .filter(row -> row.precision() == Precision.FLOAT)
                .forEach(row -> networks.computeIfAbsent(NetworkName.of(row), Series::of)
                        .add(row.flops() / row.bytes(), row.gflops()));
        double[] intensities = networks.values().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(Chart.Point::x)
                .sorted()
                .toArray();
        Series reading = Series.of(Span.ofSeries("ceiling: reading", "ceiling"));
        Series updating = Series.of(Span.ofSeries("ceiling: reading and writing", "ceiling-update"));
        addRoof(reading, ceilings.readGigabytesPerSecond(), ceilings.multiplyAddGflops(), intensities);
        addRoof(updating, ceilings.updateGigabytesPerSecond(), ceilings.multiplyAddGflops(), intensities);
        return new Chart(
                Chart.Kind.POINTS,
                "Under the machine's ceilings",
                "Roofline chart, both axes logarithmic: the operations per second of each network against those that it"
                        + " does for each byte of weights, below the rate at which one core multiplies and adds and the"
                        + " rates at which it moves bytes" + TABLE,
                Axis.of("floating-point operations per byte of weights", Scale.LOG, NUMBER),
                Axis.of("10⁹ floating-point operations per second", Scale.LOG, NUMBER),
                Stream.concat(Stream.of(reading, updating), networks.values().stream())
                        .toList());
    }

    /** Adds min(multiply-add rate, bandwidth times intensity): two straight pieces on logarithmic axes. */
    private static void addRoof(Series roof, double bandwidth, double gflops, double[] intensities) {
        double ridge = gflops / bandwidth;
        boolean none = intensities.length == 0;
        double start = Math.min(none ? 1 : intensities[0], ridge) / 2;
        double end = Math.max(none ? 1 : intensities[intensities.length - 1], ridge) * 2;
        roof.add(start, start * bandwidth).add(ridge, gflops).add(end, gflops);
    }
}
