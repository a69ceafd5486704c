package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.MarkdownRenderer;
import org.dl4jsuite.compare.report.Report;
import org.dl4jsuite.compare.report.ReportDocument;
import org.dl4jsuite.compare.report.ReportRun;
import org.dl4jsuite.compare.report.Sweeps;
import org.dl4jsuite.compare.sweep.SweepFile;
import org.dl4jsuite.compare.training.TrainingPlan;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite report}: the main job. */
@Command(
        name = "report",
        description = {
            "Proves parity, trains both sides on the same images from the same weights, measures speed, and writes the"
                    + " report: index.html, report.md and report.json.",
            "Exit code 1 if the two sides disagree."
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Times to show all images. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/report",
            description = "Where to write. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--no-speed", description = "Leave out the speed section, which takes two minutes.")
    private boolean noSpeed;

    @Option(names = "--no-lessons", description = "Leave out the lessons section, which takes two minutes.")
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
        write("report.json", ReportDocument.json(report, split).toPrettyString());
        write("report.md", MarkdownRenderer.render(document));
        write("index.html", HtmlRenderer.render(document));
        PrintWriter console = spec.commandLine().getOut();
        console.println(out.resolve("index.html"));
        console.flush();
        return report.agrees() ? 0 : 1;
    }

    private void write(String name, String content) throws IOException {
        AtomicFile.write(out.resolve(name), stream -> stream.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
