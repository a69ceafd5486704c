package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.MarkdownRenderer;
import org.dl4jsuite.compare.report.Report;
import org.dl4jsuite.compare.report.Report.Sweeps;
import org.dl4jsuite.compare.report.ReportDocument;
import org.dl4jsuite.compare.report.ReportRun;
import org.dl4jsuite.compare.sweep.SweepFile;
import org.dl4jsuite.compare.training.TrainingPlan;
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
            description = "Leave out the lessons, which take two minutes, and the mistakes on purpose.")
    private boolean noLessons;

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
        Report report = new ReportRun(
                        split,
                        network.spec(),
                        plan,
                        network.initialWeights(),
                        network.seed(),
                        data.folder(),
                        !noSpeed,
                        !noLessons,
                        sweeps)
                .run(origin);
        Document document = ReportDocument.of(report, split);
        OutputFile.write(out, "report.json", ReportDocument.json(report, split).toPrettyString());
        OutputFile.write(out, "report.md", MarkdownRenderer.render(document));
        OutputFile.write(out, "index.html", HtmlRenderer.render(document));
        out().println(out.resolve("index.html"));
        return report.agrees() ? 0 : 1;
    }
}
