package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.report.SabotageSection;
import org.dl4jsuite.compare.sabotage.SabotageJson;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.sabotage.SabotageRun;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suite sabotage}: mistakes on purpose. */
@Command(
        name = "sabotage",
        description = {
            "Makes mistakes on purpose in a network from scratch: which check catches each, what diagnose calls it, and how"
                    + " accurate the network would have seemed.",
            "Exit code 1 if a mistake passes all checks."
        })
final class SabotageCommand extends SuiteCommand {
    @Option(names = "--json", paramLabel = "FILE", description = "Write all that was found.")
    private @Nullable Path json;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() throws IOException {
        OutputFile.check("--json", json);
        Split split = data.load();
        Provenance origin = Provenance.of(Map.of(), DataOptions.origin(split));
        List<SabotageResult> results = SabotageRun.all(split);
        if (json != null) {
            Json.write(json, SabotageJson.of(origin, results));
        }
        print(List.of(SabotageSection.table(results)));
        out().println();
        results.forEach(result ->
                out().println(result.mistake() + ": " + (result.isCaught() ? result.says() : "no check sees it")));
        long caught = results.stream().filter(SabotageResult::isCaught).count();
        out().println();
        out().println(caught + " of " + results.size() + " mistakes are caught. Accuracies: " + SabotageRun.training()
                + ".");
        return caught == results.size() ? 0 : 1;
    }
}
