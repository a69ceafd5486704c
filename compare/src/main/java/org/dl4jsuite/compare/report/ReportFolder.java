package org.dl4jsuite.compare.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.RunIdentity;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.MarkdownRenderer;

/**
 * The folder of a report: {@code index.html}, {@code report.md} and {@code report.json}; until these are there, a provisional
 * {@code index.html} and the parts that are done.
 *
 * @param path where it lies
 */
public record ReportFolder(Path path) {
    /** Returns the page's place. */
    public Path page() {
        return path.resolve("index.html");
    }

    /**
     * Runs a report, or what an interrupted one lacks, writes it and returns it.
     *
     * @param origin of this run
     * @param fresh whether to forget the parts of an interrupted run
     * @param say takes one sentence for each thing that the user should know
     * @throws org.dl4jsuite.compare.UserError if another process is writing a report there
     */
    public Report write(ReportRun run, Provenance origin, boolean fresh, Consumer<String> say)
            throws IOException, InterruptedException {
        try (KeptParts parts = KeptParts.open(path, RunIdentity.of(origin), fresh, say)) {
            Report report = run.run(
                    origin.begunAt(parts.begun()),
                    parts,
                    soFar -> write("index.html", HtmlRenderer.render(ReportDocument.provisional(soFar, run.split()))));
            Document document = ReportDocument.of(report, run.split());
            write("report.json", ReportDocument.json(report, run.split()).toPrettyString());
            write("report.md", MarkdownRenderer.render(document));
            write("index.html", HtmlRenderer.render(document));
            parts.remove();
            return report;
        }
    }

    private void write(String name, String text) throws IOException {
        AtomicFile.write(path.resolve(name), stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
