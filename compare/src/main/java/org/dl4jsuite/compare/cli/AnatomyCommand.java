package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.ConsoleRenderer;
import org.dl4jsuite.compare.speed.Anatomy;
import org.dl4jsuite.compare.study.AnatomyPage;
import org.dl4jsuite.data.Mnist;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite anatomy}: where the time of one step of DL4J's goes. */
@Command(
        name = "anatomy",
        description = {
            "Takes one fit of DL4J's apart (784-200-10, one sample): its native calls, operations, arrays, matrix products,"
                    + " passes over the weights, and the rest. Adds the parts up, and predicts the step of other sizes.",
            "A minute and a half; --quick takes half a minute."
        })
final class AnatomyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "Fewer and shorter rounds.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all figures, and each operation of the step.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        OutputFile.check("--json", json);
        Provenance origin = origin(quick);
        Anatomy anatomy = Anatomy.measure(quick);
        if (json != null) {
            Json.write(json, Json.document(Anatomy.FORMAT, origin, anatomy));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(ConsoleRenderer.render(AnatomyPage.figures(anatomy)));
        out.flush();
        return 0;
    }

    static Provenance origin(boolean quick) {
        return Provenance.of(Map.of("quick", quick), DataOptions.origin(Mnist.load()));
    }
}
