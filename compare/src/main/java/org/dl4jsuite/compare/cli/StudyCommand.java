package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite study}: pages to study the pair in a browser. */
@Command(
        name = "study",
        description = {
            "Runs all lessons and writes a page for each: formula, code from scratch and code in DL4J side by side, with the"
                    + " numbers of the run. The pages open from the file system; they load nothing.",
            "Exit code 1 if a pair disagrees or a published figure is not met. Takes a minute or two."
        })
final class StudyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/study", description = "Where to write.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        OutputFile.checkFolder("--out", out);
        boolean sound = Study.write(out);
        PrintWriter console = spec.commandLine().getOut();
        console.println(out.resolve("index.html"));
        console.flush();
        return sound ? 0 : 1;
    }
}
