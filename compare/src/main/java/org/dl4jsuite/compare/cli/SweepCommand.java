package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.report.SweepsSection;
import org.dl4jsuite.compare.sweep.Sweep;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepEngine;
import org.dl4jsuite.compare.sweep.SweepGrid;
import org.dl4jsuite.compare.sweep.SweepResults;
import org.dl4jsuite.data.Split;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suite sweep}: every combination of settings, over many seeds. */
@Command(
        name = "sweep",
        description = {
            "Trains every combination of the settings given, over many seeds, and prints mean, standard deviation and 95 %%"
                    + " confidence interval of the test accuracy.",
            "Lists are separated by commas; whole numbers may be ranges: 1..10. Results go to a file as they come; what"
                    + " is in it already is not run again, so an interrupted sweep goes on where it was."
        })
final class SweepCommand extends SuiteCommand {
    private static final long MAX_CONFIGURATIONS = 1_000_000;
    private static final int MAX_EPOCHS = 1000;
    private static final int MAX_THREADS = 1024;
    private static final double MAX_DEGREES = 180;
    private static final double MAX_RATE = 1000;
    private static final String SPARK_MASTER = "spark.master";

    @Option(
            names = "--book",
            description = "The experiments of Make Your Own Neural Network, by its rule, beside the figures it prints;"
                    + " instead of lists of your own.")
    private boolean book;

    @Option(names = "--rates", paramLabel = "R,...", description = "Learning rates. Default: 0.1.")
    private @Nullable String rates;

    @Option(
            names = "--epochs",
            paramLabel = "N,...",
            description = "After how many epochs to look; only the longest training is run. Default: 1..5.")
    private @Nullable String epochs;

    @Option(names = "--hidden", paramLabel = "N,...", description = "Hidden nodes. Default: 200.")
    private @Nullable String hidden;

    @Option(
            names = "--rotations",
            paramLabel = "DEG,...",
            description =
                    "Add copies of the training images, rotated so many degrees either way; 0 adds none. Default: 0.")
    private @Nullable String rotations;

    @Option(names = "--seeds", paramLabel = "S,...", description = "Of the initial weights, each a training.")
    private String seeds = "1..10";

    @Option(names = "--side", paramLabel = "SIDE,...", description = "Who trains: scratch, scratch-fast, dl4j, or all.")
    private String side = "scratch-fast";

    @Option(names = "--variant", description = "${COMPLETION-CANDIDATES}. Default: TRUE_GRADIENT.")
    private @Nullable Variant variant;

    @Option(
            names = {"--init", "--initialisation"},
            description = "${COMPLETION-CANDIDATES}: width 1/sqrt of what, for the normal initial weights.")
    private InitialWeights init = InitialWeights.INCOMING_LINKS;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the results are kept, as JSON lines.")
    private Path out = Path.of("target/sweep.jsonl");

    @Option(names = "--threads", paramLabel = "N", description = "Trainings at once. Default: one per core.")
    private @Nullable Integer threads;

    @Option(names = "--engine", description = "Where they run: local or, if it was built, spark.")
    private String engine = "local";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Of --engine spark: spark://HOST:PORT, or local[N], whose cores count instead of --threads."
                    + " Default: this machine.")
    private @Nullable String master;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<SweepConfiguration> wanted = book ? ofTheBook() : grid().configurations();
        int atOnce = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        NetworkOptions.require(
                atOnce >= 1 && atOnce <= MAX_THREADS, "--threads " + atOnce + ": use 1 to " + MAX_THREADS + ".");
        boolean spark = engine.equals("spark");
        NetworkOptions.require(master == null || spark, "--master " + master + " requires --engine spark.");
        String sparkMaster = master == null ? System.getProperty(SPARK_MASTER) : master; // spark-submit sets it
        NetworkOptions.require(
                threads == null || !spark || sparkMaster == null,
                "--threads " + threads + " has no effect on --master " + sparkMaster
                        + ", whose cores run the trainings; leave --threads out.");
        SweepEngine sweepEngine = SweepEngine.named(engine);
        if (master != null) {
            System.setProperty(SPARK_MASTER, master); // where Spark looks for its settings
        }
        OutputFile.check("--out", out);
        Split split = data.load();
        Sweeps asked = Sweeps.of(
                out.toString(), run(wanted, split, sweepEngine, atOnce).only(wanted));
        Set<SweepConfiguration> settings = new HashSet<>();
        wanted.forEach(configuration -> settings.add(configuration.withSeed(0)));
        print(List.of(SweepsSection.rows(asked.rows().stream()
                .filter(row -> settings.contains(row.setting().withEpochs(row.epochs())))
                .toList())));
        out().println();
        print(SweepsSection.findings(book ? asked.book() : List.of(), asked.comparisons()));
        out().println();
        out().println(out);
        return 0;
    }

    /** Runs what is missing; if the process is stopped meanwhile, it says how to go on. */
    @SuppressWarnings("try") // the farewell speaks when nobody closes it
    private SweepResults run(List<SweepConfiguration> wanted, Split split, SweepEngine sweepEngine, int atOnce)
            throws IOException, InterruptedException {
        try (Farewell farewell = Farewell.say(err(), "Finished trainings are in " + out)) {
            return Sweep.run(wanted, split, sweepEngine, atOnce, commandLine(), out);
        }
    }

    private List<SweepConfiguration> ofTheBook() {
        NetworkOptions.require(
                rates == null && epochs == null && hidden == null && rotations == null && variant == null,
                "--book has rates, epochs, hidden nodes, rotations and variant of its own; leave these options out.");
        return SweepGrid.ofTheBook(sides(), init, seeds());
    }

    private List<Long> seeds() {
        return Numbers.whole("--seeds", seeds, 0, 0xffffffffL);
    }

    private SweepGrid grid() {
        SweepGrid grid = new SweepGrid(
                sides(),
                Objects.requireNonNullElse(variant, Variant.TRUE_GRADIENT),
                init,
                Numbers.real("--rotations", Objects.requireNonNullElse(rotations, "0"), 0, true, MAX_DEGREES),
                Numbers.ints("--hidden", Objects.requireNonNullElse(hidden, "200"), 1, NetworkOptions.MAX_HIDDEN_NODES),
                Numbers.real("--rates", Objects.requireNonNullElse(rates, "0.1"), 0, false, MAX_RATE),
                Numbers.ints("--epochs", Objects.requireNonNullElse(epochs, "1..5"), 1, MAX_EPOCHS),
                seeds());
        NetworkOptions.require(
                grid.size() <= MAX_CONFIGURATIONS,
                "These are " + grid.size() + " combinations; ask for at most " + MAX_CONFIGURATIONS + ".");
        return grid;
    }

    private List<Side> sides() {
        TreeSet<Side> sides = new TreeSet<>();
        for (String name : side.split(",", -1)) {
            List<Side> named = Stream.of(Side.values())
                    .filter(each -> name.equals("all") || name.equals(each.label()))
                    .toList();
            NetworkOptions.require(!named.isEmpty(), "--side " + name + ": use scratch, scratch-fast, dl4j or all.");
            sides.addAll(named);
        }
        return List.copyOf(sides);
    }
}
