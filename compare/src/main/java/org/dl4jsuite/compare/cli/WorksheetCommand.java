package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.study.Study;
import org.dl4jsuite.compare.study.StudyPage;
import org.dl4jsuite.compare.study.WorksheetPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite worksheet}: a network to be calculated by hand. */
@Command(
        name = "worksheet",
        description = {
            "Writes one step of training of a 2-2-2 network as a page to be printed on A4, with blanks to fill in, and a second"
                    + " page with the answers. All values to 4 decimals.",
            "The worksheets of the lessons by hand are among the pages of suite study."
        })
final class WorksheetCommand implements Callable<Integer> {
    /** numpy's random numbers take no others. */
    private static final long MAX_SEED = 0xFFFF_FFFFL;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the weights and inputs.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/worksheet", description = "Where to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        NetworkOptions.require(seed >= 0 && seed <= MAX_SEED, "--seed " + seed + ": use 0 to " + MAX_SEED + ".");
        OutputFile.checkFolder("--out", out);
        List<StudyPage> pages = WorksheetPages.ofSeed(seed);
        Study.writeAlone(out, pages);
        PrintWriter console = spec.commandLine().getOut();
        pages.forEach(page -> console.println(out.resolve(page.file())));
        console.flush();
        return 0;
    }
}
