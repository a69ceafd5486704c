package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.training.SavedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code suite convert}: a network from one format to another. */
@Command(
        name = "convert",
        description =
                "Converts a network among the suite's .json, DL4J's .zip and NumPy's .npz; the endings of the names"
                        + " decide. Its parameters keep their bytes.")
final class ConvertCommand extends SuiteCommand {
    @Parameters(index = "0", paramLabel = "FROM", description = "A network: .json, .zip or .npz.")
    private Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "The file to write: .json, .zip or .npz.")
    private Path to;

    @Override
    public Integer call() throws IOException {
        requireKnownEnding(from);
        requireKnownEnding(to);
        OutputFile.check("TO", to);
        SavedModel model = ModelFile.read(from);
        ModelFile.write(to, model);
        NetworkSpec network = model.network();
        out().println(to + ": a network of " + network.shape() + " nodes, " + network.parameterCount()
                + " parameters in " + network.precision() + ", trained by " + model.side());
        return 0;
    }

    private static void requireKnownEnding(Path file) {
        NetworkOptions.require(
                ModelFile.hasKnownEnding(file),
                file + ": the ending of the name is none of .json, .zip and .npz; use one of them.");
    }
}
