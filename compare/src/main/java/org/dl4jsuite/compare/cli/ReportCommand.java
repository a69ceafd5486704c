package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.report.Report;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.report.ReportFolder;
import org.dl4jsuite.compare.report.ReportRun;
import org.dl4jsuite.compare.report.ReportSetting;
import org.dl4jsuite.compare.sweep.SweepFile;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Sentence;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suite report}: the main job. */
@Command(
        name = "report",
        description = {
            "Proves parity, trains both sides on the same images from the same weights, measures speed, and writes the"
                    + " report: index.html, report.md and report.json.",
            "A first index.html, marked as provisional, comes as soon as parity and training are done. An interrupted"
                    + " report goes on where it was when the same command runs again.",
            "Exit code 1 if the two sides disagree."
        })
final class ReportCommand extends SuiteCommand {
    @Option(names = "--epochs", paramLabel = "N", description = "Times to show all images.")
    private int epochs = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
    private Path out = Path.of("target/report");

    @Option(names = "--no-speed", description = "Leave out the speed section, which takes two minutes.")
    private boolean noSpeed;

    @Option(
            names = "--no-lessons",
            description = "Leave out the lessons, which take a minute or two, and the mistakes on purpose.")
    private boolean noLessons;

    @Option(
            names = "--fresh",
            description = "Measure everything anew, even if an interrupted report left finished parts in --out.")
    private boolean fresh;

    @Option(
            names = "--sweep",
            paramLabel = "FILE",
            description = "Show these results of suite sweep. Default: those that come with the suite.")
    private @Nullable Path sweep;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private DataOptions data;

    @Override
    @SuppressWarnings("try") // the farewell speaks when nobody closes it
    public Integer call() throws IOException, InterruptedException {
        network.validate(epochs);
        TrainingPlan plan = network.plan(epochs);
        OutputFile.checkFolder("--out", out);
        Sweeps sweeps = sweep == null
                ? Sweeps.of("the results that come with the suite", SweepFile.stored())
                : Sweeps.of(sweep.toString(), SweepFile.read(sweep));
        Split split = data.load();
        network.validateBatch(split);
        Provenance origin = Provenance.of(network.origin(epochs, split), DataOptions.origin(split));
        ReportSetting setting =
                new ReportSetting(split, network.spec(), plan, network.initialWeights(), network.seed());
        ReportRun run = new ReportRun(setting, data.folder(), !noSpeed, !noLessons, sweeps);
        ReportFolder folder = new ReportFolder(out);
        try (Farewell farewell = Farewell.say(err(), "Finished parts of the report are in " + out)) {
            Report report =
                    folder.write(run, origin, fresh, sentence -> err().println("suite: " + Sentence.of(sentence)));
            out().println(folder.page());
            return report.agrees() ? 0 : 1;
        }
    }
}
