package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.document.ConsoleRenderer;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.model.Learner;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.report.ConfusionSection;
import org.dl4jsuite.compare.training.ConfusionMatrix;
import org.dl4jsuite.compare.training.Predictions;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite evaluate}: a saved network on test images. */
@Command(name = "evaluate", description = "Judges a saved network by the test images; either side can run it.")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "What suite train --save wrote, a DL4J network's .zip or a .npz.")
    private Path file;

    @Option(names = "--side", description = "Who runs it: ${COMPLETION-CANDIDATES}. Default: who trained it.")
    private @Nullable Side side;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() throws IOException {
        SavedModel saved = ModelFile.readForImages(file);
        Split split = data.load();
        Side runner = side == null ? saved.side() : side;
        try (Learner learner = runner.build(saved.network())) {
            learner.setParameters(saved.parameters());
            print(runner, ConfusionMatrix.of(split.test(), Predictions.of(learner, split.test())));
        }
        return 0;
    }

    private void print(Side runner, ConfusionMatrix matrix) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%s: test accuracy %.4f%n%n", runner, matrix.accuracy());
        out.println(
                ConsoleRenderer.render(ConfusionSection.table(matrix.counts()).build()));
        out.flush();
    }
}
