package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.training.SavedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suite convert}: a network from one format to another. */
@Command(
        name = "convert",
        description =
                "Converts a network among the suite's .json, DL4J's .zip and NumPy's .npz; the endings of the names"
                        + " decide. Its parameters keep their bytes.")
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

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
        PrintWriter out = spec.commandLine().getOut();
        out.println(to + ": a network of " + network.shape() + " nodes, " + network.parameterCount() + " parameters in "
                + network.precision() + ", trained by " + model.side());
        out.flush();
        return 0;
    }

    private static void requireKnownEnding(Path file) {
        NetworkOptions.require(
                ModelFile.hasKnownEnding(file),
                file + ": the ending of the name is none of .json, .zip and .npz; use one of them.");
    }
}
